import type { Arguments } from '@/demo/flux/arguments';
import { columnOf } from '@/demo/flux/column';
import { fail } from '@/demo/flux/fluxError';
import { pivotRows } from '@/demo/flux/pivotRows';
import type { Program } from '@/demo/flux/program';
import { rowFunction } from '@/demo/flux/rows';
import { seriesRecord, tagsOf } from '@/demo/flux/seriesTables';
import { streamOf } from '@/demo/flux/stream';
import { addDuration } from '@/demo/flux/time';
import { compareText } from '@/demo/flux/table';
import type { Table } from '@/demo/flux/table';
import type { FluxFunction, FluxRecord } from '@/demo/flux/values';
import type { Bounds } from '@/demo/flux/windows';
import { builtin, transform } from './builtin';
import type { Names } from './builtin';
import { bucketOf, toTime } from './sources';

const LAST_30_DAYS = { months: 0, ns: -2_592_000_000_000_000n };

function boundsOf(args: Arguments, program: Program): Bounds {
  const start = args.optional('start');
  const stop = args.optional('stop');
  return {
    start: start ? toTime(start, program.now) : addDuration(program.now, LAST_30_DAYS),
    stop: stop ? toTime(stop, program.now) : program.now,
  };
}

type Accepts = (series: FluxRecord) => boolean;

function accepting(fn: FluxFunction | undefined, measurement: string | undefined): Accepts {
  const predicate = fn && rowFunction(fn);
  return (series) => {
    if (measurement !== undefined) {
      const value = series.get('_measurement');
      if (value?.type !== 'string' || value.value !== measurement) return false;
    }
    if (!predicate) return true;
    const outcome = predicate(series);
    return outcome.type === 'bool' && outcome.value;
  };
}

function valuesTable(values: readonly string[]): Table[] {
  const columns = [columnOf('_value', 'string', values)];
  return [{ key: [], columns, length: values.length }];
}

/** Names come from whole shards; those of all measurements, unless a predicate asks, from the whole bucket. */
function tagValues(program: Program, tag: string, measurement?: string): FluxFunction {
  return schemaFunction(
    program,
    (args, bucketID, bounds, accepts) => {
      const wanted = tag === '' ? args.string('tag') : tag;
      const isUnbounded = wanted === '_measurement' && args.optionalFn('predicate') === undefined;
      const found = new Set<string>();
      for (const series of program.storage.seriesKeys(bucketID, isUnbounded ? undefined : bounds)) {
        if (!accepts(seriesRecord(series))) continue;
        const value = tagsOf(series).find(([key]) => key === wanted)?.[1];
        if (value !== undefined) found.add(value);
      }
      return valuesTable([...found].sort(compareText));
    },
    measurement,
  );
}

/** `_start` and `_stop` are always there, `_field` and `_measurement` as soon as the range has a shard. */
function tagKeys(program: Program, measurement?: string): FluxFunction {
  return schemaFunction(
    program,
    (_, bucketID, bounds, accepts) => {
      const found = new Set<string>();
      for (const series of program.storage.seriesKeys(bucketID, bounds)) {
        found.add('_field').add('_measurement');
        if (accepts(seriesRecord(series))) for (const [key] of series.tags) found.add(key);
      }
      return valuesTable(['_start', '_stop', ...[...found].sort(compareText)]);
    },
    measurement,
  );
}

function cardinality(program: Program): FluxFunction {
  return schemaFunction(program, (_, bucketID, bounds, accepts) => {
    const found = new Set<string>();
    for (const series of program.storage.seriesKeys(bucketID, bounds)) {
      if (accepts(seriesRecord(series))) {
        found.add(JSON.stringify([series.measurement, series.tags]));
      }
    }
    const columns = [columnOf('_value', 'int', [BigInt(found.size)])];
    return [{ key: [], columns, length: 1 }];
  });
}

/** Measured by its `measurement` argument where the name of the function says so. */
function schemaFunction(
  program: Program,
  tables: (args: Arguments, bucketID: string, bounds: Bounds, accepts: Accepts) => Table[],
  measurement?: string,
): FluxFunction {
  return builtin((args, site) => {
    const bucket = bucketOf(args) ?? fail('must specify bucket or bucketID');
    const bounds = boundsOf(args, program);
    const named = measurement === undefined ? undefined : args.string(measurement);
    const accepts = accepting(args.optionalFn('predicate'), named);
    return streamOf(
      {
        kind: 'source',
        bucket,
        tables: ({ bucketID }) => tables(args, bucketID, bounds, accepts),
      },
      [],
      site,
    );
  });
}

export function schema(program: Program): Names {
  return {
    measurements: tagValues(program, '_measurement'),
    measurementTagKeys: tagKeys(program, 'measurement'),
    measurementTagValues: tagValues(program, '', 'measurement'),
    measurementFieldKeys: tagValues(program, '_field', 'measurement'),
    tagKeys: tagKeys(program),
    tagValues: tagValues(program, ''),
    fieldKeys: tagValues(program, '_field'),
    fieldsAsCols: transform(() =>
      pivotRows({ rowKey: ['_time'], columnKey: ['_field'], valueColumn: '_value' }),
    ),
  };
}

export function influxdbPackage(program: Program): Names {
  return { cardinality: cardinality(program) };
}
