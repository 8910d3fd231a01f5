import type { SeriesField } from '@/demo/storage/storage';
import { columnOf, constantColumn } from './column';
import type { Column } from './column';
import { concatColumns } from './concat';
import { failFinally } from './fluxError';
import { aggregate, isSelector, selectRow } from './reductions';
import { rangeKey, seriesTable, tagsOf } from './seriesTables';
import type { Reduction } from './stream';
import { columnNamed, compareText, gatherRows, keyColumns } from './table';
import type { GroupKey, Table } from './table';
import type { Bounds } from './windows';

interface Group {
  values: readonly (string | null)[];
  series: SeriesField[];
}

/** Series by the values of some tags; a series that lacks one comes last. */
function groupsOf(all: Iterable<SeriesField>, columns: readonly string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const series of all) {
    const tags = new Map(tagsOf(series));
    const values = columns.map((column) => tags.get(column) ?? null);
    const id = JSON.stringify(values);
    const group = groups.get(id);
    if (group) group.series.push(series);
    else groups.set(id, { values, series: [series] });
  }
  return [...groups.values()].sort((a, b) => compareValues(a.values, b.values));
}

function compareValues(a: Group['values'], b: Group['values']): number {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? null;
    if (value === other) continue;
    if (value === null) return 1;
    if (other === null) return -1;
    return compareText(value, other);
  }
  return 0;
}

/** `group()` done by the storage: every table keeps `_start` and `_stop` in its key, rows follow series by series. */
export function* groupTables(
  all: Iterable<SeriesField>,
  bounds: Bounds,
  by: readonly string[],
): Iterable<Table> {
  const columns = [...new Set(by)]
    .filter((label) => label !== '_start' && label !== '_stop')
    .sort(compareText);
  for (const { values, series } of groupsOf(all, columns)) {
    const key: GroupKey = [
      ...rangeKey(bounds),
      ...columns.flatMap((label, index) => {
        const value = values[index] ?? null;
        return value === null ? [] : [{ label, type: 'string' as const, value }];
      }),
    ];
    const first = series[0]?.data.type;
    const odd = series.findIndex(({ data }) => data.type !== first);
    yield mergedTable(key, odd < 0 ? series : series.slice(0, odd), bounds);
    if (odd >= 0) {
      failFinally(
        `schema collision: cannot group ${String(first)} and ${String(series[odd]?.data.type)} types together`,
      );
    }
  }
}

function mergedTable(key: GroupKey, series: readonly SeriesField[], bounds: Bounds): Table {
  const tables = series.map((each) => seriesTable(each, bounds));
  const labels = [...new Set(series.flatMap((each) => tagsOf(each).map(([label]) => label)))];
  const all = ['_start', '_stop', '_time', '_value', ...labels.sort(compareText)];
  const columns = all.map((label): Column => {
    const fixed = key.find((column) => column.label === label);
    if (fixed) return constantColumn(label, fixed.type, fixed.value);
    const parts = tables.map((table) => ({
      column: columnNamed(table, label),
      length: table.length,
    }));
    return concatColumns(
      label,
      parts.find(({ column }) => column)?.column?.type ?? 'string',
      parts,
    );
  });
  return { key, columns, length: tables.reduce((sum, { length }) => sum + length, 0) };
}

/** An aggregate over a pushed group: `_start`, `_stop`, `_value`, then the key. */
export function reducedGroup(table: Table, reduction: Reduction): Table {
  const value = columnNamed(table, '_value');
  if (!value) return table;
  if (isSelector(reduction)) {
    const row =
      reduction === 'first' || reduction === 'last'
        ? timeRow(table, reduction)
        : selectRow(reduction, value, 0, table.length);
    return gatherRows(table, row < 0 ? [] : [row]);
  }
  const cell = aggregate(reduction, value, 0, table.length);
  const type = reduction === 'count' ? 'int' : value.type;
  const fixed = keyColumns(table.key);
  const columns = [...fixed.slice(0, 2), columnOf('_value', type, [cell]), ...fixed.slice(2)];
  return { key: table.key, columns, length: 1 };
}

/** Rows of a merged group are not in time order: the oldest or newest is looked for. */
function timeRow(table: Table, which: 'first' | 'last'): number {
  const time = columnNamed(table, '_time');
  if (time?.type !== 'time') return -1;
  return selectRow(which === 'first' ? 'min' : 'max', time, 0, table.length);
}
