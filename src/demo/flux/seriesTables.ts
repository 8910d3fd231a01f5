import type { FieldType, SeriesField } from '@/demo/storage/storage';
import { constantColumn, gather } from './column';
import type { Cells, Column } from './column';
import type { QueryStorage } from './queryStorage';
import { compareText } from './table';
import type { GroupKey, Table } from './table';
import { NULL, string } from './values';
import type { ColumnType, FluxRecord, FluxValue } from './values';
import type { Bounds } from './windows';

type Series = Pick<SeriesField, 'measurement' | 'tags' | 'field'>;

export const COLUMN_TYPES: Readonly<Record<FieldType, ColumnType>> = {
  float: 'float',
  integer: 'int',
  unsigned: 'uint',
  string: 'string',
  boolean: 'bool',
};

/** The tags of a series with its field and measurement, as columns: sorted by name. */
export function tagsOf({ measurement, tags, field }: Series): [string, string][] {
  const all: [string, string][] = [
    ['_field', field],
    ['_measurement', measurement],
  ];
  for (const [key, value] of tags) all.push([key, value]);
  return all.sort(([a], [b]) => compareText(a, b));
}

/** A series, without a point, as the row that predicates see. */
export function seriesRecord(series: Series): FluxRecord {
  const tags = new Map(tagsOf(series));
  const valueOf = (text: string | undefined): FluxValue =>
    text === undefined ? NULL : string(text);
  return { type: 'record', get: (name) => valueOf(tags.get(name)), names: () => tags.keys() };
}

function cellsOf({ data }: SeriesField): Cells {
  switch (data.type) {
    case 'integer':
      return { type: 'int', values: data.values };
    case 'unsigned':
      return { type: 'uint', values: data.values };
    case 'boolean':
      return { type: 'bool', values: data.values };
    default:
      return data;
  }
}

export function rangeKey({ start, stop }: Bounds): GroupKey {
  return [
    { label: '_start', type: 'time', value: start },
    { label: '_stop', type: 'time', value: stop },
  ];
}

/** `_start`, `_stop`, `_time`, `_value`, then the tags: the columns of the storage's arrays are used as they are. */
export function seriesTable(series: SeriesField, bounds: Bounds): Table {
  const tags = tagsOf(series);
  const key: GroupKey = [
    ...rangeKey(bounds),
    ...tags.map(([label, value]) => ({ label, type: 'string' as const, value })),
  ];
  const columns: Column[] = [
    constantColumn('_start', 'time', bounds.start),
    constantColumn('_stop', 'time', bounds.stop),
    { type: 'time', label: '_time', values: series.times },
    { ...cellsOf(series), label: '_value' },
    ...tags.map(([label, value]) => constantColumn(label, 'string', value)),
  ];
  const { length } = series.times;
  if (length <= BLOCK) return { key, columns, length };
  const buffers = Array.from({ length: Math.ceil(length / BLOCK) }, (_, index) =>
    Math.min(BLOCK, length - index * BLOCK),
  );
  return { key, columns, length, buffers };
}

/** The storage hands on a series this many points at a time. */
const BLOCK = 1_000;

export interface ReadSpec {
  bucketID: string;
  bounds: Bounds;
  accepts: (series: FluxRecord) => boolean;
  /** Present where a filter looks at values. */
  acceptsRow: ((row: FluxRecord) => boolean) | null;
}

/** The series of a bucket that pass a pushed filter, with the rows that pass it. */
export function* readSeries(storage: QueryStorage, spec: ReadSpec): Iterable<SeriesField> {
  const { bucketID, bounds, accepts, acceptsRow } = spec;
  for (const series of storage.read(bucketID, bounds, (each) => accepts(seriesRecord(each)))) {
    if (!acceptsRow) {
      yield series;
      continue;
    }
    const kept = keptRows(series, acceptsRow);
    if (kept.length > 0) yield rowsOf(series, kept);
  }
}

function keptRows(series: SeriesField, acceptsRow: (row: FluxRecord) => boolean): number[] {
  const tags = seriesRecord(series);
  const type = COLUMN_TYPES[series.data.type];
  const { values } = series.data;
  let row = 0;
  const record: FluxRecord = {
    type: 'record',
    get: (name) => {
      if (name !== '_value') return tags.get(name);
      const value = values[row];
      return { type, value: type === 'bool' ? value === 1 : value } as FluxValue;
    },
    names: () => tags.names(),
  };
  const kept: number[] = [];
  for (row = 0; row < series.times.length; row++) if (acceptsRow(record)) kept.push(row);
  return kept;
}

function rowsOf(series: SeriesField, rows: readonly number[]): SeriesField {
  const times = gather({ type: 'time', label: '', values: series.times }, rows);
  const values = gather({ ...cellsOf(series), label: '' }, rows);
  return {
    ...series,
    times: times.values as BigInt64Array,
    data: { type: series.data.type, values: values.values } as SeriesField['data'],
  };
}
