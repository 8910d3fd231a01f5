import type { DemoCredential } from '@/lib/headgateJson';
import type { ServerConfig } from './config';

export interface Started {
  address: string;
  servers: readonly ServerConfig[];
  demo?: { address?: string; credentials: readonly DemoCredential[] };
}

/** The one block that `npm start` prints. */
export function banner({ address, servers, demo }: Started): string {
  const lines = ['', `  Headgate   ${address}`, ''];
  for (const { name, url } of servers) lines.push(`  InfluxDB   ${name}: ${url}`);
  if (demo) {
    const where = demo.address ?? 'inside Headgate';
    lines.push(`  InfluxDB   Demo: ${where} (sample data, kept in memory only)`, '');
    const width = Math.max(...demo.credentials.map(({ label }) => label.length));
    for (const credential of demo.credentials) {
      lines.push(`             ${credential.label.padEnd(width)}  ${secretOf(credential)}`);
    }
  }
  return [...lines, '', '  Stop with Ctrl+C. All flags: npm start -- --help', ''].join('\n');
}

function secretOf({ token, username, password }: DemoCredential): string {
  return token ?? `${username ?? ''} / ${password ?? ''}`;
}
