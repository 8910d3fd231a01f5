import type { Arguments } from '@/demo/flux/arguments';
import { distinctValues, keyValueRows, uniqueRows } from '@/demo/flux/distinctRows';
import { fail } from '@/demo/flux/fluxError';
import { fillNulls } from '@/demo/flux/fillRows';
import { mapRows } from '@/demo/flux/mapRows';
import { limitRows, sortRows, tailRows } from '@/demo/flux/orderRows';
import { pivotRows } from '@/demo/flux/pivotRows';
import { duplicateColumn, renameColumns, renameNamed, selectColumns } from '@/demo/flux/shapeRows';
import type { Transform } from '@/demo/flux/stream';
import { string } from '@/demo/flux/values';
import type { FluxFunction } from '@/demo/flux/values';
import { bucketOf } from './sources';
import { operation, transform } from './builtin';
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
  if ((columns === undefined) === (fn === undefined)) {
    fail(`${name} error: must provide exactly one of 'columns' or 'fn'`);
  }
  const named = new Set(columns);
  const isNamed = fn ? columnTest(fn) : (label: string) => named.has(label);
  return selectColumns(name === 'keep' ? isNamed : (label) => !isNamed(label));
}

function renaming(args: Arguments): Transform {
  const columns = args.record('columns');
  const fn = args.optionalFn('fn');
  if ((columns === undefined) === (fn === undefined)) {
    fail("rename error: must provide exactly one of 'columns' or 'fn'");
  }
  if (columns) {
    const names = new Map<string, string>();
    for (const name of columns.names()) {
      const value = columns.get(name);
      if (value?.type === 'string') names.set(name, value.value);
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
  const usePrevious = args.bool('usePrevious', false);
  if ((value !== null) === usePrevious) fail('fill requires exactly one of value or usePrevious');
  return fillNulls(args.string('column', '_value'), value);
}

export function shaping(): Names {
  return {
    filter: operation((args) => ({
      kind: 'filter',
      fn: args.fn('fn'),
      keepEmpty: args.string('onEmpty', 'drop') === 'keep',
    })),
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
      bucket: bucketOf(args) ?? fail('must specify bucket or bucketID'),
      timeColumn: args.string('timeColumn', '_time'),
      measurementColumn: args.string('measurementColumn', '_measurement'),
      tagColumns: args.strings('tagColumns') ?? null,
      fieldFn: args.optionalFn('fieldFn') ?? null,
    })),
    keep: transform((args) => selection(args, 'keep')),
    drop: transform((args) => selection(args, 'drop')),
    rename: transform(renaming),
    duplicate: transform((args) => duplicateColumn(args.string('column'), args.string('as'))),
    map: transform((args) => mapRows(args.fn('fn'))),
    sort: transform((args) =>
      sortRows(args.strings('columns') ?? ['_value'], args.bool('desc', false)),
    ),
    limit: transform((args) => limitRows(args.int('n'), args.int('offset', 0))),
    tail: transform((args) => tailRows(args.int('n'), args.int('offset', 0))),
    fill: transform(filling),
    distinct: transform((args) => distinctValues(args.string('column', '_value'))),
    unique: transform((args) => uniqueRows(args.string('column', '_value'))),
    keyValues: transform((args) => keyValueRows(args.strings('keyColumns') ?? [])),
    pivot: transform((args) =>
      pivotRows({
        rowKey: args.strings('rowKey') ?? [],
        columnKey: args.strings('columnKey') ?? [],
        valueColumn: args.string('valueColumn'),
      }),
    ),
  };
}
