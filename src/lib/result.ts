import type { ResultTable } from './columns';
import { buffersOf } from './columns';
import type { Series } from './series';

export interface Progress {
  rows: number;
  /** Of the answer, unpacked. */
  bytes: number;
  ms: number;
}

/** Where reading stops, so that a careless query does not fill the memory of the browser. */
export interface ResultCaps {
  rows: number;
  bytes: number;
}

export const defaultCaps: ResultCaps = { rows: 2_000_000, bytes: 500_000_000 };

export interface Result extends Progress {
  tables: ResultTable[];
  /** The tables as lines of a chart; they share the columns where they can. */
  series: Series[];
  /** Warnings of the server. */
  notices: string[];
  /** The cap that ended it: there is more. */
  truncated: { by: keyof ResultCaps; cap: number } | null;
}

/** The buffers behind a result, each once: what a worker may hand over without copying. */
export function resultBuffers({ tables, series }: Result): ArrayBuffer[] {
  const buffers = new Set(buffersOf(tables));
  for (const { t, v, ns } of series) {
    for (const view of [t, v, ns]) {
      if (view?.buffer instanceof ArrayBuffer) buffers.add(view.buffer);
    }
  }
  return [...buffers];
}
