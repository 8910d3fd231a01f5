import type { Arguments } from '@/demo/flux/arguments';
import { columnOf, constantColumn, gather } from '@/demo/flux/column';
import { fail, failFinally } from '@/demo/flux/fluxError';
import { joinTables, unionTables } from '@/demo/flux/joinRows';
import { limitRows, sortRows, sortedOrder } from '@/demo/flux/orderRows';
import {
  cumulativeSum,
  derivative,
  difference,
  elapsed,
  movingAverage,
} from '@/demo/flux/sequences';
import { quantile, spread, statisticOf, stddev } from '@/demo/flux/statistics';
import type { QuantileMethod } from '@/demo/flux/statistics';
import { streamOf } from '@/demo/flux/stream';
import type { StreamNode, Transform } from '@/demo/flux/stream';
import { columnNamed, keyColumns } from '@/demo/flux/table';
import type { Table } from '@/demo/flux/table';
import type { FluxValue } from '@/demo/flux/values';
import { builtin, narrow, transform } from './builtin';
import type { Names } from './builtin';

const SECOND = 1_000_000_000n;

function unitOf(args: Arguments): bigint {
  return args.duration('unit')?.ns ?? SECOND;
}

function columnsOf(args: Arguments): string[] {
  return args.strings('columns') ?? ['_value'];
}

function quantiles(args: Arguments, q: number): Transform {
  const label = args.string('column', '_value');
  const method = args.string('method', 'estimate_tdigest') as QuantileMethod;
  if (q < 0 || q > 1) fail('quantile must be between 0 and 1');
  return method === 'exact_selector'
    ? rowAtQuantile(label, q)
    : statisticOf(label, quantile(q, method));
}

function rowAtQuantile(label: string, q: number): Transform {
  return function* (tables) {
    for (const table of tables) {
      const order = sortedOrder(table, [label], false);
      const row = order[Math.max(Math.ceil(q * order.length) - 1, 0)];
      const rows = row === undefined ? [] : [row];
      yield {
        key: table.key,
        columns: table.columns.map((column) => gather(column, rows)),
        length: rows.length,
      };
    }
  };
}

function float(value: FluxValue): number {
  return value.type === 'float' ? value.value : fail('q is not a float');
}

/** `top` and `bottom`: sorted, then cut. */
function ranked(args: Arguments, isDescending: boolean): Transform {
  const sort = sortRows(columnsOf(args), isDescending);
  const limit = limitRows(args.int('n'), 0);
  return (tables) => limit(sort(tables));
}

/** The labels of a table's columns, or of its key, as rows. */
export function labelRows(label: string, labelsOf: (table: Table) => string[]): Transform {
  return function* (tables) {
    for (const table of tables) {
      const labels = labelsOf(table);
      const columns = [...keyColumns(table.key), columnOf(label, 'string', labels)];
      yield { key: table.key, columns, length: labels.length };
    }
  };
}

function setColumn(label: string, value: string): Transform {
  return function* (tables) {
    for (const table of tables) {
      const known = columnNamed(table, label);
      if (known && known.type !== 'string') {
        failFinally(`panic: column ${label}:${known.type} is not of type string`, 'internal error');
      }
      const column = constantColumn(label, 'string', value);
      const columns = known
        ? table.columns.map((each) => (each.label === label ? column : each))
        : [...table.columns, column];
      const key = table.key.map((each) =>
        each.label === label ? { label, type: 'string' as const, value } : each,
      );
      yield { key, columns, length: table.length };
    }
  };
}

function streamIn(value: FluxValue | undefined): StreamNode {
  return value?.type === 'stream' ? value.node : fail('tables must be streams');
}

export function analysing(): Names {
  return {
    spread: transform((args) => statisticOf(args.string('column', '_value'), spread)),
    stddev: transform((args) =>
      statisticOf(
        args.string('column', '_value'),
        stddev(args.string('mode', 'sample') === 'sample'),
      ),
    ),
    median: transform((args) => quantiles(args, 0.5)),
    quantile: transform((args) => quantiles(args, float(args.required('q')))),
    derivative: narrow((args) =>
      derivative(columnsOf(args), {
        unit: unitOf(args),
        nonNegative: args.bool('nonNegative', false),
        timeColumn: args.string('timeColumn', '_time'),
      }),
    ),
    difference: transform((args) =>
      difference(columnsOf(args), {
        nonNegative: args.bool('nonNegative', false),
        keepFirst: args.bool('keepFirst', false),
      }),
    ),
    cumulativeSum: narrow((args) => cumulativeSum(columnsOf(args))),
    movingAverage: narrow((args) => movingAverage(args.int('n'))),
    elapsed: transform((args) =>
      elapsed(
        unitOf(args),
        args.string('timeColumn', '_time'),
        args.string('columnName', 'elapsed'),
      ),
    ),
    top: narrow((args) => ranked(args, true)),
    bottom: narrow((args) => ranked(args, false)),
    set: transform((args) => setColumn(args.string('key'), args.string('value'))),
    columns: transform((args) =>
      labelRows(args.string('column', '_value'), (table) =>
        table.columns.map(({ label }) => label),
      ),
    ),
    keys: transform(
      (args) =>
        labelRows(args.string('column', '_value'), (table) => table.key.map(({ label }) => label)),
      (args) => ({ kind: 'keys', column: args.string('column', '_value') }),
    ),
    union: builtin((args, site) =>
      streamOf({ kind: 'combine', apply: unionTables }, args.array('tables').map(streamIn), site),
    ),
    join: builtin((args, site) => {
      const tables = args.record('tables') ?? fail('missing required argument "tables"');
      if (args.string('method', 'inner') !== 'inner') fail('only inner joins are supported');
      const [left = '', right = ''] = [...tables.names()];
      const apply = joinTables({ names: [left, right], on: args.strings('on') ?? [] });
      const inputs = [streamIn(tables.get(left)), streamIn(tables.get(right))];
      return streamOf({ kind: 'combine', apply }, inputs, site);
    }),
  };
}
