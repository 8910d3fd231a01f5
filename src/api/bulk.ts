import { messageOf } from './errors';

export interface BulkReport {
  done: string[];
  /** With the server's words. */
  refused: { id: string; message: string }[];
  /** Left alone, as the run was stopped before. */
  skipped: string[];
}

export interface BulkOptions {
  /** No further call is sent once it is aborted; those under way are waited for. */
  stop?: AbortSignal;
  /** Calls that were answered so far. */
  onProgress?: (answered: number) => void;
  /** Calls under way at the same time. */
  atOnce?: number;
}

/** Sends one call for each id, a few at a time. A refusal is noted and the rest goes on. */
export async function forEachId(
  ids: readonly string[],
  send: (id: string) => Promise<unknown>,
  { stop, onProgress, atOnce = 4 }: BulkOptions = {},
): Promise<BulkReport> {
  const report: BulkReport = { done: [], refused: [], skipped: [] };
  const waiting = [...ids].reverse();
  const work = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (stop?.aborted) {
        report.skipped.push(id);
        continue;
      }
      try {
        await send(id);
        report.done.push(id);
      } catch (error) {
        report.refused.push({ id, message: messageOf(error) });
      }
      onProgress?.(report.done.length + report.refused.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return report;
}
