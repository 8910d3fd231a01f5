import type { ResultTable } from './columns';

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
  /** Warnings of the server. */
  notices: string[];
  /** The cap that ended it: there is more. */
  truncated: { by: keyof ResultCaps; cap: number } | null;
}
