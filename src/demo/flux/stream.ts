import type { Table } from './table';
import type { CallSite, FluxFunction, FluxValue } from './values';
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
  /** `period` is `every`, and the columns have their usual names. */
  isPlain: boolean;
}

/** A window whose rows become one row each, all in one table again. */
export interface AggregateWindowOperation {
  kind: 'aggregateWindow';
  spec: WindowSpec;
  reduction: Reduction;
  column: string;
  timeSource: '_start' | '_stop';
  timeTarget: string;
  createEmpty: boolean;
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
  | AggregateWindowOperation
  | ToOperation
  | { kind: 'yield'; name: string }
  | {
      kind: 'source';
      bucket?: BucketReference;
      tables: (context: SourceContext) => Iterable<Table>;
    }
  | { kind: 'transform'; apply: (tables: Iterable<Table>) => Iterable<Table> }
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

export type Transform = Extract<Operation, { kind: 'transform' }>['apply'];

export function streamOf(
  operation: Operation,
  inputs: readonly StreamNode[],
  site: CallSite,
): FluxValue {
  const bounds = operation.kind === 'range' ? operation.bounds : (inputs[0]?.bounds ?? null);
  return { type: 'stream', node: { operation, inputs, site, bounds } };
}
