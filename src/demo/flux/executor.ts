import type { SeriesField } from '@/demo/storage/storage';
import { aggregateWindowTable } from './aggregateWindow';
import { shiftEmptyStrings } from './emptyStrings';
import { fail, failFinally, FluxError } from './fluxError';
import { filterTables } from './filterRows';
import { groupTables, reducedGroup } from './groupRead';
import { groupRows } from './grouping';
import { basisOf, privateBasisOf, readSpec, splitFilter } from './pushdown';
import type { Basis, Readers } from './pushdown';
import { narrowRange } from './rangeRows';
import { aggregateTable, aggregateType, isSelector, selectorTable } from './reductions';
import { Regroup } from './regroup';
import { COLUMN_TYPES, readSeries, seriesTable } from './seriesTables';
import type { AggregateWindowOperation, Operation, Reduction, StreamNode } from './stream';
import { columnNamed } from './table';
import type { QueryStorage } from './queryStorage';
import type { Table } from './table';
import { windowTables } from './windowRows';

export interface Engine {
  storage: QueryStorage;
  shiftsEmptyStrings: boolean;
  readers: Readers;
  bucketIDs: ReadonlyMap<StreamNode, string>;
  /** Stores what reaches a `to`. */
  store(node: StreamNode, table: Table): void;
}

/** The tables of a node, computed while they are asked for. */
export function tablesOf(node: StreamNode, engine: Engine): Iterable<Table> {
  return guarded(node, pushed(node, engine) ?? own(node, engine));
}

/** A failure tells which call it was in; those of the storage are told as they are. */
function* guarded({ site }: StreamNode, tables: Iterable<Table>): Iterable<Table> {
  try {
    yield* tables;
  } catch (error) {
    if (!(error instanceof FluxError) || error.final) throw error;
    throw error.within(`runtime error @${site.at}: ${site.name}`, true);
  }
}

/** What the storage does by itself. Its tables have their columns in another order. */
function pushed(node: StreamNode, engine: Engine): Iterable<Table> | null {
  const { operation } = node;
  const [input] = node.inputs;
  const basis = basisOf(node, engine.readers);
  if (basis) return seriesTables(basis, engine);
  const split = splitFilter(node, engine.readers);
  if (split) return filterTables(seriesTables(split.basis, engine), split.rest, false);
  const below = privateBasisOf(input, engine.readers);
  switch (operation.kind) {
    case 'group':
      return below && canPushGroup(operation)
        ? groupTables(read(below, engine), below.bounds, operation.columns)
        : null;
    case 'reduce':
      if (operation.column !== '_value' || !input) return null;
      if (below) return reducedSeries(below, operation.reduction, engine);
      return (
        reducedWindows(input, operation.reduction, engine) ??
        reducedGroups(input, operation.reduction, engine)
      );
    case 'aggregateWindow':
      return below && operation.column === '_value' && operation.timeTarget === '_time'
        ? windowedSeries(below, operation, engine)
        : null;
    default:
      return null;
  }
}

function canPushGroup({ mode, columns }: Extract<Operation, { kind: 'group' }>): boolean {
  return mode === 'by' && !columns.some((label) => label === '_time' || label === '_value');
}

function read(basis: Basis, engine: Engine): Iterable<SeriesField> {
  return readSeries(engine.storage, readSpec(basis, engine.bucketIDs.get(basis.from) ?? ''));
}

function* seriesTables(basis: Basis, engine: Engine): Iterable<Table> {
  for (const series of read(basis, engine)) {
    const table = seriesTable(series, basis.bounds);
    yield engine.shiftsEmptyStrings ? shiftEmptyStrings(table) : table;
  }
}

function checkInput(reduction: Reduction, { data }: SeriesField): void {
  const type = COLUMN_TYPES[data.type];
  const isFine = isSelector(reduction)
    ? reduction === 'first' || reduction === 'last' || (type !== 'string' && type !== 'bool')
    : aggregateType(reduction, type) !== null;
  if (!isFine) failFinally(`unsupported input type for ${reduction} aggregate: ${data.type}`);
}

function* reducedSeries(basis: Basis, reduction: Reduction, engine: Engine): Iterable<Table> {
  for (const series of read(basis, engine)) {
    checkInput(reduction, series);
    const table = seriesTable(series, basis.bounds);
    if (isSelector(reduction)) {
      yield selectorTable(reduction, '_value', table);
      continue;
    }
    yield valueThird(aggregateTable(reduction, '_value', table));
  }
}

