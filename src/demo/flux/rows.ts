import { valueAt } from './column';
import type { Column } from './column';
import type { Table } from './table';
import type { FluxFunction, FluxRecord, FluxValue } from './values';

/** A row of a table as the record a row function gets; moved from row to row instead of made anew. */
export class Row implements FluxRecord {
  readonly type = 'record';
  readonly table: Table;
  index = 0;
  private readonly columns: ReadonlyMap<string, Column>;

  constructor(table: Table) {
    this.table = table;
    this.columns = new Map(table.columns.map((column) => [column.label, column]));
  }

  get(name: string): FluxValue | undefined {
    const column = this.columns.get(name);
    return column && valueAt(column, this.index);
  }

  names(): Iterable<string> {
    return this.columns.keys();
  }
}

const ROW_CALL = { name: 'fn', at: '' };

/** The function a row is given to. */
export function rowFunction(fn: FluxFunction): (row: FluxRecord) => FluxValue {
  const args = new Map<string, FluxValue>();
  const name = parameterOf(fn);
  return (row) => {
    args.set(name, row);
    return fn.call(args, ROW_CALL);
  };
}

function parameterOf(fn: FluxFunction): string {
  const key = fn.source?.params[0]?.key;
  if (!key) return 'r';
  return 'name' in key ? key.name : key.value;
}
