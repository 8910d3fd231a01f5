import type { FieldValue } from '@/lib/lineProtocol';
import type { FieldType, FieldValues } from './storage';

/** Growable values of one type. What `cut` has given out never changes. */
export interface ColumnValues {
  set(index: number, field: FieldValue): void;
  grow(capacity: number, length: number): void;
  take(order: Uint32Array): void;
  cut(from: number, to: number): FieldValues;
  /** Takes the range out, of `length` values. */
  splice(from: number, to: number, length: number): void;
  share(): ColumnValues;
}

interface Numbers {
  float: Float64Array;
  integer: BigInt64Array;
  unsigned: BigUint64Array;
  boolean: Uint8Array;
}

type NumberType = keyof Numbers;

const MAKE: { [T in NumberType]: (capacity: number) => Numbers[T] } = {
  float: (capacity) => new Float64Array(capacity),
  integer: (capacity) => new BigInt64Array(capacity),
  unsigned: (capacity) => new BigUint64Array(capacity),
  boolean: (capacity) => new Uint8Array(capacity),
};

type Kept = Float64Array | BigInt64Array | BigUint64Array | Uint8Array;

function put(array: Kept, index: number, field: FieldValue): void {
  if (array instanceof Float64Array) array[index] = Number(field.value);
  else if (array instanceof Uint8Array) array[index] = field.value === true ? 1 : 0;
  else if (typeof field.value === 'bigint') array[index] = field.value;
}

/** Both arrays are of the same type. */
function copy(target: Kept, source: Kept, offset = 0): void {
  if (target instanceof Float64Array && source instanceof Float64Array) target.set(source, offset);
  else if (target instanceof Uint8Array && source instanceof Uint8Array) target.set(source, offset);
  else if (target instanceof BigInt64Array && source instanceof BigInt64Array) {
    target.set(source, offset);
  } else if (target instanceof BigUint64Array && source instanceof BigUint64Array) {
    target.set(source, offset);
  }
}

function gather(target: Kept, source: Kept, order: Uint32Array): void {
  for (let i = 0; i < order.length; i++) {
    const value = source[order[i] ?? 0];
    if (value !== undefined) target[i] = value;
  }
}

function wrap(array: Kept): FieldValues {
  if (array instanceof Float64Array) return { type: 'float', values: array };
  if (array instanceof Uint8Array) return { type: 'boolean', values: array };
  if (array instanceof BigInt64Array) return { type: 'integer', values: array };
  return { type: 'unsigned', values: array };
}

class NumberValues implements ColumnValues {
  private array: Kept;
  private readonly type: NumberType;

  constructor(type: NumberType, array: Kept = MAKE[type](0)) {
    this.type = type;
    this.array = array;
  }

  set(index: number, field: FieldValue): void {
    put(this.array, index, field);
  }

  grow(capacity: number, length: number): void {
    const grown = MAKE[this.type](capacity);
    copy(grown, this.array.subarray(0, length));
    this.array = grown;
  }

  take(order: Uint32Array): void {
    const taken = MAKE[this.type](order.length);
    gather(taken, this.array, order);
    this.array = taken;
  }

  cut(from: number, to: number): FieldValues {
    return wrap(this.array.subarray(from, to));
  }

  splice(from: number, to: number, length: number): void {
    const rest = MAKE[this.type](length - (to - from));
    copy(rest, this.array.subarray(0, from));
    copy(rest, this.array.subarray(to, length), from);
    this.array = rest;
  }

  share(): ColumnValues {
    return new NumberValues(this.type, this.array);
  }
}

const MAX_INTERNED = 1024;

/** A substring keeps the text that it was cut from alive: the whole request body. */
export function detached(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}

class StringValues implements ColumnValues {
  private array: string[];
  private readonly interned = new Map<string, string>();

  constructor(array: string[] = []) {
    this.array = array;
  }

  set(index: number, field: FieldValue): void {
    this.array[index] = this.intern(String(field.value));
  }

  private intern(text: string): string {
    const known = this.interned.get(text);
    if (known !== undefined) return known;
    const kept = detached(text);
    if (this.interned.size < MAX_INTERNED) this.interned.set(kept, kept);
    return kept;
  }

  grow(_capacity: number, length: number): void {
    this.array = this.array.slice(0, length);
  }

  take(order: Uint32Array): void {
    this.array = Array.from(order, (position) => this.array[position] ?? '');
  }

  cut(from: number, to: number): FieldValues {
    return { type: 'string', values: this.array.slice(from, to) };
  }

  splice(from: number, to: number, length: number): void {
    this.array = [...this.array.slice(0, from), ...this.array.slice(to, length)];
  }

  share(): ColumnValues {
    return new StringValues(this.array);
  }
}

export function emptyValues(type: FieldType): ColumnValues {
  return type === 'string' ? new StringValues() : new NumberValues(type);
}

export function valuesOf(data: FieldValues): ColumnValues {
  return data.type === 'string'
    ? new StringValues([...data.values])
    : new NumberValues(data.type, data.values);
}