/** `_start`, `_stop`, `_value`, then the rest. */
function valueThird(table: Table): Table {
  const value = columnNamed(table, '_value');
  const rest = table.columns.filter((column) => column !== value);
  return { ...table, columns: value ? [...rest.slice(0, 2), value, ...rest.slice(2)] : rest };
}

function reducedWindows(
  window: StreamNode,
  reduction: Reduction,
  engine: Engine,
): Iterable<Table> | null {
  const { operation } = window;
  const basis = privateBasisOf(window.inputs[0], engine.readers);
  if (operation.kind !== 'window' || !operation.isPlain || !basis) return null;
  if ((engine.readers.get(window) ?? 0) > 1) return null;
  return (function* () {
    for (const series of checked(basis, reduction, engine)) {
      const table = seriesTable(series, basis.bounds);
      for (const part of windowTables([table], operation, basis.bounds)) {
        if (isSelector(reduction)) yield selectorTable(reduction, '_value', part);
        else yield valueThird(aggregateTable(reduction, '_value', part));
      }
    }
  })();
}

/** The storage has no mean of groups. */
function reducedGroups(
  group: StreamNode,
  reduction: Reduction,
  engine: Engine,
): Iterable<Table> | null {
  if (group.operation.kind !== 'group' || reduction === 'mean') return null;
  const basis = privateBasisOf(group.inputs[0], engine.readers);
  if ((engine.readers.get(group) ?? 0) > 1 || !basis || !canPushGroup(group.operation)) return null;
  const { columns } = group.operation;
  return (function* () {
    for (const table of groupTables(checked(basis, reduction, engine), basis.bounds, columns)) {
      yield reducedGroup(table, reduction);
    }
  })();
}

function* checked(basis: Basis, reduction: Reduction, engine: Engine): Iterable<SeriesField> {
  for (const series of read(basis, engine)) {
    checkInput(reduction, series);
    yield series;
  }
}

function* windowedSeries(
  basis: Basis,
  operation: AggregateWindowOperation,
  engine: Engine,
): Iterable<Table> {
  for (const series of read(basis, engine)) {
    checkInput(operation.reduction, series);
    const table = seriesTable(series, basis.bounds);
    const windowed = aggregateWindowTable(table, operation, basis.bounds, 'pushed');
    if (windowed.length > 0) yield windowed;
  }
}

/** What is computed from the tables of the nodes before. */
function own(node: StreamNode, engine: Engine): Iterable<Table> {
  const { operation } = node;
  if (operation.kind === 'source') {
    return operation.tables({ bucketID: engine.bucketIDs.get(node) ?? '' });
  }
  if (operation.kind === 'combine') {
    return operation.apply(node.inputs.map((each) => tablesOf(each, engine)));
  }
  const [input] = node.inputs;
  return input ? transformed(node, input, tablesOf(input, engine), engine) : [];
}

function transformed(
  node: StreamNode,
  input: StreamNode,
  tables: Iterable<Table>,
  engine: Engine,
): Iterable<Table> {
  const { operation } = node;
  switch (operation.kind) {
    case 'range':
      return narrowRange(tables, operation.bounds);
    case 'filter':
      return filterTables(tables, operation.fn, operation.keepEmpty);
    case 'group':
      return groupRows(tables, operation);
    case 'reduce':
      return reduced(tables, operation.reduction, operation.column);
    case 'window':
      return windowTables(tables, operation, input.bounds ?? noBounds());
    case 'aggregateWindow':
      return windowed(tables, operation, input);
    case 'to':
      return stored(node, tables, engine);
    case 'transform':
      return operation.apply(tables);
    default:
      return tables;
  }
}

function noBounds(): never {
  return fail('nil bounds passed to window; use range to set the window range');
}

function* reduced(tables: Iterable<Table>, reduction: Reduction, column: string): Iterable<Table> {
  if (!isSelector(reduction)) {
    for (const table of tables) yield aggregateTable(reduction, column, table);
    return;
  }
  const groups = new Regroup();
  for (const table of tables) {
    const picked = selectorTable(reduction, column, table);
    groups.add(picked.key, picked);
  }
  yield* groups.tables();
}

function* windowed(
  tables: Iterable<Table>,
  operation: AggregateWindowOperation,
  input: StreamNode,
): Iterable<Table> {
  const bounds = input.bounds ?? noBounds();
  for (const table of tables) {
    const result = aggregateWindowTable(table, operation, bounds, 'own');
    if (result.length > 0) yield result;
  }
}

function* stored(node: StreamNode, tables: Iterable<Table>, engine: Engine): Iterable<Table> {
  for (const table of tables) {
    engine.store(node, table);
    yield table;
  }
}
