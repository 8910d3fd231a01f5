import type { SeriesField } from '@/demo/storage/storage';
import { columnOf, constantColumn } from './column';
import type { Cell, Column } from './column';
import { concatColumns } from './concat';
import { FluxError } from './fluxError';
import { goSort } from './goSort';
import { aggregate, aggregateType, isSelector, selectRow, wrapped } from './reductions';
import { COLUMN_TYPES, rangeKey, seriesTable, tagsOf } from './seriesTables';
import type { AggregateName, Reduction, SelectorName } from './stream';
import { columnNamed, compareText, gatherRows, keyColumns } from './table';
import type { GroupKey, Table } from './table';
import type { Bounds } from './windows';

interface Member {
  series: SeriesField;
  tags: ReadonlyMap<string, string>;
  sortKey: string;
}

/** Greater than any value: a series that lacks a tag of the group comes last. */
const LACKING = '\uffff\uffff';

function membersOf(all: Iterable<SeriesField>, columns: readonly string[]): Member[] {
  const members = Array.from(all, (series): Member => {
    const tags = new Map(tagsOf(series));
    const sortKey = columns.map((label) => `${tags.get(label) ?? LACKING}\0`).join('');
    return { series, tags, sortKey };
  });
  return goSort(members, (a, b) => a.sortKey < b.sortKey);
}

function* groupsOf(
  all: Iterable<SeriesField>,
  columns: readonly string[],
): Iterable<[Member, ...Member[]]> {
  let group: [Member, ...Member[]] | null = null;
  for (const member of membersOf(all, columns)) {
    if (group?.[0].sortKey === member.sortKey) {
      group.push(member);
    } else {
      if (group) yield group;
      group = [member];
    }
  }
  if (group) yield group;
}

export interface GroupSpecRead {
  bounds: Bounds;
  columns: readonly string[];
}

/** `_start`, `_stop`, then the columns as they were named; a tag that the series lack is an empty string. */
function keyOf({ tags }: Member, { bounds, columns }: GroupSpecRead): GroupKey {
  const labels = [...new Set(columns)].filter((label) => label !== '_start' && label !== '_stop');
  return [
    ...rangeKey(bounds),
    ...labels.map((label) => ({ label, type: 'string' as const, value: tags.get(label) ?? '' })),
  ];
}

/** `group()` done by the storage: every table keeps `_start` and `_stop` in its key, rows follow series by series. */
export function* groupTables(all: Iterable<SeriesField>, spec: GroupSpecRead): Iterable<Table> {
  for (const members of groupsOf(all, spec.columns)) {
    const key = keyOf(members[0], spec);
    const first = members[0].series.data.type;
    const odd = members.findIndex(({ series }) => series.data.type !== first);
    const read = odd < 0 ? members : members.slice(0, odd);
    const table = mergedTable(key, read, labelsOf(members), spec.bounds);
    const other = members[odd];
    yield other ? { ...table, failure: collision(members[0], other) } : table;
  }
}

function collision(a: Member, b: Member): FluxError {
  const [one, other] = [a.series.data.type, b.series.data.type];
  return new FluxError(`schema collision: cannot group ${one} and ${other} types together`);
}

function labelsOf(members: readonly Member[]): string[] {
  return [...new Set(members.flatMap(({ tags }) => [...tags.keys()]))].sort(compareText);
}

function mergedTable(
  key: GroupKey,
  members: readonly Member[],
  labels: readonly string[],
  bounds: Bounds,
): Table {
  const tables = members.map(({ series }) => seriesTable(series, bounds));
  const columns = ['_start', '_stop', '_time', '_value', ...labels].map((label) => {
    const fixed = key.find((column) => column.label === label);
    if (fixed) return constantColumn(label, fixed.type, fixed.value);
    const parts = tables.map((table) => ({
      column: columnNamed(table, label) ?? constantColumn(label, 'string', ''),
      length: table.length,
    }));
    return concatColumns(label, parts[0]?.column.type ?? 'string', parts);
  });
  const buffers = tables.flatMap((table) => table.buffers ?? [table.length]);
  return { key, columns, length: buffers.reduce((sum, n) => sum + n, 0), buffers };
}

/** A group reduced by the storage: series by series, then what came of them. */
export function* reducedGroups(
  all: Iterable<SeriesField>,
  spec: GroupSpecRead,
  reduction: Reduction,
): Iterable<Table> {
  for (const members of groupsOf(all, spec.columns)) {
    const key = keyOf(members[0], spec);
    yield isSelector(reduction)
      ? selectedTable(key, members, reduction, spec.bounds)
      : aggregatedTable(key, members, reduction);
  }
}

function valuesOf({ data }: SeriesField): Column {
  return { type: COLUMN_TYPES[data.type], values: data.values, label: '_value' } as Column;
}

/** `_start`, `_stop`, `_value`, then the rest of the key. */
function aggregatedTable(
  key: GroupKey,
  members: readonly [Member, ...Member[]],
  name: AggregateName,
): Table {
  const type = aggregateType(name, COLUMN_TYPES[members[0].series.data.type]) ?? 'float';
  let total: Cell = null;
  for (const member of members) {
    const { series } = member;
    if (name !== 'count' && series.data.type !== members[0].series.data.type) {
      throw collision(members[0], member);
    }
    total = added(total, aggregate(name, valuesOf(series), 0, series.times.length));
  }
  const fixed = keyColumns(key);
  const value = columnOf('_value', type, [
    typeof total === 'bigint' ? wrapped(type, total) : total,
  ]);
  return { key, columns: [...fixed.slice(0, 2), value, ...fixed.slice(2)], length: 1 };
}

function added(a: Cell, b: Cell): Cell {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a + b;
  return typeof a === 'number' && typeof b === 'number' ? a + b : b;
}

function selectedTable(
  key: GroupKey,
  members: readonly [Member, ...Member[]],
  name: SelectorName,
  bounds: Bounds,
): Table {
  let best = members[0];
  let bestRow = selectRow(name, valuesOf(best.series), 0, best.series.times.length);
  for (const member of members.slice(1)) {
    if (member.series.data.type !== best.series.data.type) throw collision(best, member);
    const row = selectRow(name, valuesOf(member.series), 0, member.series.times.length);
    if (!isBetter(name, member.series, row, best.series, bestRow)) continue;
    best = member;
    bestRow = row;
  }
  const row = gatherRows(seriesTable(best.series, bounds), [bestRow]);
  const labels = ['_start', '_stop', '_time', '_value', ...labelsOf(members)];
  const columns = labels.map(
    (label) => columnNamed(row, label) ?? constantColumn(label, 'string', ''),
  );
  return { key, columns, length: 1 };
}

/** Of equal values the first series keeps its place, of equal times the last one is the last. */
function isBetter(
  name: SelectorName,
  series: SeriesField,
  row: number,
  best: SeriesField,
  bestRow: number,
): boolean {
  const time = series.times[row] ?? 0n;
  const bestTime = best.times[bestRow] ?? 0n;
  if (name === 'first') return time < bestTime;
  if (name === 'last') return time >= bestTime;
  const value = series.data.values[row] ?? 0;
  const bestValue = best.data.values[bestRow] ?? 0;
  return name === 'min' ? value < bestValue : value > bestValue;
}
