/** What an InfluxQL answer says around its rows. */
export interface SeriesHead {
  name?: string;
  tags?: Record<string, string>;
  columns?: string[];
  partial?: boolean;
}

interface StatementHead {
  statement_id?: number;
  series?: SeriesHead[];
  messages?: { level: string; text: string }[];
  partial?: boolean;
  error?: string;
}

export interface DocumentHead {
  results?: StatementHead[];
  /** The whole request failed (1.x). */
  error?: string;
}

const rowsBegin = '"values":[';
const seed = '{"results":[{"series":[{"values":[';
const closers = ']}]}]}';

/**
 * Parses the text between the rows of one series and those of the next. `continues`: it begins behind the
 * rows of a series; `opensRows`: it ends with `"values":[`. The first series is then the one that has just ended, and
 * the last one the one that begins.
 */
export function parseHead(text: string, continues: boolean, opensRows: boolean): DocumentHead {
  const document = (continues ? seed : '') + text + (opensRows ? closers : '');
  return JSON.parse(document) as DocumentHead;
}

const needle = new TextEncoder().encode(rowsBegin);

/** Place behind the next `"values":[`, or -1. The sequence cannot stand inside a JSON string: its quotes would be escaped. */
export function findRows(bytes: Uint8Array, start: number, limit: number): number {
  for (let p = bytes.indexOf(needle[0] ?? 0, start); p >= 0 && p + needle.length <= limit;) {
    let i = 1;
    while (i < needle.length && bytes[p + i] === needle[i]) i++;
    if (i === needle.length) return p + i;
    p = bytes.indexOf(needle[0] ?? 0, p + 1);
  }
  return -1;
}
