import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listen, mountDemo } from '@/demo/mounts/node';
import type { DemoMount } from '@/demo/mounts/node';
import { createGateway } from './app';
import { banner } from './banner';
import { ConfigError, readConfig } from './config';
import type { GatewayConfig } from './config';
import { helpText } from './flags';

// The bundle lies in dist-server, beside dist and package.json.
const root = new URL('../', import.meta.url);

async function start(config: GatewayConfig): Promise<void> {
  const demo = config.demo
    ? await mountDemo({ version: config.demoVersion, isolated: config.isolated })
    : undefined;
  const gateway = createGateway(config, {
    version: ownVersion(),
    demo,
    dist: fileURLToPath(new URL('dist', root)),
    print: config.log ? (line) => console.log(line) : undefined,
  });
  const { port } = await listen((request) => gateway.fetch(request), config).catch(
    explainBusy(config),
  );
  const demoAddress = demo && !config.isolated ? await openDemo(demo, config) : undefined;
  const shown = config.host.includes(':') ? `[${config.host}]` : config.host;
  console.log(
    banner({
      address: `http://${shown}:${port}${config.basePath}/`,
      servers: config.servers,
      demo: demo && { address: demoAddress, credentials: demo.credentials },
    }),
  );
}

/** A port of its own for curl, the influx CLI and client libraries: as asked, else 8086 or the next free one. */
async function openDemo(demo: DemoMount, config: GatewayConfig): Promise<string | undefined> {
  const first = config.demoPort ?? 8086;
  const tries = config.demoPort === undefined ? 20 : 1;
  for (let port = first; port < first + tries; port++) {
    try {
      const opened = await listen(demo.handle, { host: config.host, port });
      return `http://${config.host}:${opened.port}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  if (config.demoPort !== undefined)
    throw new ConfigError(`--demo-port ${first}: the port is in use`);
  return undefined;
}

function explainBusy({ port }: GatewayConfig) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigError(`--port ${port}: the port is in use; choose another with --port N`);
  };
}

function ownVersion(): string {
  const text = readFileSync(new URL('package.json', root), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

if (process.argv.includes('--help')) {
  console.log(helpText());
} else {
  try {
    await start(readConfig(process.argv.slice(2), process.env));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
