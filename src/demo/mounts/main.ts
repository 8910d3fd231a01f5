import { parseArgs } from 'node:util';
import { listen, mountDemo } from './node';

const HELP = `
The demo InfluxDB: answers like InfluxDB OSS 2.x, keeps everything in memory.

  npm run demo -- [flags]

  --port N            the port (8086; 0 = a free one)
  --host H            the address to listen on (127.0.0.1)
  --fresh             never set up, as a new server; else with sample data
  --version V         2.9.1 (default) or 2.7.12: drives behaviour
  --strong-passwords  as the flag of influxd
  --isolated          for tests: one server for each value of the header x-demo-server,
                      its content (air, empty, fresh) by x-demo-seed, faults by x-demo-fault
  --help              this text
`;

function readFlags() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8086' },
      host: { type: 'string', default: '127.0.0.1' },
      fresh: { type: 'boolean', default: false },
      version: { type: 'string', default: '2.9.1' },
      'strong-passwords': { type: 'boolean', default: false },
      isolated: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new TypeError(`--port ${values.port}: not a port`);
  }
  if (!/^\d+\.\d+\.\d+$/.test(values.version)) {
    throw new TypeError(`--version ${values.version}: not a version such as 2.9.1`);
  }
  return { ...values, port };
}

async function start({ host, port, help, ...flags }: ReturnType<typeof readFlags>): Promise<void> {
  if (help) {
    console.log(HELP);
    return;
  }
  const demo = await mountDemo({ ...flags, strongPasswords: flags['strong-passwords'] });
  const opened = await listen(demo.handle, { host, port });
  console.log(`Demo InfluxDB ${flags.version}: http://${host}:${opened.port}`);
  const width = Math.max(0, ...demo.credentials.map(({ label }) => label.length));
  for (const { label, token, username, password } of demo.credentials) {
    console.log(`  ${label.padEnd(width)}  ${token ?? `${username} / ${password}`}`);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isBusy = 'code' in error && error.code === 'EADDRINUSE';
  return isBusy ? `${error.message}; choose another with --port N` : error.message;
}

try {
  await start(readFlags());
} catch (error) {
  console.error(explain(error));
  process.exitCode = 2;
}
