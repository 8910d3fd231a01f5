import type { FieldValue, Point } from '@/lib/lineProtocol';
import { cellAt, isNull, valueAt } from './column';
import { fail } from './fluxError';
import { Row } from './rows';
import type { ToOperation } from './stream';
import { columnNamed } from './table';
import type { Table } from './table';
import type { FluxRecord, FluxValue } from './values';

/** The rows of tables as the points that `to` writes. */
export function* pointsOf(tables: readonly Table[], operation: ToOperation): Iterable<Point> {
  for (const table of tables) yield* tablePoints(table, operation);
}

function* tablePoints(table: Table, operation: ToOperation): Iterable<Point> {
  const time = columnNamed(table, operation.timeColumn);
  const measurement = columnNamed(table, operation.measurementColumn);
  if (time?.type !== 'time') return fail('no time column detected');
  if (!measurement) return fail('no column with label _measurement exists');
  const tagColumns = table.columns.filter((column) => isTag(column, operation));
  if (tagColumns.some(({ type }) => type !== 'string')) fail('invalid type for tag column');
  const row = new Row(table);
  for (let index = 0; index < table.length; index++) {
    row.index = index;
    const at = cellAt(time, index);
    const fields = fieldsOf(row, operation);
    if (typeof at !== 'bigint' || fields.length === 0) continue;
    yield {
      measurement: String(cellAt(measurement, index)),
      tags: tagColumns
        .filter((column) => !isNull(column, index) && cellAt(column, index) !== '')
        .map((column): [string, string] => [column.label, String(cellAt(column, index))])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
      fields,
      timeNs: at,
    };
  }
}

const NOT_TAGS = new Set(['_field', '_value', '_start', '_stop']);

function isTag(
  { label, type }: Table['columns'][number],
  { tagColumns, measurementColumn }: ToOperation,
): boolean {
  if (tagColumns) return tagColumns.includes(label);
  return type === 'string' && label !== measurementColumn && !NOT_TAGS.has(label);
}

function fieldsOf(row: Row, { fieldFn }: ToOperation): [string, FieldValue][] {
  const record = fieldFn ? fieldFn.call(new Map([['r', row]]), { name: 'fieldFn', at: '' }) : null;
  if (record?.type === 'record') return recordFields(record);
  const name = row.get('_field');
  const column = columnNamed(row.table, '_value');
  if (name?.type !== 'string' || !column) return fail('table has no _field column');
  const value = fieldValue(valueAt(column, row.index));
  if (name.value === '') fail('all fields must have non-empty names', 'internal error');
  return value ? [[name.value, value]] : [];
}

function recordFields(record: FluxRecord): [string, FieldValue][] {
  const fields: [string, FieldValue][] = [];
  for (const name of record.names()) {
    const value = fieldValue(record.get(name));
    if (value) fields.push([name, value]);
  }
  return fields;
}

function fieldValue(value: FluxValue | undefined): FieldValue | null {
  switch (value?.type) {
    case 'float':
    case 'string':
      return value;
    case 'int':
    case 'time':
      return { type: 'integer', value: value.value };
    case 'uint':
      return { type: 'unsigned', value: value.value };
    case 'bool':
      return { type: 'boolean', value: value.value };
    default:
      return null;
  }
}
