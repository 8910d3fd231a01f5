import { cellOf, columnOf, valueAt } from '@/demo/flux/column';
import { FluxError } from '@/demo/flux/fluxError';
import type { Transform } from '@/demo/flux/stream';
import type { Table } from '@/demo/flux/table';
import type { ColumnType } from '@/demo/flux/values';
import { transform } from './builtin';
import type { Names } from './builtin';
import { CONVERSIONS } from './conversions';

const TARGETS = ['int', 'uint', 'float', 'string', 'bool', 'time'] as const;

function convertValues(type: ColumnType): Transform {
  return function* (tables) {
    for (const table of tables) yield converted(table, type);
  };
}

function converted(table: Table, type: ColumnType): Table {
  const columns = table.columns.map((column) => {
    if (column.label !== '_value') return column;
    const rows = Array.from({ length: table.length }, (_, row) => valueAt(column, row));
    try {
      const cells = rows.map((value) =>
        value.type === 'null' ? null : cellOf(CONVERSIONS[type](value)),
      );
      return columnOf('_value', type, cells);
    } catch (error) {
      throw error instanceof FluxError ? error.within('failed to evaluate map function') : error;
    }
  });
  return { ...table, columns };
}

/** `toInt()` and the like: they convert `_value`. */
export function columnConversions(): Names {
  return Object.fromEntries(
    TARGETS.map((type) => [
      `to${type.charAt(0).toUpperCase()}${type.slice(1)}`,
      transform(() => convertValues(type)),
    ]),
  );
}
