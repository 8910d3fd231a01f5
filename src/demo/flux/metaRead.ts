import type { Engine } from './executor';
import { columnOf } from './column';
import { privateBasisOf, readSpec } from './pushdown';
import type { Basis, Readers } from './pushdown';
import { readSeries, seriesRecord, tagsOf } from './seriesTables';
import type { StreamNode, TransformOperation } from './stream';
import { compareText } from './table';
import type { Table } from './table';
import type { SeriesFieldKey } from '@/demo/storage/storage';

/** `keep(columns: [tag]) |> group() |> distinct(column: tag)` or `keys() |> keep(columns: ["_value"]) |> distinct()` right after a read: the storage looks names up without reading points. */
export function namesRead(node: StreamNode, engine: Engine): Table[] | null {
  const distinct = shapeOf(node);
  if (distinct?.kind !== 'distinct') return null;
  const values = tagValuesBasis(node, distinct.column, engine.readers);
  if (values) return [valuesTable(tagValues(values, distinct.column, engine))];
  const keys = tagKeysBasis(node, distinct.column, engine.readers);
  return keys && [valuesTable(tagKeys(keys, engine))];
}

function shapeOf({ operation }: StreamNode): TransformOperation['shape'] {
  return operation.kind === 'transform' ? operation.shape : undefined;
}

function only(node: StreamNode | undefined, readers: Readers): StreamNode | undefined {
  const input = node?.inputs[0];
  return input && (readers.get(input) ?? 0) <= 1 ? input : undefined;
}

function keepsOnly(node: StreamNode | undefined, column: string): boolean {
  const shape = node && shapeOf(node);
  return shape?.kind === 'keep' && shape.columns.length === 1 && shape.columns[0] === column;
}

function tagValuesBasis(node: StreamNode, tag: string, readers: Readers): Basis | null {
  if (/^_(time|value|start|stop)$/.test(tag)) return null;
  const group = only(node, readers);
  const { operation } = group ?? {};
  if (operation?.kind !== 'group' || operation.mode !== 'by' || operation.columns.length > 0) {
    return null;
  }
  const keep = only(group, readers);
  return keepsOnly(keep, tag) ? privateBasisOf(keep?.inputs[0], readers) : null;
}

function tagKeysBasis(node: StreamNode, column: string, readers: Readers): Basis | null {
  const keep = only(node, readers);
  const keys = only(keep, readers);
  const shape = keys && shapeOf(keys);
  if (!keepsOnly(keep, column) || shape?.kind !== 'keys' || shape.column !== column) return null;
  return privateBasisOf(keys?.inputs[0], readers);
}

function valuesTable(values: readonly string[]): Table {
  return { key: [], columns: [columnOf('_value', 'string', values)], length: values.length };
}

/** Of whole shards; the names of all measurements, where nothing is filtered, of the whole bucket. */
function seriesOf(basis: Basis, engine: Engine, isUnbounded: boolean): Iterable<SeriesFieldKey> {
  const spec = readSpec(basis, engine.bucketIDs.get(basis.from) ?? '');
  if (spec.acceptsRow) return readSeries(engine.storage, spec);
  const bounds = isUnbounded ? undefined : basis.bounds;
  const all = engine.storage.seriesKeys(spec.bucketID, bounds);
  return [...all].filter((series) => spec.accepts(seriesRecord(series)));
}

function tagValues(basis: Basis, tag: string, engine: Engine): string[] {
  const isUnbounded = tag === '_measurement' && basis.filters.length === 0;
  const found = new Set<string>();
  for (const series of seriesOf(basis, engine, isUnbounded)) {
    const value = tagsOf(series).find(([key]) => key === tag)?.[1];
    if (value !== undefined) found.add(value);
  }
  return [...found].sort(compareText);
}

/** `_start` and `_stop` are always there, `_field` and `_measurement` as soon as the range has a shard. */
function tagKeys(basis: Basis, engine: Engine): string[] {
  const bucketID = engine.bucketIDs.get(basis.from) ?? '';
  const found = new Set<string>();
  for (const _ of engine.storage.seriesKeys(bucketID, basis.bounds)) {
    found.add('_field').add('_measurement');
    break;
  }
  for (const series of seriesOf(basis, engine, false)) {
    for (const [key] of series.tags) found.add(key);
  }
  return ['_start', '_stop', ...[...found].sort(compareText)];
}
