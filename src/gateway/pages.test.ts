import { brotliDecompressSync } from 'node:zlib';
import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, runGateway, startGateway } from '@/test/gatewayProcess';
import type { GatewayProcess } from '@/test/gatewayProcess';

let gateway: GatewayProcess;
beforeAll(async () => {
  gateway = await startGateway(['--isolated', '--base-path', '/tools/headgate/']);
});
afterAll(() => gateway.stop());

async function scriptOf(page: string): Promise<string> {
  const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(page)?.[1];
  if (script === undefined) throw new Error('the page names no script');
  return `${gateway.address}/${script}`;
}

describe('the pages', () => {
  it('answers a deep link with the page itself, told where it lives', async () => {
    const response = await fetch(`${gateway.address}/servers/demo/orgs/x/buckets`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await response.text()).toContain('<base href="/tools/headgate/" />');
  });

  it('lets a browser keep hashed assets for ever, and sends them compressed', async () => {
    const script = await scriptOf(await (await fetch(`${gateway.address}/`)).text());
    const { headers, bytes } = await new Promise<{
      headers: http.IncomingHttpHeaders;
      bytes: Buffer;
    }>((resolve) => {
      http.get(script, { headers: { 'Accept-Encoding': 'br' } }, (res) => {
        void bytesOf(res).then((bytes) => resolve({ headers: res.headers, bytes }));
      });
    });
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(bytes).length).toBeGreaterThan(bytes.length);
  });

  it('does not answer a missing asset with the page', async () => {
    const response = await fetch(`${gateway.address}/assets/gone-12345678.js`);
    expect(response.status).toBe(404);
  });

  it('is found from the root when it lives below a path', async () => {
    const response = await fetch(`http://127.0.0.1:${gateway.port}/`, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/tools/headgate/');
  });

  it('tells its servers and its health', async () => {
    expect(await (await fetch(`${gateway.address}/headgate.json`)).json()).toMatchObject({
      servers: [{ id: 'demo', name: 'Demo InfluxDB' }],
    });
    const health = await fetch(`http://127.0.0.1:${gateway.port}/healthz`);
    expect(await health.json()).toMatchObject({ status: 'pass' });
  });

  it('reaches the demo InfluxDB under the base path', async () => {
    const response = await fetch(`${gateway.address}/proxy/demo/health`);
    expect(await response.json()).toMatchObject({ name: 'influxdb', status: 'pass' });
  });
});

describe('wrong words at the start', () => {
  it.each([
    [['--port', 'x'], /port: /],
    [['--influx', 'nonsense'], /--influx nonsense: write NAME=URL/],
    [['--influx', 'a=ftp://host'], /servers\.0\.url: must be an http/],
    [['--influx', 'a=http://u:p@host'], /credentials/],
    [['--influx', 'a=http://h', '--influx', 'A=http://i'], /server A: the name is taken/],
    [['--tls-skip-verify', 'b', '--influx', 'a=http://h'], /--tls-skip-verify b/],
    [['--no-demo'], /nothing to show/],
    [['--config', '/does/not/exist.json'], /--config .*exist\.json/],
    [['--colour'], /--colour/],
  ])('%j is refused, and says which', async (args, message) => {
    const { code, output } = await runGateway(args);
    expect(output).toMatch(message);
    expect(code).toBe(2);
  });

  it('explains every flag', async () => {
    const { code, output } = await runGateway(['--help']);
    expect(code).toBe(0);
    for (const flag of [
      '--influx NAME=URL',
      '--base-path',
      '--allowed-host',
      '--no-demo',
      '--log',
    ]) {
      expect(output).toContain(flag);
    }
  });
});
