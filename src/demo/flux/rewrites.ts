import { isInfinite } from './durations';
import type { Readers } from './pushdown';
import type { Reduction, StreamNode, WindowOperation } from './stream';

/** `window |> aggregate |> (fill) |> duplicate |> window(every: inf)`: what `aggregateWindow` stands for, and what the planner makes one step of. */
export interface WindowedReduction {
  window: WindowOperation;
  input: StreamNode;
  reduction: Reduction;
  column: string;
  timeSource: '_start' | '_stop';
  /** Selectors have rows for empty windows too. */
  isFilled: boolean;
}

export function windowedReduction(node: StreamNode, readers: Readers): WindowedReduction | null {
  const copy = only(node, readers);
  if (!copy || !isRewindow(node)) return null;
  const timeSource = timeSourceOf(copy);
  const below = only(copy, readers);
  const isFilled = below?.operation.kind === 'fillEmpty';
  const reduce = isFilled ? only(below, readers) : below;
  if (reduce?.operation.kind !== 'reduce' || !timeSource) return null;
  const window = only(reduce, readers);
  const input = window?.inputs[0];
  if (window?.operation.kind !== 'window' || !input) return null;
  const { reduction, column } = reduce.operation;
  return { window: window.operation, input, reduction, column, timeSource, isFilled };
}

function isRewindow({ operation }: StreamNode): boolean {
  return (
    operation.kind === 'window' &&
    isInfinite(operation.spec.every) &&
    !operation.createEmpty &&
    hasUsualColumns(operation)
  );
}

function timeSourceOf({ operation }: StreamNode): '_start' | '_stop' | null {
  if (operation.kind !== 'duplicate' || operation.as !== '_time') return null;
  return operation.column === '_start' || operation.column === '_stop' ? operation.column : null;
}

/** What a node reads, if nothing else reads it. */
function only(node: StreamNode, readers: Readers): StreamNode | null {
  const [input] = node.inputs;
  return input && (readers.get(input) ?? 0) <= 1 ? input : null;
}

export function hasUsualColumns({ timeColumn, startColumn, stopColumn }: WindowOperation): boolean {
  return timeColumn === '_time' && startColumn === '_start' && stopColumn === '_stop';
}

/** The storage has windows that follow each other without gap. */
export function isPushableWindow(window: WindowOperation): boolean {
  const { every, period, offset, zoneOffset } = window.spec;
  return (
    hasUsualColumns(window) &&
    every.months === period.months &&
    every.ns === period.ns &&
    offset.months >= 0 &&
    offset.ns >= 0n &&
    zoneOffset === 0n
  );
}
