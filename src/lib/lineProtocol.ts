export type FieldValue =
  | { type: 'float'; value: number }
  | { type: 'integer'; value: bigint }
  | { type: 'unsigned'; value: bigint }
  | { type: 'string'; value: string }
  | { type: 'boolean'; value: boolean };

export type Tags = readonly (readonly [string, string])[];

/** One parsed line. Tags are sorted by key; `timeNs` is null when the line has no timestamp. */
export interface Point {
  measurement: string;
  tags: Tags;
  fields: readonly (readonly [string, FieldValue])[];
  timeNs: bigint | null;
  /** Written in a form that a 2.x server stores and lists but never finds again (`\=` in a measurement). */
  isUnreachable?: true;
}

export type Precision = 'ns' | 'us' | 'ms' | 's';

export const nanosecondsPer: Record<Precision, bigint> = {
  ns: 1n,
  us: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
};
