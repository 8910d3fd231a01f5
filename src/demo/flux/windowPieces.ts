import { cellAt, columnOf } from './column';
import type { Column } from './column';
import { fail } from './fluxError';
import { aggregateType, wrapped } from './reductions';
import type { WindowedReduction } from './rewrites';
import type { AggregateName } from './stream';
import { buffersOf, columnNamed, inKey, keyColumns } from './table';
import type { GroupKey, Table } from './table';
import { intersect, Windows } from './windows';
import type { Bounds } from './windows';

/** What one window has gathered so far. */
interface Part {
  /** Of the row it becomes. */
  time: bigint;
  sum: number | bigint;
  /** Rows, those without a value too. */
  count: number;
}

interface Rows {
  times: readonly bigint[];
  rows: readonly number[];
}

/** `aggregateWindow` of tables that the storage cannot do: one row a window, in columns of another order. */
export function tableWindows(
  table: Table,
  reduction: WindowedReduction & { reduction: AggregateName },
  range: Bounds,
): Table {
  const { column: label } = reduction;
  const column = columnNamed(table, label) ?? fail(`column "${label}" does not exist`);
  if (inKey(table.key, label)) fail('cannot aggregate columns that are part of the group key');
  const type = aggregateType(reduction.reduction, column.type);
  if (type === null) fail(`unsupported aggregate column type ${column.type}`);
  const windows = new Windows(reduction.window.spec);
  let parts: Part[] = [];
  let start = 0;
  for (const length of buffersOf(table)) {
    const rows = inTimeOrder(table, start, start + length);
    parts = merged(parts, partsOf(rows, column, windows, { range, ...reduction }));
    start += length;
  }
  if (reduction.window.createEmpty) parts = withEmpty(parts, windows, { range, ...reduction });
  const key = rangedKey(table.key, range);
  const time = columnOf(
    '_time',
    'time',
    parts.map((part) => part.time),
  );
  const value = columnOf(
    label,
    type,
    parts.map((part) => cellOf(part, reduction.reduction)),
  );
  return { key, columns: [time, ...keyColumns(key), value], length: parts.length };
}

function inTimeOrder(table: Table, start: number, stop: number): Rows {
  const column = columnNamed(table, '_time') ?? fail('no time column: _time');
  if (column.type !== 'time') fail(`time column is not a time value: ${column.type}`);
  const found: { time: bigint; row: number }[] = [];
  for (let row = start; row < stop; row++) {
    const time = cellAt(column, row);
    if (typeof time === 'bigint') found.push({ time, row });
  }
  const isSorted = found.every(({ time }, i) => i === 0 || (found[i - 1]?.time ?? time) <= time);
  if (!isSorted) found.sort((a, b) => Number(a.time - b.time) || a.row - b.row);
  return { times: found.map(({ time }) => time), rows: found.map(({ row }) => row) };
}

type Spec = Pick<WindowedReduction, 'timeSource'> & { range: Bounds; reduction: AggregateName };

function partsOf({ times, rows }: Rows, column: Column, windows: Windows, spec: Spec): Part[] {
  const parts: Part[] = [];
  let latest: bigint | null = null;
  let from = 0;
  for (const time of times) {
    const found: Bounds[] = windows
      .containing(time)
      .filter(({ start }) => latest === null || start > latest);
    for (const bounds of found) {
      const window = intersect(bounds, spec.range);
      while ((times[from] ?? window.start) < window.start) from += 1;
      let stop = from;
      while (stop < times.length && (times[stop] ?? 0n) < window.stop) stop += 1;
      parts.push({
        time: spec.timeSource === '_start' ? window.start : window.stop,
        sum: spec.reduction === 'count' ? 0 : sumOf(column, rows.slice(from, stop)),
        count: stop - from,
      });
    }
    latest = found.at(-1)?.start ?? latest;
  }
  return parts;
}

/** A row without a value counts as zero. */
function sumOf(column: Column, rows: readonly number[]): number | bigint {
  if (column.type === 'float') {
    let sum = 0;
    for (const row of rows) sum += Number(cellAt(column, row) ?? 0);
    return sum;
  }
  let sum = 0n;
  for (const row of rows) sum += BigInt(cellAt(column, row) ?? 0n);
  return wrapped(column.type, sum);
}

/** Both in the order of their times. */
function merged(a: readonly Part[], b: readonly Part[]): Part[] {
  if (a.length === 0) return [...b];
  const out: Part[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [left, right] = [a[i], b[j]];
    if (!left || !right) return [...out, ...a.slice(i), ...b.slice(j)];
    if (left.time === right.time) out.push(joined(left, right));
    else out.push(left.time < right.time ? left : right);
    if (left.time <= right.time) i += 1;
    if (right.time <= left.time) j += 1;
  }
}

function joined(a: Part, b: Part): Part {
  const sum = typeof a.sum === 'bigint' ? a.sum + BigInt(b.sum) : a.sum + Number(b.sum);
  return { time: a.time, sum, count: a.count + b.count };
}

function withEmpty(parts: readonly Part[], windows: Windows, { range, timeSource }: Spec): Part[] {
  const out: Part[] = [];
  let next = 0;
  for (const bounds of windows.over(range)) {
    const window = intersect(bounds, range);
    const time = timeSource === '_start' ? window.start : window.stop;
    const part = parts[next];
    if (part?.time === time) next += 1;
    out.push(part?.time === time ? part : { time, sum: 0, count: 0 });
  }
  return out;
}

function cellOf({ sum, count }: Part, name: AggregateName): number | bigint | null {
  if (name === 'count') return BigInt(count);
  if (count === 0) return null;
  return name === 'mean' ? Number(sum) / count : sum;
}

/** The range in place of the `_start` and `_stop` of the key, or after it. */
function rangedKey(key: GroupKey, { start, stop }: Bounds): GroupKey {
  const bounds = [
    { label: '_start', type: 'time' as const, value: start },
    { label: '_stop', type: 'time' as const, value: stop },
  ];
  const replaced = key.map((each) => bounds.find(({ label }) => label === each.label) ?? each);
  return [...replaced, ...bounds.filter(({ label }) => !inKey(key, label))];
}
