import type { Step } from './pacer';
import type { Table } from './table';
import type { CallSite, FluxFunction, FluxValue } from './values';
import { intersect } from './windows';
import type { Bounds, WindowSpec } from './windows';

export type AggregateName = 'mean' | 'sum' | 'count';
export type SelectorName = 'first' | 'last' | 'min' | 'max';
export type Reduction = AggregateName | SelectorName;

/** By name it is looked up with the caller's permissions, by id it is not. */
export type BucketReference = { by: 'name'; name: string; org?: string } | { by: 'id'; id: string };

export interface GroupSpec {
  mode: 'by' | 'except';
  columns: readonly string[];
}

export interface WindowOperation {
  kind: 'window';
  spec: WindowSpec;
  timeColumn: string;
  startColumn: string;
  stopColumn: string;
  createEmpty: boolean;
}

/** A copy of a column; it overwrites one that has its name. */
export interface DuplicateOperation {
  kind: 'duplicate';
  column: string;
  as: string;
}

export interface TransformOperation {
  kind: 'transform';
  apply: (tables: Iterable<Table>) => Iterable<Step>;
  /** Each table is handed on before the next is looked at; else all of them at last, by their keys. */
  isNarrow: boolean;
  /** Of functions that the planner knows together with others. */
  shape?:
    | { kind: 'distinct' | 'keys'; column: string }
    | { kind: 'keep'; columns: readonly string[] }
    | undefined;
}

export interface ToOperation {
  kind: 'to';
  bucket: BucketReference;
  timeColumn: string;
  measurementColumn: string;
  /** Empty: the columns of strings in the group key. */
  tagColumns: readonly string[] | null;
  fieldFn: FluxFunction | null;
}

/** What the storage can do by itself has its own kind: the planner looks for it. */
export type Operation =
  | { kind: 'from'; bucket: BucketReference }
  | { kind: 'range'; bounds: Bounds }
  | { kind: 'filter'; fn: FluxFunction; keepEmpty: boolean }
  | ({ kind: 'group' } & GroupSpec)
  | { kind: 'reduce'; reduction: Reduction; column: string }
  | WindowOperation
  | DuplicateOperation
  /** Gives a table without rows one row of nulls. */
  | { kind: 'fillEmpty' }
  | ToOperation
  | { kind: 'yield'; name: string }
  | {
      kind: 'source';
      bucket?: BucketReference;
      tables: (context: SourceContext) => Iterable<Table>;
    }
  | TransformOperation
  /** Of several streams one. */
  | { kind: 'combine'; apply: (inputs: readonly Iterable<Table>[]) => Iterable<Table> };

/** The bucket's id, looked up before anything runs. */
export interface SourceContext {
  bucketID: string;
}

export interface StreamNode {
  operation: Operation;
  inputs: readonly StreamNode[];
  site: CallSite;
  /** Of the nearest range before it. */
  bounds: Bounds | null;
}

export type Transform = (tables: Iterable<Table>) => Iterable<Table>;

export function streamOf(
  operation: Operation,
  inputs: readonly StreamNode[],
  site: CallSite,
): FluxValue {
  const before = boundsOf(inputs);
  const bounds = operation.kind === 'range' ? narrowed(operation.bounds, before) : before;
  return { type: 'stream', node: { operation, inputs, site, bounds } };
}

function narrowed(bounds: Bounds, before: Bounds | null): Bounds {
  return before ? intersect(bounds, before) : bounds;
}

/** What holds the bounds of all inputs. */
function boundsOf(inputs: readonly StreamNode[]): Bounds | null {
  return inputs.reduce<Bounds | null>((all, { bounds }) => {
    if (!all || !bounds) return all ?? bounds;
    return {
      start: all.start < bounds.start ? all.start : bounds.start,
      stop: all.stop > bounds.stop ? all.stop : bounds.stop,
    };
  }, null);
}
