import type { SeriesField } from '@/demo/storage/storage';
import { storageWindows } from './aggregateWindow';
import { shiftEmptyStrings } from './emptyStrings';
import { failFinally, FluxError, internalFailure, LateFailure } from './fluxError';
import { filterTables } from './filterRows';
import { groupTables, reducedGroups } from './groupRead';
import { namesRead } from './metaRead';
import type { Pacer, Step } from './pacer';
import { basisOf, privateBasisOf, readSpec, splitFilter } from './pushdown';
import type { Basis, Readers } from './pushdown';
import type { QueryStorage } from './queryStorage';
import { aggregateTable, aggregateType, isSelector, selectorTable } from './reductions';
import { isPushableWindow, windowedReduction } from './rewrites';
import type { WindowedReduction } from './rewrites';
import { COLUMN_TYPES, readSeries, seriesTable } from './seriesTables';
import type { AggregateName, Operation, Reduction, StreamNode } from './stream';
import { columnNamed } from './table';
import type { Table } from './table';
import { applied, isNarrow } from './transformed';
import { tableWindows } from './windowPieces';
import { windowTables } from './windowRows';

export interface Engine {
  storage: QueryStorage;
  shiftsEmptyStrings: boolean;
  readers: Readers;
  bucketIDs: ReadonlyMap<StreamNode, string>;
  pacer: Pacer;
  /** Stores what reaches a `to`; tells what could not be stored. */
  store(node: StreamNode, tables: readonly Table[]): string | null;
}

type Tables = AsyncIterable<Table>;

/** The tables of a node, computed while they are asked for. */
export function tablesOf(node: StreamNode, engine: Engine): Tables {
  const [input] = node.inputs;
  if (node.operation.kind === 'yield' && input) return tablesOf(input, engine);
  const pushed = pushedDown(node, engine);
  return pushed ? paced(pushed, engine) : guarded(node, own(node, engine));
}

async function* paced(steps: Iterable<Step>, { pacer }: Engine): Tables {
  for (const table of steps) {
    if (table) yield table;
    await pacer.pause();
  }
}

/** A failure tells which call it was in; those of the storage are told as they are. */
async function* guarded({ site }: StreamNode, tables: Tables): Tables {
  try {
    yield* tables;
  } catch (error) {
    if (!(error instanceof FluxError) || error.final) throw error;
    throw error.within(`runtime error @${site.at}: ${site.name}`, true);
  }
}

