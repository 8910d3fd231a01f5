import { fail, FluxError } from './fluxError';
import { isStep } from './pacer';
import type { Step } from './pacer';
import { termsOf } from './predicates';
import { Row, rowFunction } from './rows';
import { buffersOf, gatherRows, inKey } from './table';
import type { Table } from './table';
import { typeText } from './values';
import type { FluxFunction, FluxValue } from './values';

const FAILED = 'failed to evaluate filter function';

/** Rows for which the function gives true; tables left without rows go unless they are to be kept. */
export function* filterTables(
  tables: Iterable<Table>,
  fn: FluxFunction,
  keepEmpty: boolean,
): Iterable<Step> {
  for (const table of tables) {
    const kept = yield* filtered(table, fn);
    if (kept.length > 0 || keepEmpty) yield kept;
  }
}

function* filtered(table: Table, fn: FluxFunction): Generator<null, Table> {
  const row = new Row(table);
  const test = rowFunction(fn);
  const passes = (index: number): boolean => {
    row.index = index;
    const outcome = tested(test, row);
    if (outcome.type === 'bool') return outcome.value;
    return outcome.type === 'null' ? false : fail(`type conflict: bool != ${typeText(outcome)}`);
  };
  if (readsOnlyKey(fn, table)) {
    if (table.length === 0 || passes(0)) return table;
    return gatherRows(table, []);
  }
  const kept: number[] = [];
  const buffers: number[] = [];
  let start = 0;
  for (const length of buffersOf(table)) {
    const before = kept.length;
    for (let index = start; index < start + length; index++) {
      if (passes(index)) kept.push(index);
      if (isStep(index)) yield null;
    }
    if (kept.length > before) buffers.push(kept.length - before);
    start += length;
  }
  return kept.length === table.length ? table : { ...gatherRows(table, kept), buffers };
}

function tested(test: (row: Row) => FluxValue, row: Row): FluxValue {
  try {
    return test(row);
  } catch (error) {
    throw error instanceof FluxError ? error.within(FAILED) : error;
  }
}

/** Then one row answers for all. A column that the table lacks is null in every row. */
function readsOnlyKey(fn: FluxFunction, table: Table): boolean {
  const split = termsOf(fn);
  return (
    split?.terms.every(({ columns }) => columns !== null && isConstantIn(table, columns)) ?? false
  );
}

function isConstantIn(table: Table, labels: ReadonlySet<string>): boolean {
  return [...labels].every(
    (label) => inKey(table.key, label) || !table.columns.some((column) => column.label === label),
  );
}
