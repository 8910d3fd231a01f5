import type { Arguments } from '@/demo/flux/arguments';
import { distinctValues, keyValueRows, uniqueRows } from '@/demo/flux/distinctRows';
import { fail, failFinally } from '@/demo/flux/fluxError';
import { fillNulls } from '@/demo/flux/fillRows';
import { isAlwaysTrue } from '@/demo/flux/freeNames';
import { mapRows } from '@/demo/flux/mapRows';
import { limitRows, sortRows, tailRows } from '@/demo/flux/orderRows';
import { pivotRows } from '@/demo/flux/pivotRows';
import { renameColumns, renameNamed, selectColumns } from '@/demo/flux/shapeRows';
import { streamOf } from '@/demo/flux/stream';
import type { Transform, TransformOperation } from '@/demo/flux/stream';
import { isColumnType, string, typeText } from '@/demo/flux/values';
import type { FluxFunction } from '@/demo/flux/values';
import { bucketOf } from './sources';
import { builtin, narrow, operation, transform } from './builtin';
import type { Names } from './builtin';

function columnTest(fn: FluxFunction): (label: string) => boolean {
  return (label) => {
    const outcome = fn.call(new Map([['column', string(label)]]), { name: 'fn', at: '' });
    return outcome.type === 'bool' && outcome.value;
  };
}

function selection(args: Arguments, name: 'keep' | 'drop'): Transform {
  const columns = args.strings('columns');
  const fn = args.optionalFn('fn');
  if (columns && fn) fail(`${name} error: both column list and predicate provided`);
  if (!columns && !fn) {
    fail(`${name} error: neither column list nor predicate function provided`);
  }
  const named = new Set(columns);
  const isNamed = fn ? columnTest(fn) : (label: string) => named.has(label);
  return selectColumns(name === 'keep' ? isNamed : (label) => !isNamed(label));
}

function keptColumns(args: Arguments): TransformOperation['shape'] {
  const columns = args.strings('columns');
  return columns && { kind: 'keep', columns };
}

function renaming(args: Arguments): Transform {
  const columns = args.record('columns');
  const fn = args.optionalFn('fn');
  if (columns && fn) fail('rename error: both column list and map function provided');
  if (!columns && !fn) fail('rename error: neither column list nor map function provided');
  if (columns) {
    const names = new Map<string, string>();
    for (const name of columns.names()) {
      const value = columns.get(name);
      if (value?.type !== 'string') {
        return fail(
          `rename error: columns object contains non-string value of type ${value ? typeText(value) : ''}`,
        );
      }
      names.set(name, value.value);
    }
    return renameNamed(names);
  }
  return renameColumns((label) => {
    const value = fn?.call(new Map([['column', string(label)]]), { name: 'fn', at: '' });
    return value?.type === 'string' ? value.value : label;
  });
}

function filling(args: Arguments): Transform {
  const value = args.optional('value') ?? null;
  const usePrevious = args.optional('usePrevious');
  if ((value === null) === (usePrevious === undefined)) {
    fail('fill requires exactly one of value or usePrevious');
  }
  if (value && !isColumnType(value.type)) {
    fail(
      'value type for fill must be a valid primitive type (bool, int, uint, float, string, time)',
    );
  }
  if (usePrevious?.type === 'bool' && !usePrevious.value) {
    failFinally(
      'error in building plan while starting program: unknown type in fill op-spec',
      'internal error',
    );
  }
  return fillNulls(args.string('column', '_value'), value);
}

function pivoting(args: Arguments): Transform {
  const rowKey = args.strings('rowKey') ?? [];
  const columnKey = args.strings('columnKey') ?? [];
  const both = columnKey.find((label) => rowKey.includes(label));
  if (both !== undefined) fail(`column name found in both rowKey and colKey: ${both}`);
  return pivotRows({ rowKey, columnKey, valueColumn: args.string('valueColumn') });
}

export function shaping(): Names {
  return {
    filter: builtin((args, site) => {
      const input = args.stream();
      const fn = args.fn('fn');
      const onEmpty = args.string('onEmpty', 'drop');
      const keepEmpty = onEmpty === 'keep';
      if (!keepEmpty && onEmpty !== 'drop') {
        fail(`onEmpty must be keep or drop, was ${JSON.stringify(onEmpty)}`);
      }
      return isAlwaysTrue(fn)
        ? { type: 'stream', node: input }
        : streamOf({ kind: 'filter', fn, keepEmpty }, [input], site);
    }),
    group: operation((args) => {
      const mode = args.string('mode', 'by');
      if (mode !== 'by' && mode !== 'except') {
        return fail('invalid group mode: must be "by" or "except"');
      }
      return { kind: 'group', mode, columns: args.strings('columns') ?? [] };
    }),
    yield: operation((args) => ({ kind: 'yield', name: args.string('name', '_result') })),
    to: operation((args) => ({
      kind: 'to',
      bucket: bucketOf(args) ?? fail('missing required keyword argument "bucketID"'),
      timeColumn: args.string('timeColumn', '_time'),
      measurementColumn: args.string('measurementColumn', '_measurement'),
      tagColumns: args.strings('tagColumns') ?? null,
      fieldFn: args.optionalFn('fieldFn') ?? null,
    })),
    keep: transform((args) => selection(args, 'keep'), keptColumns),
    drop: transform((args) => selection(args, 'drop')),
    rename: transform(renaming),
    duplicate: operation((args) => ({
      kind: 'duplicate',
      column: args.string('column'),
      as: args.string('as'),
    })),
    map: transform((args) => mapRows(args.fn('fn'))),
    sort: narrow((args) =>
      sortRows(args.strings('columns') ?? ['_value'], args.bool('desc', false)),
    ),
    limit: narrow((args) => limitRows(args.int('n'), args.int('offset', 0))),
    tail: transform((args) => tailRows(args.int('n'), args.int('offset', 0))),
    fill: narrow(filling),
    distinct: transform(
      (args) => distinctValues(args.string('column', '_value')),
      (args) => ({ kind: 'distinct', column: args.string('column', '_value') }),
    ),
    unique: transform((args) => uniqueRows(args.string('column', '_value'))),
    keyValues: transform((args) =>
      keyValueRows(
        args.strings('keyColumns') ?? fail('neither column list nor predicate function provided'),
      ),
    ),
    pivot: transform(pivoting),
  };
}