/** What the storage does by itself. Its tables have their columns in another order. */
function pushedDown(node: StreamNode, engine: Engine): Iterable<Table> | null {
  const { operation } = node;
  const basis = basisOf(node, engine.readers);
  if (basis) return seriesTables(basis, engine);
  const [input] = node.inputs;
  switch (operation.kind) {
    case 'group': {
      const below = privateBasisOf(input, engine.readers);
      if (!below || !canPushGroup(operation)) return null;
      return groupTables(read(below, engine), { ...below, columns: operation.columns });
    }
    case 'reduce':
      return input && operation.column === '_value'
        ? pushedReduction(input, operation.reduction, engine)
        : null;
    case 'window': {
      const windowed = windowedReduction(node, engine.readers);
      return windowed && pushedWindows(windowed, engine);
    }
    case 'transform':
      return namesRead(node, engine);
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

function pushedReduction(
  input: StreamNode,
  reduction: Reduction,
  engine: Engine,
): Iterable<Table> | null {
  const basis = privateBasisOf(input, engine.readers);
  if (basis) return reducedSeries(basis, reduction, engine);
  if ((engine.readers.get(input) ?? 0) > 1) return null;
  const below = privateBasisOf(input.inputs[0], engine.readers);
  const { operation } = input;
  if (!below) return null;
  if (operation.kind === 'window' && isPushableWindow(operation)) {
    return splitWindows(below, reduction, operation, engine);
  }
  // The storage has no mean of groups.
  if (operation.kind !== 'group' || reduction === 'mean' || !canPushGroup(operation)) return null;
  const series = checked(below, reduction, engine);
  return reducedGroups(series, { ...below, columns: operation.columns }, reduction);
}

function* checked(basis: Basis, reduction: Reduction, engine: Engine): Iterable<SeriesField> {
  for (const series of read(basis, engine)) {
    const type = COLUMN_TYPES[series.data.type];
    const isFine = isSelector(reduction)
      ? reduction === 'first' || reduction === 'last' || (type !== 'string' && type !== 'bool')
      : aggregateType(reduction, type) !== null;
    if (!isFine && isSelector(reduction)) {
      const cursor = `*reads.${series.data.type}MultiShardArrayCursor`;
      failFinally(`panic: unsupported for aggregate ${reduction}: ${cursor}`, 'internal error');
    }
    if (!isFine) {
      failFinally(`unsupported input type for ${reduction} aggregate: ${series.data.type}`);
    }
    yield series;
  }
}

function reducedTable(reduction: Reduction, table: Table): Table {
  return isSelector(reduction)
    ? selectorTable(reduction, '_value', table)
    : valueThird(aggregateTable(reduction, '_value', table, 'storage'));
}

/** `_start`, `_stop`, `_value`, then the rest. */
function valueThird(table: Table): Table {
  const value = columnNamed(table, '_value');
  const rest = table.columns.filter((column) => column !== value);
  return { ...table, columns: value ? [...rest.slice(0, 2), value, ...rest.slice(2)] : rest };
}

function* reducedSeries(basis: Basis, reduction: Reduction, engine: Engine): Iterable<Table> {
  for (const series of checked(basis, reduction, engine)) {
    yield reducedTable(reduction, seriesTable(series, basis.bounds));
  }
}

function* splitWindows(
  basis: Basis,
  reduction: Reduction,
  window: Extract<Operation, { kind: 'window' }>,
  engine: Engine,
): Iterable<Table> {
  for (const series of checked(basis, reduction, engine)) {
    const table = seriesTable(series, basis.bounds);
    for (const part of windowTables([table], window, basis.bounds)) {
      yield reducedTable(reduction, part);
    }
  }
}

function pushedWindows(windowed: WindowedReduction, engine: Engine): Iterable<Table> | null {
  const basis = privateBasisOf(windowed.input, engine.readers);
  if (!basis || windowed.column !== '_value' || !isPushableWindow(windowed.window)) return null;
  return windowedSeries(basis, windowed, engine);
}

function* windowedSeries(
  basis: Basis,
  windowed: WindowedReduction,
  engine: Engine,
): Iterable<Table> {
  for (const series of checked(basis, windowed.reduction, engine)) {
    const table = storageWindows(seriesTable(series, basis.bounds), windowed, basis.bounds);
    if (table.length > 0) yield table;
  }
}

/** What is computed from the tables of the nodes before. */
async function* own(node: StreamNode, engine: Engine): Tables {
  const { operation, inputs } = node;
  switch (operation.kind) {
    case 'source':
      yield* paced(operation.tables({ bucketID: engine.bucketIDs.get(node) ?? '' }), engine);
      return;
    case 'combine':
      yield* paced(operation.apply(await collected(inputs, engine)), engine);
      return;
    case 'to': {
      const tables = await listed(transformed(node, engine));
      const problem = engine.store(node, tables);
      yield* tables;
      if (problem !== null) throw tables.length > 0 ? new LateFailure(problem) : internalFailure();
      return;
    }
    default:
      yield* transformed(node, engine);
  }
}

async function collected(inputs: readonly StreamNode[], engine: Engine): Promise<Table[][]> {
  const all: Table[][] = [];
  for (const input of inputs) all.push(await listed(tablesOf(input, engine)));
  return all;
}

async function listed(tables: Tables): Promise<Table[]> {
  const list: Table[] = [];
  try {
    for await (const table of whole(tables)) list.push(table);
  } catch (error) {
    throw error instanceof LateFailure ? internalFailure() : error;
  }
  return list;
}

async function* whole(tables: Tables): Tables {
  for await (const table of tables) {
    if (table.failure) throw table.failure;
    yield table;
  }
}

async function* transformed(node: StreamNode, engine: Engine): Tables {
  const split = splitFilter(node, engine.readers);
  if (split) {
    yield* paced(filterTables(seriesTables(split.basis, engine), split.rest, false), engine);
    return;
  }
  const windowed = windowedReduction(node, engine.readers);
  if (windowed && isAggregation(windowed)) {
    yield* windowedTables(windowed, engine);
    return;
  }
  const [input] = node.inputs;
  if (!input) return;
  const tables = tablesOf(input, engine);
  if (!isNarrow(node)) {
    yield* paced(applied(node, await listed(tables)), engine);
    return;
  }
  for await (const table of whole(tables)) yield* paced(applied(node, [table]), engine);
}

type Aggregation = WindowedReduction & { reduction: AggregateName };

function isAggregation(windowed: WindowedReduction): windowed is Aggregation {
  return !isSelector(windowed.reduction);
}

/** The planner put this step there itself: its failures name no call. */
async function* windowedTables(windowed: Aggregation, engine: Engine): Tables {
  const { bounds } = windowed.input;
  if (!bounds) return;
  try {
    for await (const table of whole(tablesOf(windowed.input, engine))) {
      const result = tableWindows(table, windowed, bounds);
      if (result.length > 0) yield result;
      await engine.pacer.pause();
    }
  } catch (error) {
    if (!(error instanceof FluxError) || error.final) throw error;
    throw error.within('runtime error', true);
  }
}
