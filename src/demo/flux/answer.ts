import { encodeCsv, errorTable } from './csvEncoder';
import type { Dialect, Result } from './csvEncoder';
import { FluxError } from './fluxError';

const CSV = { 'Content-Type': 'text/csv; charset=utf-8' };

/** Small tables are sent together once they have this many characters. */
const CHUNK_LENGTH = 65_536;

/** The answer of a query, from its first table on while the others are computed. Throws what fails before. */
export function csvResponse(results: Iterable<Result>, dialect: Dialect): Response {
  const chunks = encodeCsv(results, dialect);
  const first = chunks.next();
  const encoder = new TextEncoder();
  let pending = first.done ? '' : first.value;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        let text = pending;
        pending = '';
        let next = text === '' ? chunks.next() : null;
        while (next && !next.done) {
          text += next.value;
          next = text.length < CHUNK_LENGTH ? chunks.next() : null;
        }
        if (text !== '') controller.enqueue(encoder.encode(text));
        if (next?.done) controller.close();
      },
      cancel() {
        chunks.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { status: 200, headers: CSV });
}

/** `Prefer: return-no-content-with-error`: a body only if something failed. */
export async function errorsOnly(
  run: () => Promise<Iterable<Result>>,
  dialect: Dialect,
): Promise<Response> {
  let text = '';
  try {
    drain(await run());
  } catch (error) {
    if (!(error instanceof FluxError)) throw error;
    text = errorTable(error.message, dialect);
  }
  return new Response(text, { status: 200, headers: CSV });
}

/** `Prefer: return-no-content`: whatever happens. */
export async function nothing(run: () => Promise<Iterable<Result>>): Promise<Response> {
  try {
    drain(await run());
  } catch (error) {
    if (!(error instanceof FluxError)) throw error;
  }
  return new Response(null, { status: 204 });
}

/** Computes every table, for the sake of what they write. */
function drain(results: Iterable<Result>): void {
  for (const { tables } of results) for (const table of tables) void table;
}
