import type { Column } from './column';
import type { ColumnType } from './values';

/** A column of one of the tables that are joined, or none where the table lacks it. */
export interface Part {
  column: Column | undefined;
  length: number;
}

/** The rows of all parts under one label. */
export function concatColumns(label: string, type: ColumnType, parts: readonly Part[]): Column {
  const n = parts.reduce((sum, { length }) => sum + length, 0);
  const valid = parts.some(({ column }) => column?.valid ?? !column) ? validOf(parts, n) : null;
  const rest = valid ? { label, valid } : { label };
  switch (type) {
    case 'float':
      return { type, values: joined(new Float64Array(n), parts, 0), ...rest };
    case 'int':
    case 'time':
      return { type, values: joined(new BigInt64Array(n), parts, 0n), ...rest };
    case 'uint':
      return { type, values: joined(new BigUint64Array(n), parts, 0n), ...rest };
    case 'bool':
      return { type, values: joined(new Uint8Array(n), parts, 0), ...rest };
    case 'string':
      return { type, values: joinedTexts(parts, n), ...rest };
  }
}

interface TypedArray<T> {
  fill(value: T, start: number, stop: number): unknown;
  set(values: ArrayLike<T>, offset: number): void;
  length: number;
}

function joined<T, A extends TypedArray<T>>(out: A, parts: readonly Part[], zero: T): A {
  let offset = 0;
  for (const { column, length } of parts) {
    const values = (column?.values ?? []) as ArrayLike<unknown> as ArrayLike<T>;
    if (!column || column.constant) out.fill(values[0] ?? zero, offset, offset + length);
    else out.set(values, offset);
    offset += length;
  }
  return out;
}

function joinedTexts(parts: readonly Part[], n: number): string[] {
  const out: string[] = Array.from({ length: n });
  let offset = 0;
  for (const { column, length } of parts) {
    const isConstant = column?.constant ?? !column;
    for (let i = 0; i < length; i++) {
      out[offset + i] = String(column?.values[isConstant ? 0 : i] ?? '');
    }
    offset += length;
  }
  return out;
}

function validOf(parts: readonly Part[], n: number): Uint8Array {
  const valid = new Uint8Array(n).fill(1);
  let offset = 0;
  for (const { column, length } of parts) {
    if (!column) valid.fill(0, offset, offset + length);
    else if (column.constant && column.valid)
      valid.fill(column.valid[0] ?? 0, offset, offset + length);
    else if (column.valid) valid.set(column.valid, offset);
    offset += length;
  }
  return valid;
}
