import { cellOf, ColumnBuilder } from '@/demo/flux/column';
import { fail, failFinally } from '@/demo/flux/fluxError';
import { streamOf } from '@/demo/flux/stream';
import type { Table } from '@/demo/flux/table';
import { isColumnType } from '@/demo/flux/values';
import type { FluxRecord, FluxValue } from '@/demo/flux/values';
import { builtin } from './builtin';
import type { Names } from './builtin';

function rowsOf(items: readonly FluxValue[]): FluxRecord[] {
  if (items.length === 0) fail('rows must be non-empty');
  return items.map((item) => (item.type === 'record' ? item : fail('rows must be records')));
}

function tableOf(rows: readonly FluxRecord[]): Table {
  const builders = new Map<string, ColumnBuilder>();
  for (const [index, row] of rows.entries()) {
    for (const name of row.names()) {
      let builder = builders.get(name);
      if (!builder) builders.set(name, (builder = new ColumnBuilder(name)));
      append(builder, row.get(name) ?? { type: 'null' }, index);
    }
  }
  const columns = [...builders.values()].map((builder) => {
    builder.padTo(rows.length);
    return builder.build();
  });
  return {
    key: [],
    columns: columns.filter((column) => column !== null),
    length: rows.length,
  };
}

function append(builder: ColumnBuilder, value: FluxValue, index: number): void {
  if (value.type === 'null') builder.type ??= value.of;
  else if (isColumnType(value.type)) builder.type ??= value.type;
  else failFinally(`cannot represent the type ${value.type} as column data`);
  builder.padTo(index);
  builder.push(cellOf(value));
}

export function arrays(): Names {
  return {
    from: builtin((args, site) => {
      const rows = rowsOf(args.array('rows'));
      return streamOf({ kind: 'source', tables: () => [tableOf(rows)] }, [], site);
    }),
    concat: builtin(
      (args) => ({ type: 'array', items: [...args.array('arr'), ...args.array('v')] }),
      'arr',
    ),
    map: builtin((args, site) => {
      const fn = args.fn('fn');
      const items = args.array('arr').map((item) => fn.call(new Map([['x', item]]), site));
      return { type: 'array', items };
    }, 'arr'),
    filter: builtin((args, site) => {
      const fn = args.fn('fn');
      const items = args.array('arr').filter((item) => {
        const outcome = fn.call(new Map([['x', item]]), site);
        return outcome.type === 'bool' && outcome.value;
      });
      return { type: 'array', items };
    }, 'arr'),
  };
}
