import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { BodyKind } from './bodies';
import { bodies, isBodyKind } from './bodies';

const piece = 1 << 16;
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const made = new Map<string, Buffer>();

function bodyOf(kind: BodyKind, rows: number): Buffer {
  const key = `${kind}/${rows}`;
  const body = made.get(key) ?? bodies[kind](rows);
  made.set(key, body);
  return body;
}

/** In pieces of 64 KiB, as fast as they are taken. */
function send(response: ServerResponse, body: Buffer): void {
  let at = 0;
  const next = () => {
    while (at < body.length) {
      const from = at;
      at += piece;
      if (!response.write(body.subarray(from, at))) {
        response.once('drain', next);
        return;
      }
    }
    response.end();
  };
  next();
}

function sendFile(folder: string, path: string, response: ServerResponse): void {
  const file = createReadStream(join(folder, normalize(path)));
  file.on('open', () => response.writeHead(200, { 'content-type': types[extname(path)] ?? '' }));
  file.on('error', () => response.writeHead(404).end());
  file.pipe(response);
}

/** `/flux/1000000/…` answers that many rows; anything else is a file. */
function serve(folder: string): void {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench');
    const [, kind = '', rows] = pathname.split('/');
    request.resume();
    if (!isBodyKind(kind)) {
      sendFile(folder, pathname, response);
      return;
    }
    const isCsv = kind === 'flux' || kind === 'temperature';
    const type = isCsv ? 'text/csv; charset=utf-8' : 'application/json';
    response.writeHead(200, { 'content-type': type });
    send(response, bodyOf(kind, Number(rows)));
  });
  // A client that computes for seconds does not see that its connection was closed meanwhile.
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1', () =>
    parentPort?.postMessage((server.address() as AddressInfo).port),
  );
}

if (!isMainThread) serve(String(workerData));

/** Serves bodies from memory and the files of a folder, in a thread of its own. */
export async function startBodyServer(folder = '.') {
  const file = `${process.cwd()}/node_modules/.cache/headgate-bench/node/bodyServer.mjs`;
  const thread = new Worker(file, { workerData: folder });
  const port = await new Promise<number>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  return { url: `http://127.0.0.1:${port}`, stop: () => thread.terminate() };
}
