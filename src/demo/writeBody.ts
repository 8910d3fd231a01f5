import { refuse } from './errors';

/** A body as it came. Whether a gzip header is right shows before anything is looked up, the rest when it is read. */
export interface WriteBody {
  text(): Promise<string>;
}

/** `Content-Encoding` other than gzip is not looked at. */
export async function receiveBody(request: Request): Promise<WriteBody> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  const isGzip = /^(x-)?gzip$/.test(request.headers.get('Content-Encoding') ?? '');
  if (!isGzip) return { text: async () => decoded(bytes) };
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) {
    refuse('internal error', 'An internal error has occurred - check server logs');
  }
  return { text: async () => decoded(await unzipped(bytes)) };
}

/** A byte order mark counts as data. */
function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

async function unzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    const text = String(error instanceof Error ? (error.cause ?? error) : error);
    if (/incorrect (data|length) check/.test(text)) {
      refuse('invalid', 'unable to read data: gzip: invalid checksum');
    }
    refuse('internal error', 'unable to read data: unexpected EOF');
  }
}
