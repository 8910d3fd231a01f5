import type { FieldValue } from '@/lib/lineProtocol';
import { emptyValues, valuesOf } from './columnValues';
import type { ColumnValues } from './columnValues';
import type { FieldType, FieldValues, TimeSpan } from './storage';
import { lowerBound, orderOf } from './timeOrder';

const FIRST_CAPACITY = 8;
const BEFORE_ALL = -(2n ** 63n) - 1n;

/** A slice of a column, ascending and unique in time. */
export interface ColumnCut {
  times: BigInt64Array;
  data: FieldValues;
}

/**
 * One field of one series with one type. Points are appended as they come; what came out of order, or again, is
 * put in order at the next read. Arrays that were given out or shared are never written below their length.
 */
export class Column {
  readonly field: string;
  readonly type: FieldType;
  /** The same field with another type, of other shards. */
  alternate: Column | null = null;
  /** The shard that admitted the last point: its type is known to agree. */
  shard: object | null = null;
  private times: BigInt64Array = new BigInt64Array(0);
  private values: ColumnValues;
  private length = 0;
  private sorted = 0;
  private last = BEFORE_ALL;
  private isOwned = true;

  constructor(field: string, type: FieldType) {
    this.field = field;
    this.type = type;
    this.values = emptyValues(type);
  }

  static filled(field: string, cut: ColumnCut): Column {
    const column = new Column(field, cut.data.type);
    column.times = cut.times;
    column.values = valuesOf(cut.data);
    column.length = column.sorted = cut.times.length;
    column.last = cut.times.at(-1) ?? BEFORE_ALL;
    column.isOwned = false;
    return column;
  }

  push(time: bigint, field: FieldValue): void {
    if (this.length === this.times.length || !this.isOwned) this.grow();
    this.times[this.length] = time;
    this.values.set(this.length, field);
    if (time > this.last) {
      if (this.sorted === this.length) this.sorted++;
      this.last = time;
    }
    this.length++;
  }

  isEmpty(): boolean {
    return this.length === 0;
  }

  hasPointIn(span: TimeSpan): boolean {
    const [from, to] = this.bounds(span);
    return to > from;
  }

  cut(span: TimeSpan): ColumnCut | null {
    const [from, to] = this.bounds(span);
    if (to <= from) return null;
    return { times: this.times.subarray(from, to), data: this.values.cut(from, to) };
  }

  remove(span: TimeSpan): boolean {
    const [from, to] = this.bounds(span);
    if (to <= from) return false;
    const rest = new BigInt64Array(this.length - (to - from));
    rest.set(this.times.subarray(0, from));
    rest.set(this.times.subarray(to, this.length), from);
    this.values.splice(from, to, this.length);
    this.replace(rest);
    return true;
  }

  fork(): Column {
    this.normalise();
    this.isOwned = false;
    const fork = new Column(this.field, this.type);
    fork.alternate = this.alternate?.fork() ?? null;
    fork.times = this.times;
    fork.values = this.values.share();
    fork.length = fork.sorted = this.length;
    fork.last = this.last;
    fork.isOwned = false;
    return fork;
  }

  private bounds(span: TimeSpan): [number, number] {
    this.normalise();
    return [
      lowerBound(this.times, this.length, span.start),
      lowerBound(this.times, this.length, span.stop),
    ];
  }

  private normalise(): void {
    if (this.sorted === this.length) return;
    const order = orderOf(this.times, this.sorted, this.length);
    const times = new BigInt64Array(order.length);
    for (let i = 0; i < order.length; i++) times[i] = this.times[order[i] ?? 0] ?? 0n;
    this.values.take(order);
    this.replace(times);
  }

  private replace(times: BigInt64Array): void {
    this.times = times;
    this.length = this.sorted = times.length;
    this.last = times.at(-1) ?? BEFORE_ALL;
    this.isOwned = true;
  }

  private grow(): void {
    const isFull = this.length === this.times.length;
    const capacity = isFull
      ? Math.max(FIRST_CAPACITY, Math.ceil(this.length * 1.5))
      : this.times.length;
    const times = new BigInt64Array(capacity);
    times.set(this.times.subarray(0, this.length));
    this.times = times;
    this.values.grow(capacity, this.length);
    this.isOwned = true;
  }
}
