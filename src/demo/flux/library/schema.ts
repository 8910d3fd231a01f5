import type { Arguments } from '@/demo/flux/arguments';
import type { FunctionExpression } from '@/demo/flux/ast';
import { columnOf } from '@/demo/flux/column';
import { distinctValues } from '@/demo/flux/distinctRows';
import { compile } from '@/demo/flux/expressions';
import { fail } from '@/demo/flux/fluxError';
import { pivotRows } from '@/demo/flux/pivotRows';
import { storageTest, termsOf } from '@/demo/flux/predicates';
import type { Program } from '@/demo/flux/program';
import { rowFunction } from '@/demo/flux/rows';
import { Scope } from '@/demo/flux/scope';
import { seriesRecord } from '@/demo/flux/seriesTables';
import { selectColumns } from '@/demo/flux/shapeRows';
import { streamOf } from '@/demo/flux/stream';
import type { BucketReference, Operation } from '@/demo/flux/stream';
import { addDuration } from '@/demo/flux/time';
import type { CallSite, FluxFunction, FluxRecord, FluxValue } from '@/demo/flux/values';
import type { Bounds } from '@/demo/flux/windows';
import { labelRows } from './analysing';
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

function readBucket(args: Arguments): BucketReference {
  return bucketOf(args) ?? fail('must specify bucket or bucketID');
}

function piped(operations: readonly Operation[], site: CallSite): FluxValue {
  let stream: FluxValue | null = null;
  for (const operation of operations) {
    stream = streamOf(operation, stream?.type === 'stream' ? [stream.node] : [], site);
  }
  return stream ?? fail('nothing to read');
}

const whole = { kind: 'transform', isNarrow: false } as const;

function keep(column: string): Operation {
  const shape = { kind: 'keep', columns: [column] } as const;
  return { ...whole, apply: selectColumns((label) => label === column), shape };
}

function distinct(column: string): Operation {
  return { ...whole, apply: distinctValues(column), shape: { kind: 'distinct', column } };
}

const keys: Operation = {
  ...whole,
  apply: labelRows('_value', ({ key }) => key.map(({ label }) => label)),
  shape: { kind: 'keys', column: '_value' },
};

/** `(r) => r._measurement == "name"` */
function isMeasurement(name: string, program: Program): FluxFunction {
  const nowhere = { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
  const node = <T extends object>(fields: T): T & { location: typeof nowhere } => ({
    ...fields,
    location: nowhere,
  });
  const identifier = (text: string) => node({ type: 'Identifier' as const, name: text });
  const predicate: FunctionExpression = node({
    type: 'FunctionExpression',
    params: [node({ type: 'Property' as const, key: identifier('r'), value: null })],
    body: node({
      type: 'BinaryExpression' as const,
      operator: '==',
      left: node({
        type: 'MemberExpression' as const,
        object: identifier('r'),
        property: identifier('_measurement'),
      }),
      right: node({ type: 'StringLiteral' as const, value: name }),
    }),
  });
  const fn = compile(predicate)(new Scope(null, program.phase));
  return fn.type === 'function' ? fn : fail('a predicate is a function');
}

interface Lookup {
  /** The tag, where the function's name tells it. */
  tag?: string;
  ofMeasurement?: true;
  what: 'keys' | 'values';
}

function lookup(program: Program, { tag, ofMeasurement, what }: Lookup): FluxFunction {
  return builtin((args, site) => {
    const predicate = ofMeasurement
      ? isMeasurement(args.string('measurement'), program)
      : args.optionalFn('predicate');
    const filter: Operation[] = predicate
      ? [{ kind: 'filter', fn: predicate, keepEmpty: false }]
      : [];
    const read: Operation[] = [
      { kind: 'from', bucket: readBucket(args) },
      { kind: 'range', bounds: boundsOf(args, program) },
      ...filter,
    ];
    if (what === 'keys') return piped([...read, keys, keep('_value'), distinct('_value')], site);
    const name = tag ?? args.string('tag');
    const group: Operation = { kind: 'group', mode: 'by', columns: [] };
    return piped([...read, keep(name), group, distinct(name)], site);
  });
}

function accepting(fn: FluxFunction | undefined): (series: FluxRecord) => boolean {
  if (!fn) return () => true;
  const split = termsOf(fn);
  if (split?.terms.every(({ isPushable }) => isPushable)) {
    return storageTest(split.terms, split.parameter);
  }
  const predicate = rowFunction(fn);
  return (series) => {
    const outcome = predicate(series);
    return outcome.type === 'bool' && outcome.value;
  };
}

function cardinality(program: Program): FluxFunction {
  return builtin((args, site) => {
    const bounds = boundsOf(args, program);
    const accepts = accepting(args.optionalFn('predicate'));
    const bucket = readBucket(args);
    return streamOf(
      {
        kind: 'source',
        bucket,
        tables: ({ bucketID }) => {
          const found = new Set<string>();
          for (const series of program.storage.seriesKeys(bucketID, bounds)) {
            if (!accepts(seriesRecord(series))) continue;
            found.add(JSON.stringify([series.measurement, series.tags]));
          }
          const columns = [columnOf('_value', 'int', [BigInt(found.size)])];
          return [{ key: [], columns, length: 1 }];
        },
      },
      [],
      site,
    );
  });
}

export function schema(program: Program): Names {
  const of = (what: Lookup): FluxFunction => lookup(program, what);
  return {
    measurements: of({ what: 'values', tag: '_measurement' }),
    measurementTagKeys: of({ what: 'keys', ofMeasurement: true }),
    measurementTagValues: of({ what: 'values', ofMeasurement: true }),
    measurementFieldKeys: of({ what: 'values', tag: '_field', ofMeasurement: true }),
    tagKeys: of({ what: 'keys' }),
    tagValues: of({ what: 'values' }),
    fieldKeys: of({ what: 'values', tag: '_field' }),
    fieldsAsCols: transform(() =>
      pivotRows({ rowKey: ['_time'], columnKey: ['_field'], valueColumn: '_value' }),
    ),
  };
}

export function influxdbPackage(program: Program): Names {
  return { cardinality: cardinality(program) };
}
