import type { Expression, FunctionExpression } from './ast';
import { formatDuration } from './durations';
import type { Duration } from './durations';
import { fail } from './fluxError';
import { formatFloat } from './numbers';
import type { StreamNode } from './stream';
import { formatFullTime } from './time';

export type ColumnType = 'float' | 'int' | 'uint' | 'string' | 'bool' | 'time';

export interface FluxRecord {
  type: 'record';
  get(name: string): FluxValue | undefined;
  names(): Iterable<string>;
}

export interface FluxFunction {
  type: 'function';
  call(args: ReadonlyMap<string, FluxValue>, call: CallSite): FluxValue;
  /** The parameter that takes what is piped in. */
  pipe: string | null;
  /** Present where the script wrote it: what a row function is looked into for. */
  source?: FunctionExpression;
  /** What a name stands for where the function was written. */
  free?: (name: string) => FluxValue | undefined;
  /** The same function with another body. */
  withBody?: (body: Expression) => FluxFunction;
}

/** Where a function is called: its name there and the place, as errors tell it. */
export interface CallSite {
  name: string;
  at: string;
}

export type FluxValue =
  | { type: 'float'; value: number }
  | { type: 'int'; value: bigint }
  | { type: 'uint'; value: bigint }
  | { type: 'time'; value: bigint }
  | { type: 'string'; value: string }
  | { type: 'bool'; value: boolean }
  | { type: 'duration'; value: Duration }
  | { type: 'regexp'; value: RegExp; source: string }
  | { type: 'bytes'; value: Uint8Array }
  | { type: 'null'; of?: ColumnType }
  | { type: 'array'; items: readonly FluxValue[] }
  | FluxRecord
  | FluxFunction
  | { type: 'stream'; node: StreamNode };

export const NULL: FluxValue = { type: 'null' };
export const TRUE: FluxValue = { type: 'bool', value: true };
export const FALSE: FluxValue = { type: 'bool', value: false };

export function bool(value: boolean): FluxValue {
  return value ? TRUE : FALSE;
}

export function string(value: string): FluxValue {
  return { type: 'string', value };
}

export function record(fields: ReadonlyMap<string, FluxValue>): FluxRecord {
  return { type: 'record', get: (name) => fields.get(name), names: () => fields.keys() };
}

export function isColumnType(type: string): type is ColumnType {
  return /^(float|int|uint|string|bool|time)$/.test(type);
}

/** As string interpolation and `string()` print it. */
/** The type of a value as an error names it. */
export function typeText(value: FluxValue): string {
  if (value.type === 'array') return `[${value.items[0] ? typeText(value.items[0]) : 'A'}]`;
  if (value.type !== 'record') return value.type;
  const fields = [...value.names()]
    .sort()
    .map((name) => `${name}: ${typeText(value.get(name) ?? NULL)}`);
  return `{${fields.join(', ')}}`;
}

export function display(value: FluxValue): string {
  switch (value.type) {
    case 'string':
      return value.value;
    case 'float':
      return formatFloat(value.value);
    case 'int':
    case 'uint':
    case 'bool':
      return String(value.value);
    case 'time':
      return formatFullTime(value.value);
    case 'duration':
      return formatDuration(value.value);
    case 'bytes':
      return new TextDecoder().decode(value.value);
    case 'regexp':
      return value.source;
    default:
      return fail(`cannot convert ${value.type} to string`);
  }
}
