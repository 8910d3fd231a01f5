import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startGateway, startUpstream } from '@/test/gatewayProcess';
import type { GatewayProcess, TestUpstream } from '@/test/gatewayProcess';

let gateway: GatewayProcess;
let plain: TestUpstream;
const hangingUp = createServer((socket) => socket.once('data', () => socket.destroy()));

beforeAll(async () => {
  plain = await startUpstream((_req, res) => res.end());
  const gone = await startUpstream((_req, res) => res.end());
  await gone.close();
  await new Promise<void>((resolve) => hangingUp.listen(0, '127.0.0.1', resolve));
  const address = hangingUp.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  gateway = await startGateway([
    ...['--influx', `off=${gone.url}`],
    ...['--influx', 'lost=http://influxdb.invalid:8086'],
    ...['--influx', `tls=${plain.url.replace('http:', 'https:')}`],
    ...['--influx', `rude=http://127.0.0.1:${port}`],
  ]);
});
afterAll(async () => {
  await gateway.stop();
  await plain.close();
  hangingUp.close();
});

it.each([
  ['off', 'refused'],
  ['lost', 'dns'],
  ['tls', 'tls'],
  ['rude', 'closed'],
])('says why %s cannot be reached: %s', async (server, reason) => {
  const response = await fetch(`${gateway.address}/proxy/${server}/health`);
  expect(response.status).toBe(502);
  expect(await response.json()).toMatchObject({ code: 'unreachable', server, reason });
});
