/** Every flag of `npm start`: what `--help` prints and what is parsed is this one table. */
export const flags = [
  {
    name: 'influx',
    value: 'NAME=URL',
    multiple: true,
    help: 'An InfluxDB to offer at sign-in; repeatable. Also HEADGATE_SERVERS (NAME=URL, separated by commas).',
  },
  {
    name: 'tls-skip-verify',
    value: 'NAME',
    multiple: true,
    help: 'Accept any TLS certificate of that server; repeatable.',
  },
  {
    name: 'config',
    value: 'FILE',
    help: 'JSON file with servers, host, port, basePath, allowedHosts, log; flags win over it.',
  },
  { name: 'port', value: 'N', help: 'Port of Headgate (8080). Also HEADGATE_PORT.' },
  {
    name: 'host',
    value: 'ADDRESS',
    help: 'Address to listen on (127.0.0.1); 0.0.0.0 for all. Also HEADGATE_HOST.',
  },
  {
    name: 'base-path',
    value: '/PATH',
    help: 'Serve everything below this path, as behind a reverse proxy.',
  },
  {
    name: 'allowed-host',
    value: 'NAME',
    multiple: true,
    help: 'A host name that browsers may use for Headgate, besides IP addresses and localhost; repeatable.',
  },
  {
    name: 'demo',
    help: 'Offer the demo InfluxDB beside the configured servers (without any server it is there anyway).',
  },
  { name: 'no-demo', help: 'Never start the demo InfluxDB.' },
  {
    name: 'demo-port',
    value: 'N',
    help: 'Port of the demo InfluxDB for other clients (8086, or the next free one).',
  },
  {
    name: 'demo-version',
    value: 'V',
    help: 'Behave like this InfluxDB: 2.9.1 (default) or 2.7.12.',
  },
  {
    name: 'isolated',
    help: 'For tests: one demo InfluxDB for each value of the x-demo-server header.',
  },
  {
    name: 'log',
    help: 'Print one line a request: method, path, status, time. Never a query string.',
  },
  { name: 'help', help: 'Print this text.' },
] as const satisfies readonly Flag[];

interface Flag {
  name: string;
  value?: string;
  multiple?: boolean;
  help: string;
}

export function helpText(): string {
  const rows = flags.map((flag) => ({
    left: `  --${flag.name}${'value' in flag ? ` ${flag.value}` : ''}`,
    help: flag.help,
  }));
  const width = Math.max(...rows.map((row) => row.left.length)) + 2;
  return [
    'Headgate: admin console and data explorer for InfluxDB',
    '',
    'Usage: npm start -- [flags]',
    '',
    ...rows.map((row) => row.left.padEnd(width) + row.help),
    '',
  ].join('\n');
}
