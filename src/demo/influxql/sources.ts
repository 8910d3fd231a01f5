import type { FieldType, SeriesField, Storage, TimeSpan } from '@/demo/storage/storage';
import type { Cell, ResultSeries } from './results';

/** Values of one field of one series, with their times in ascending order. Only subqueries have nulls. */
export interface Column {
  type: FieldType;
  times: ArrayLike<bigint>;
  values: ArrayLike<Cell>;
}

export interface SourceSeries {
  name: string;
  tags: ReadonlyMap<string, string>;
  fields: ReadonlyMap<string, Column>;
  /** Rows of a subquery: all columns have its times, and values may be null. */
  isTable?: boolean;
  /** Rows come series by series, not by time. */
  keepsOrder?: boolean;
}

/** What can be selected from a source; where types differ the widest counts. */
export interface Schema {
  fields: Map<string, FieldType>;
  tags: Set<string>;
}

export type TagTest = (name: string, tags: ReadonlyMap<string, string>) => boolean;

export interface SourceReader {
  schema: Schema;
  read(fields: ReadonlySet<string>, accepts: TagTest): SourceSeries[];
}

const widest: readonly FieldType[] = ['float', 'integer', 'unsigned', 'string', 'boolean'];

export function addField(schema: Schema, name: string, type: FieldType): void {
  const known = schema.fields.get(name);
  if (known === undefined || widest.indexOf(type) < widest.indexOf(known)) {
    schema.fields.set(name, type);
  }
}

export function mergeSchemas(schemas: readonly Schema[]): Schema {
  const merged: Schema = { fields: new Map(), tags: new Set() };
  for (const { fields, tags } of schemas) {
    for (const [name, type] of fields) addField(merged, name, type);
    for (const tag of tags) merged.tags.add(tag);
  }
  return merged;
}

function isNumeric(type: FieldType): boolean {
  return type === 'float' || type === 'integer' || type === 'unsigned';
}

function castNumber(cell: Cell, type: FieldType): Cell {
  if (typeof cell === 'number' && type !== 'float') return BigInt(Math.trunc(cell));
  return typeof cell === 'bigint' && type === 'float' ? Number(cell) : cell;
}

/** Numbers as another type of number; other values cannot be cast. */
export function cast(column: Column, type: FieldType): Column | undefined {
  if (column.type === type) return column;
  if (!isNumeric(column.type) || !isNumeric(type)) return undefined;
  const values = Array.from(column.values, (cell) => castNumber(cell, type));
  return { type, times: column.times, values };
}

function columnOf({ times, data }: SeriesField): Column {
  const values =
    data.type === 'boolean' ? Array.from(data.values, (value) => value === 1) : data.values;
  return { type: data.type, times, values };
}

export interface StorageScope {
  storage: Storage;
  bucketID: string;
  span: TimeSpan;
  matches: (measurement: string) => boolean;
}

export function measurementReader({
  storage,
  bucketID,
  span,
  matches,
}: StorageScope): SourceReader {
  const schema: Schema = { fields: new Map(), tags: new Set() };
  for (const { measurement, tags, field, type } of storage.seriesKeys(bucketID, span)) {
    if (!matches(measurement)) continue;
    addField(schema, field, type);
    for (const [key] of tags) schema.tags.add(key);
  }
  for (const { measurement, tags, field, type } of storage.deletedKeys(bucketID, span)) {
    if (!matches(measurement)) continue;
    addField(schema, field, type);
    for (const [key] of tags) schema.tags.add(key);
  }
  return {
    schema,
    read(fields, accepts) {
      const series: (SourceSeries & { fields: Map<string, Column>; of: SeriesField['tags'] })[] =
        [];
      const wanted = storage.read(bucketID, span, ({ measurement, field }) => {
        return fields.has(field) && matches(measurement);
      });
      let rejected: SeriesField['tags'] | null = null;
      for (const found of wanted) {
        const last = series.at(-1);
        const column = columnOf(found);
        if (last?.name === found.measurement && last.of === found.tags) {
          last.fields.set(found.field, column);
          continue;
        }
        if (rejected === found.tags) continue;
        const tags = new Map(found.tags);
        if (!accepts(found.measurement, tags)) {
          rejected = found.tags;
          continue;
        }
        series.push({
          name: found.measurement,
          tags,
          of: found.tags,
          fields: new Map([[found.field, column]]),
        });
      }
      return series;
    },
  };
}

function typeOfCells(cells: readonly Cell[]): FieldType | undefined {
  const value = cells.find((cell) => cell !== null);
  switch (typeof value) {
    case 'number':
      return 'float';
    case 'bigint':
      return 'integer';
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    default:
      return undefined;
  }
}

/** The answer of a subquery as a source: its columns are fields, its dimensions are tags. */
export function resultReader(results: readonly ResultSeries[], keepsOrder: boolean): SourceReader {
  const schema: Schema = { fields: new Map(), tags: new Set() };
  const series = results.map((result): SourceSeries => {
    const fields = new Map<string, Column>();
    const times = result.times ?? [];
    result.cells.forEach((values, i) => {
      const name = result.columns[i + 1];
      const type = typeOfCells(values);
      if (name !== undefined && type) fields.set(name, { type, times, values });
    });
    for (const [name, { type }] of fields) addField(schema, name, type);
    for (const [tag] of result.tags) schema.tags.add(tag);
    return { name: result.name, tags: new Map(result.tags), fields, isTable: true, keepsOrder };
  });
  return {
    schema,
    read: (_fields, accepts) => series.filter(({ name, tags }) => accepts(name, tags)),
  };
}
