import type { MiddlewareHandler } from 'hono';
import type { Env } from './app';

/** Bytes; smaller answers are sent as they are. */
const MINIMUM = 1400;

async function pumpRest(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  controller: ReadableStreamDefaultController<Uint8Array>,
): Promise<void> {
  const { done, value } = await reader.read();
  if (done) controller.close();
  else controller.enqueue(value);
}

/** The chunks already taken, then what the reader still has. */
function rejoined(
  head: readonly Uint8Array[],
  reader: ReadableStreamDefaultReader<Uint8Array>,
): ReadableStream<Uint8Array> {
  const taken = [...head];
  return new ReadableStream({
    pull(controller) {
      const next = taken.shift();
      if (next === undefined) return pumpRest(reader, controller);
      controller.enqueue(next);
      return undefined;
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** Compresses an answer that is long enough, once its first bytes are there, where the client takes gzip. */
export const gzip: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { body } = c.res;
  const accepted = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '');
  if (!accepted || body === null || c.res.headers.has('Content-Encoding')) return;
  const reader = body.getReader();
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < MINIMUM) {
    const { done, value } = await reader.read();
    if (done) break;
    head.push(value);
    size += value.length;
  }
  const whole = rejoined(head, reader);
  if (size < MINIMUM) {
    c.res = new Response(whole, c.res);
    return;
  }
  // The DOM types know only BufferSource on the way in.
  const compression = new CompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>;
  c.res = new Response(whole.pipeThrough(compression), c.res);
  c.header('Content-Length', undefined);
  c.header('Content-Encoding', 'gzip');
};
