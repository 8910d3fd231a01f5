import type { BooleanColumn, NumberColumn, StringColumn, TimeColumn } from './columns';
import { plainText } from './csvRecord';
import type { Slabs } from './slabs';
import { TextCodes } from './textCodes';

const firstCapacity = 1024;

function grown<T extends Float64Array | Int32Array | Uint8Array>(array: T, bigger: T): T {
  bigger.set(array);
  return bigger;
}

/*
 * The builders are scratch space: `freeze(n)` copies rows 0…n-1 out of it and leaves it ready for the
 * next table. Their arrays are public since the byte readers write rows straight into them.
 */

export class TimeBuilder {
  readonly kind = 'time';
  t = new Float64Array(firstCapacity);
  ns = new Int32Array(firstCapacity);
  hasNs = false;

  get capacity(): number {
    return this.t.length;
  }
  grow(capacity: number): void {
    this.t = grown(this.t, new Float64Array(capacity));
    this.ns = grown(this.ns, new Int32Array(capacity));
  }
  set(row: number, ms: number, ns: number): void {
    this.t[row] = ms + ns / 1e6;
    if (ns !== 0 || this.hasNs) this.setNs(row, ns);
  }
  setNs(row: number, ns: number): void {
    if (!this.hasNs) {
      this.hasNs = true;
      this.ns.fill(0, 0, row);
    }
    this.ns[row] = ns;
  }
  setNull(row: number): void {
    this.t[row] = Number.NaN;
    if (this.hasNs) this.ns[row] = 0;
  }
  freeze(name: string, n: number, slabs: Slabs): TimeColumn {
    const column: TimeColumn = { kind: 'time', type: 'time', name, t: slabs.float64(this.t, n) };
    if (this.hasNs) column.ns = slabs.int32(this.ns, n);
    return column;
  }
  reset(): void {
    this.hasNs = false;
  }
}

export class NumberBuilder {
  readonly kind = 'number';
  readonly type: NumberColumn['type'];
  v = new Float64Array(firstCapacity);
  #nulls: Uint8Array | null = null;
  #exact: Map<number, string> | null = null;

  constructor(type: NumberColumn['type']) {
    this.type = type;
  }
  get capacity(): number {
    return this.v.length;
  }
  grow(capacity: number): void {
    this.v = grown(this.v, new Float64Array(capacity));
    if (this.#nulls) this.#nulls = grown(this.#nulls, new Uint8Array(capacity));
  }
  set(row: number, value: number): void {
    this.v[row] = value;
  }
  setExact(row: number, text: string): void {
    this.v[row] = Number(text);
    (this.#exact ??= new Map()).set(row, text);
  }
  setNull(row: number): void {
    this.v[row] = Number.NaN;
    this.#nulls ??= new Uint8Array(this.v.length);
    this.#nulls[row] = 1;
  }
  isNull(row: number): boolean {
    return this.#nulls?.[row] === 1;
  }
  exactAt(row: number): string | undefined {
    return this.#exact?.get(row);
  }
  freeze(name: string, n: number, slabs: Slabs): NumberColumn {
    const column: NumberColumn = {
      kind: 'number',
      type: this.type,
      name,
      v: slabs.float64(this.v, n),
    };
    if (this.#nulls) column.nulls = slabs.uint8(this.#nulls, n);
    if (this.#exact) column.exact = new Map(this.#exact);
    return column;
  }
  reset(): void {
    this.#nulls = null;
    this.#exact = null;
  }
}

export class BooleanBuilder {
  readonly kind = 'boolean';
  v = new Uint8Array(firstCapacity);

  get capacity(): number {
    return this.v.length;
  }
  grow(capacity: number): void {
    this.v = grown(this.v, new Uint8Array(capacity));
  }
  set(row: number, value: boolean): void {
    this.v[row] = value ? 1 : 0;
  }
  setNull(row: number): void {
    this.v[row] = 2;
  }
  freeze(name: string, n: number, slabs: Slabs): BooleanColumn {
    return { kind: 'boolean', type: 'boolean', name, v: slabs.uint8(this.v, n) };
  }
  reset(): void {
    // every row is written before it is frozen
  }
}

export class StringBuilder {
  readonly kind = 'string';
  codes = new Int32Array(firstCapacity);
  #dictionary: string[] = [];
  #codeOf = new Map<string, number>();
  #ofBytes = new TextCodes();

  get capacity(): number {
    return this.codes.length;
  }
  grow(capacity: number): void {
    this.codes = grown(this.codes, new Int32Array(capacity));
  }
  set(row: number, text: string): void {
    let code = this.#codeOf.get(text);
    if (code === undefined) {
      code = this.#dictionary.push(text) - 1;
      this.#codeOf.set(text, code);
    }
    this.codes[row] = code;
  }
  setBytes(row: number, bytes: Uint8Array, start: number, end: number): void {
    const known = this.#ofBytes.find(bytes, start, end);
    if (known >= 0) {
      this.codes[row] = known;
      return;
    }
    const text = plainText(bytes, start, end);
    if (this.#ofBytes.add(bytes, start, end, this.#dictionary.length)) {
      this.codes[row] = this.#dictionary.push(text) - 1;
    } else this.set(row, text);
  }
  setNull(row: number): void {
    this.codes[row] = -1;
  }
  freeze(name: string, n: number, slabs: Slabs): StringColumn {
    return {
      kind: 'string',
      type: 'string',
      name,
      codes: slabs.int32(this.codes, n),
      dictionary: [...this.#dictionary],
    };
  }
  reset(): void {
    this.#dictionary = [];
    this.#codeOf.clear();
    this.#ofBytes.clear();
  }
}

export type ColumnBuilder = TimeBuilder | NumberBuilder | BooleanBuilder | StringBuilder;
