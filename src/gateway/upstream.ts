import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

export type Upstream = (request: Request, path: string, headers: Headers) => Promise<Response>;

/** Reaches a real InfluxDB. Bytes pass as they are (compressed stays compressed), both ways as they come. */
export function httpUpstream(base: string, tlsSkipVerify: boolean): Upstream {
  const url = new URL(base);
  const secure = url.protocol === 'https:';
  const prefix = url.pathname.replace(/\/$/, '');
  const agent = secure
    ? new https.Agent({ keepAlive: true, rejectUnauthorized: !tlsSkipVerify })
    : new http.Agent({ keepAlive: true });
  return (request, path, headers) =>
    new Promise((resolve, reject) => {
      const outgoing = (secure ? https : http).request({
        agent,
        hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'),
        port: url.port === '' ? undefined : url.port,
        method: request.method,
        path: prefix + path,
        headers: Object.fromEntries(headers),
        signal: request.signal,
      });
      const connecting = setTimeout(
        () => outgoing.destroy(new UpstreamTimeout(connectSeconds)),
        connectSeconds * 1000,
      );
      outgoing.once('socket', (socket) => {
        const connected = () => clearTimeout(connecting);
        if (!socket.connecting) connected();
        else socket.once(secure ? 'secureConnect' : 'connect', connected);
      });
      outgoing.once('close', () => clearTimeout(connecting));
      outgoing.once('error', reject);
      outgoing.once('response', (incoming) => resolve(toResponse(incoming)));
      sendBody(request, outgoing);
    });
}

const connectSeconds = 10;

export class UpstreamTimeout extends Error {
  readonly code = 'ETIMEDOUT';
  constructor(seconds: number) {
    super(`no connection within ${seconds} s`);
  }
}

function sendBody(request: Request, outgoing: http.ClientRequest): void {
  if (!request.body) {
    outgoing.end();
    return;
  }
  const body = Readable.fromWeb(request.body as NodeReadableStream);
  body.once('error', (error) => outgoing.destroy(error));
  body.pipe(outgoing);
}

function toResponse(incoming: http.IncomingMessage): Response {
  const headers = new Headers();
  for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
    headers.append(incoming.rawHeaders[i] ?? '', incoming.rawHeaders[i + 1] ?? '');
  }
  const status = incoming.statusCode ?? 502;
  const hasBody = ![204, 205, 304].includes(status);
  if (!hasBody) incoming.resume();
  const body = hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null;
  return new Response(body, { status, headers });
}
