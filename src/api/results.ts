export type { ResultRequest } from '@/lib/resultRequest';

/** A small answer in whole: schema, names, single values. */
export interface Table {
  /** Measurement (InfluxQL) or result name (Flux). */
  name: string;
  tags: Record<string, string>;
  columns: string[];
  rows: (string | number | boolean | null)[][];
}

/** A query that failed inside an answer of status 200. */
export class QueryFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'QueryFailure';
  }
}
