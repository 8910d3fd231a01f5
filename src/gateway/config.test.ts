import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from './config';
import { isKnownHost } from './hosts';

it('starts the demo InfluxDB when no server is configured, and only then', () => {
  expect(readConfig([], {})).toMatchObject({
    demo: true,
    servers: [],
    port: 8080,
    host: '127.0.0.1',
  });
  expect(readConfig(['--influx', 'nas=http://nas:8086/'], {})).toMatchObject({
    demo: false,
    servers: [{ id: 'nas', name: 'nas', url: 'http://nas:8086', tlsSkipVerify: false }],
  });
  expect(readConfig(['--influx', 'nas=http://nas:8086', '--demo'], {}).demo).toBe(true);
});

it('reads servers from the environment', () => {
  const { servers } = readConfig([], {
    HEADGATE_SERVERS: 'Plant 1=https://p1, p2=http://p2:8086/x',
  });
  expect(servers).toMatchObject([
    { id: 'plant-1', name: 'Plant 1', url: 'https://p1' },
    { id: 'p2', name: 'p2', url: 'http://p2:8086/x' },
  ]);
});

it('lets flags win over the environment, and these over the file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'headgate ')), 'config.json');
  const servers = [{ name: 'a', url: 'https://a', tlsSkipVerify: true }];
  writeFileSync(file, JSON.stringify({ servers, port: 1, host: '::1', basePath: '/x/' }));
  expect(readConfig(['--config', file, '--port', '3'], { HEADGATE_PORT: '2' })).toMatchObject({
    servers: [{ id: 'a', tlsSkipVerify: true }],
    port: 3,
    host: '::1',
    basePath: '/x',
  });
  writeFileSync(file, JSON.stringify({ colour: 'red' }));
  expect(() => readConfig(['--config', file], {})).toThrow(/colour/);
});

it.each([
  ['localhost:8080', true],
  ['127.0.0.1', true],
  ['[::1]:8080', true],
  ['192.168.1.20:8080', true],
  ['headgate.lan:8080', true],
  ['HEADGATE.LAN', true],
  ['headgate.lan.evil.example', false],
  ['localhost.evil.example', false],
  ['', false],
  [undefined, false],
])('host %s is known: %s', (host, known) => {
  expect(isKnownHost(host, ['headgate.lan'])).toBe(known);
});
