import { fillEmptyTables } from './fillRows';
import { filterTables } from './filterRows';
import { groupRows } from './grouping';
import { narrowRange } from './rangeRows';
import { aggregateTable, isSelector, selectorTable } from './reductions';
import type { Step } from './pacer';
import { Regroup } from './regroup';
import { duplicateColumn } from './shapeRows';
import type { Reduction, StreamNode } from './stream';
import { compareKeys } from './table';
import type { Table } from './table';
import { windowTables } from './windowRows';

/** Whether each table is transformed for itself and handed on before the next. */
export function isNarrow(node: StreamNode): boolean {
  const { operation } = node;
  switch (operation.kind) {
    case 'transform':
      return operation.isNarrow;
    case 'filter':
    case 'fillEmpty':
    case 'yield':
      return true;
    default:
      return false;
  }
}

/** What a function makes of tables, the storage aside. */
export function applied(node: StreamNode, tables: readonly Table[]): Iterable<Step> {
  const { operation } = node;
  switch (operation.kind) {
    case 'range':
      return byKey(narrowRange(tables, node.bounds ?? operation.bounds));
    case 'filter':
      return filterTables(tables, operation.fn, operation.keepEmpty);
    case 'group':
      return groupRows(tables, operation);
    case 'reduce':
      return byKey(tables.map((table) => reduced(table, operation.reduction, operation.column)));
    case 'window':
      return node.bounds ? windowTables(tables, operation, node.bounds) : [];
    case 'duplicate':
      return duplicateColumn(operation.column, operation.as)(tables);
    case 'fillEmpty':
      return fillEmptyTables(tables);
    case 'transform':
      return operation.isNarrow ? operation.apply(tables) : byKey(operation.apply(tables));
    case 'to':
      return regrouped(tables);
    default:
      return tables;
  }
}

function* byKey(steps: Iterable<Step>): Iterable<Step> {
  const tables: Table[] = [];
  for (const step of steps) {
    if (step) tables.push(step);
    else yield null;
  }
  yield* tables.sort((a, b) => compareKeys(a.key, b.key));
}

function reduced(table: Table, reduction: Reduction, column: string): Table {
  return isSelector(reduction)
    ? selectorTable(reduction, column, table)
    : aggregateTable(reduction, column, table, 'table');
}

function regrouped(tables: readonly Table[]): Iterable<Table> {
  const groups = new Regroup();
  for (const table of tables) groups.add(table.key, table);
  return groups.tables();
}
