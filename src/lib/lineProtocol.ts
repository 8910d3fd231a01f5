export type FieldValue =
  | { type: 'float'; value: number }
  | { type: 'integer'; value: bigint }
  | { type: 'unsigned'; value: bigint }
  | { type: 'string'; value: string }
  | { type: 'boolean'; value: boolean };

/** One parsed line. Tags are sorted by key; `timeNs` is null when the line has no timestamp. */
export interface Point {
  measurement: string;
  tags: readonly (readonly [string, string])[];
  fields: readonly (readonly [string, FieldValue])[];
  timeNs: bigint | null;
}
