import { encodeCsv, errorTable } from './csvEncoder';
import type { Dialect, Result } from './csvEncoder';
import { FluxError } from './fluxError';
import { Pacer } from './pacer';

const CSV = { 'Content-Type': 'text/csv; charset=utf-8' };

/** Small tables are sent together once they have this many characters. */
const CHUNK_LENGTH = 65_536;

/** The answer of a query, from its first table on while the others are computed. Rejects with what fails before. */
export async function csvResponse(results: Iterable<Result>, dialect: Dialect): Promise<Response> {
  const chunks = encodeCsv(results, dialect);
  const first = await chunks.next();
  const encoder = new TextEncoder();
  const pacer = new Pacer();
  let pending = first.done ? '' : first.value;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await pacer.pause();
        let text = pending;
        pending = '';
        let isDone = false;
        while (!isDone && (text === '' || (text.length < CHUNK_LENGTH && !pacer.isDue()))) {
          const next = await chunks.next();
          isDone = next.done ?? false;
          if (!next.done) text += next.value;
        }
        if (text !== '') controller.enqueue(encoder.encode(text));
        if (isDone) controller.close();
      },
      async cancel() {
        await chunks.return(undefined);
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
    await drain(await run());
  } catch (error) {
    if (!(error instanceof FluxError)) throw error;
    text = errorTable(error.message, dialect);
  }
  return new Response(text, { status: 200, headers: CSV });
}

/** `Prefer: return-no-content`: whatever happens. */
export async function nothing(run: () => Promise<Iterable<Result>>): Promise<Response> {
  try {
    await drain(await run());
  } catch (error) {
    if (!(error instanceof FluxError)) throw error;
  }
  return new Response(null, { status: 204 });
}

/** Computes every table, for the sake of what they write. */
async function drain(results: Iterable<Result>): Promise<void> {
  for (const { tables } of results) for await (const table of tables) void table;
}
