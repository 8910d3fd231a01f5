import http from 'node:http';
import net from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, startGateway, startUpstream } from '@/test/gatewayProcess';
import type { GatewayProcess, TestUpstream } from '@/test/gatewayProcess';

let gateway: GatewayProcess;
let upstream: TestUpstream;
let answer: http.RequestListener;

beforeAll(async () => {
  upstream = await startUpstream((req, res) => answer(req, res));
  gateway = await startGateway(['--influx', `Up One=${upstream.url}`, '--no-demo', '--log']);
});
afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});
afterEach(() => {
  answer = (_req, res) => res.end();
});

const proxied = (path: string) => `${gateway.address}/proxy/up-one${path}`;

/** One request over a plain socket, so that nothing adds or tidies a header or a path. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(gateway.port, '127.0.0.1', () => socket.write(text));
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('end', () => resolve(received));
    socket.on('error', reject);
  });
}

describe('what goes upstream', () => {
  it('passes method, path, query and body, and drops what is none of its business', async () => {
    let seen: { url?: string; method?: string; headers?: http.IncomingHttpHeaders; body?: string } =
      {};
    answer = (req, res) => {
      void bytesOf(req).then((body) => {
        seen = { url: req.url, method: req.method, headers: req.headers, body: body.toString() };
        res.end();
      });
    };
    await fetch(proxied('/api/v2/write?org=a%20b&bucket=x'), {
      method: 'POST',
      body: 'm v=1',
      headers: {
        Authorization: 'Token secret',
        Origin: 'http://evil.example',
        Referer: 'http://evil.example/page',
        Cookie: 'other=1; influxdb-oss-session=abc',
      },
    });
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/api/v2/write?org=a%20b&bucket=x',
      body: 'm v=1',
    });
    expect(seen.headers).toMatchObject({
      authorization: 'Token secret',
      cookie: 'influxdb-oss-session=abc',
    });
    expect(seen.headers).not.toHaveProperty('origin');
    expect(seen.headers).not.toHaveProperty('referer');
  });

  it('takes an upload of 30 MB', async () => {
    answer = (req, res) => void bytesOf(req).then((body) => res.end(String(body.length)));
    const body = new Uint8Array(30 * 1024 * 1024).fill(97);
    const response = await fetch(proxied('/api/v2/write'), { method: 'POST', body });
    expect(await response.text()).toBe(String(body.length));
  });

  it('passes a compressed body as it is', async () => {
    answer = (req, res) =>
      void bytesOf(req).then((body) =>
        res.end(`${req.headers['content-encoding'] ?? ''} ${gunzipSync(body).toString()}`),
      );
    const response = await fetch(proxied('/write'), {
      method: 'POST',
      headers: { 'Content-Encoding': 'gzip' },
      body: new Uint8Array(gzipSync('m v=1')),
    });
    expect(await response.text()).toBe('gzip m v=1');
  });

  it('answers Expect: 100-continue itself', async () => {
    let expectation: string | undefined = 'not asked';
    answer = (req, res) => {
      expectation = req.headers.expect;
      void bytesOf(req).then((body) => res.end(body));
    };
    const received = await new Promise<string>((resolve, reject) => {
      const req = http.request(proxied('/write'), {
        method: 'POST',
        headers: { Expect: '100-continue', 'Content-Length': 5 },
      });
      req.once('continue', () => req.end('m v=1'));
      req.once('response', (res) => void bytesOf(res).then((body) => resolve(body.toString())));
      req.once('error', reject);
      req.flushHeaders();
    });
    expect(received).toBe('m v=1');
    expect(expectation).toBeUndefined();
  });

  it('closes the upstream request when the client goes', async () => {
    const closed = new Promise<string>((resolve) => {
      answer = (_req, res) => {
        res.write('first');
        res.once('close', () => resolve('closed'));
      };
    });
    const leave = new AbortController();
    const response = await fetch(proxied('/api/v2/query'), { signal: leave.signal });
    await response.body?.getReader().read();
    leave.abort();
    expect(await closed).toBe('closed');
  });
});

describe('what comes back', () => {
  it('hands on the first bytes while the rest is still to come', async () => {
    let finish: () => void = () => undefined;
    answer = (_req, res) => {
      res.write('first,');
      finish = () => res.end('second');
    };
    const response = await fetch(proxied('/api/v2/query'));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    // The upstream ends only after this read: a gateway that waits for the end would hang here.
    expect((await reader.read()).value).toBe('first,');
    finish();
    expect((await reader.read()).value).toBe('second');
  });

  it('keeps a compressed answer compressed', async () => {
    answer = (_req, res) => {
      res.setHeader('Content-Encoding', 'gzip').end(gzipSync('a,b'));
    };
    const bytes = await new Promise<Buffer>((resolve) => {
      http.get(proxied('/api/v2/query'), (res) => void bytesOf(res).then(resolve));
    });
    expect(gunzipSync(bytes).toString()).toBe('a,b');
  });

  it('moves the session cookie to where the browser will send it', async () => {
    answer = (_req, res) => {
      const cookie = 'influxdb-oss-session=abc; Path=/api/; HttpOnly; SameSite=Strict';
      res.setHeader('Set-Cookie', cookie).writeHead(204).end();
    };
    const response = await fetch(proxied('/api/v2/signin'), { method: 'POST' });
    expect(response.headers.getSetCookie()).toEqual([
      'influxdb-oss-session=abc; HttpOnly; SameSite=Strict; Path=/proxy/up-one/',
    ]);
  });

  it('drops CORS permission and password prompts of the upstream, and locks its pages in', async () => {
    answer = (_req, res) => {
      res.setHeader('Access-Control-Allow-Origin', 'http://evil.example');
      res.setHeader('WWW-Authenticate', 'Basic realm="InfluxDB"');
      res.setHeader('X-Influxdb-Version', 'v2.9.1').writeHead(401).end('{}');
    };
    const { headers } = await fetch(proxied('/api/v2/me'));
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('www-authenticate')).toBeNull();
    expect(headers.get('x-influxdb-version')).toBe('v2.9.1');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  it('breaks off when the upstream breaks off, instead of pretending an end', async () => {
    answer = (_req, res) => {
      res.write('half a table');
      setImmediate(() => res.socket?.destroy());
    };
    const reading = fetch(proxied('/api/v2/query')).then((response) => response.text());
    await expect(reading).rejects.toThrow(/terminated/);
  });
});

describe('what is refused', () => {
  it('knows only configured servers', async () => {
    const response = await fetch(`${gateway.address}/proxy/elsewhere/api/v2/me`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ code: 'not found', message: 'no server elsewhere' });
  });

  it.each(['evil.example', 'evil.example:8080', '127.0.0.1.evil.example'])(
    'does not answer for the host %s',
    async (host) => {
      const received = await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(received).toMatch(/^HTTP\/1.1 421 /);
    },
  );

  it.each([
    '/%2e%2e%2fsecret',
    '/..%2fsecret',
    '/a/%252e%252e/%252e%252e/secret',
    '/a/..%5csecret',
  ])('does not let %s climb out of the server', async (path) => {
    answer = (_req, res) => res.end('reached');
    const received = await raw(
      `GET /proxy/up-one${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(received).toMatch(/^HTTP\/1.1 400 /);
  });

  it('does not serve files beside the pages', async () => {
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
    ]) {
      const received = await raw(
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect(received).not.toContain('"dependencies"');
    }
  });

  it('does not let another site call through it', async () => {
    const response = await fetch(proxied('/query?q=SHOW+DATABASES'), {
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(response.status).toBe(403);
  });

  it('logs no query string, header or body', async () => {
    answer = (_req, res) => res.end();
    await fetch(proxied('/query?p=hunter2'), {
      method: 'POST',
      headers: { Authorization: 'Token hunter3' },
      body: 'hunter4',
    });
    await expect.poll(() => gateway.output()).toMatch(/POST \/proxy\/up-one\/query 200 \d+ms/);
    expect(gateway.output()).not.toMatch(/hunter/);
  });
});
