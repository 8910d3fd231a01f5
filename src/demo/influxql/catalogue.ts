import { compileGoRegexp } from '@/lib/goRegexp';
import type { Expr, MeasurementSource, TagKeyFilter } from '@/lib/influxqlAst';
import type { FieldType, Storage, TimeSpan, TypedFieldKey } from '@/demo/storage/storage';
import { splitCondition } from './condition';
import { compileFilter } from './filter';
import { measurementTest } from './select';
import type { TagTest } from './sources';
import { MAX_TIME, MIN_TIME } from './timeLiteral';

/** What a bucket holds, a measurement at a time, and within a SHOW statement's FROM and WHERE. */
export interface Catalogue {
  measurements: Map<string, MeasurementEntry>;
}

export interface MeasurementEntry {
  /** Tags of each series. */
  series: TypedFieldKey['tags'][];
  /** Of deleted series that the server's index still names. */
  deleted: TypedFieldKey['tags'][];
  fields: Map<string, FieldType[]>;
}

export interface CatalogueQuery {
  storage: Storage;
  bucketID: string;
  now: bigint;
  sources: readonly MeasurementSource[];
  condition: Expr | undefined;
}

function spanOf(condition: Expr | undefined, now: bigint): { span?: TimeSpan; rest?: Expr } {
  const { range, rest } = splitCondition(condition, { now, timeZone: undefined });
  const kept = rest ? { rest } : {};
  if (range.min === undefined && range.max === undefined) return kept;
  return { span: { start: range.min ?? MIN_TIME, stop: (range.max ?? MAX_TIME) + 1n }, ...kept };
}

export function sourceTest(sources: readonly MeasurementSource[]): (name: string) => boolean {
  const tests = sources.map(measurementTest);
  return (name) => tests.length === 0 || tests.some((test) => test(name));
}

function addType({ fields }: MeasurementEntry, { field, type }: TypedFieldKey): void {
  const types = fields.get(field) ?? [];
  if (!types.includes(type)) fields.set(field, [...types, type]);
}

/** Times count by whole shards; of the other conditions those with tags. */
export function readCatalogue(query: CatalogueQuery): Catalogue {
  const { span, rest } = spanOf(query.condition, query.now);
  const accepts: TagTest = compileFilter(rest, {
    fields: new Map(),
    tags: new Set(),
  }).acceptsSeries;
  const matches = sourceTest(query.sources);
  const measurements = new Map<string, MeasurementEntry>();
  let last: { tags: TypedFieldKey['tags']; accepted: boolean } | null = null;
  for (const one of query.storage.seriesKeys(query.bucketID, span)) {
    if (!matches(one.measurement)) continue;
    const isNew = last?.tags !== one.tags;
    if (last === null || isNew) {
      last = { tags: one.tags, accepted: accepts(one.measurement, new Map(one.tags)) };
    }
    if (!last.accepted) continue;
    const entry: MeasurementEntry = measurements.get(one.measurement) ?? {
      series: [],
      deleted: [],
      fields: new Map(),
    };
    measurements.set(one.measurement, entry);
    if (isNew) entry.series.push(one.tags);
    addType(entry, one);
  }
  if (rest) return { measurements };
  for (const one of query.storage.deletedKeys(query.bucketID, span)) {
    const entry = measurements.get(one.measurement);
    if (!entry) continue;
    entry.deleted.push(one.tags);
    addType(entry, one);
  }
  return { measurements };
}

export function keyTest(filter: TagKeyFilter | undefined): (key: string) => boolean {
  if (!filter) return () => true;
  const { operator, keys, regex } = filter;
  if (!regex) return (key) => keys.includes(key) === (operator !== '!=');
  const regexp = compileGoRegexp(regex.source);
  return (key) => regexp.test(key) === (operator === '=~');
}
