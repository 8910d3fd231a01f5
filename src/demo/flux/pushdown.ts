import type { Expression } from './ast';
import { storageTest, termsOf } from './predicates';
import type { Term } from './predicates';
import type { ReadSpec } from './seriesTables';
import type { StreamNode } from './stream';
import type { FluxFunction } from './values';
import type { Bounds } from './windows';

/** `from |> range` and the filters after it that the storage can do. */
export interface Basis {
  from: StreamNode;
  bounds: Bounds;
  filters: readonly { parameter: string; terms: readonly Term[] }[];
}

/** How many nodes read from a node: the storage only does what has one reader. */
export type Readers = ReadonlyMap<StreamNode, number>;

function isShared(node: StreamNode, readers: Readers): boolean {
  return (readers.get(node) ?? 0) > 1;
}

/** What of a node the storage can do; null where it has to be computed from tables. */
export function basisOf(node: StreamNode, readers: Readers): Basis | null {
  const [input] = node.inputs;
  if (!input) return null;
  if (node.operation.kind === 'range' && input.operation.kind === 'from') {
    return { from: input, bounds: node.operation.bounds, filters: [] };
  }
  if (node.operation.kind !== 'filter' || node.operation.keepEmpty || isShared(input, readers)) {
    return null;
  }
  const basis = basisOf(input, readers);
  const split = termsOf(node.operation.fn);
  if (!basis || !split?.terms.every(({ isPushable }) => isPushable)) return null;
  return { ...basis, filters: [...basis.filters, split] };
}

/** The basis that `node` reads alone. */
export function privateBasisOf(node: StreamNode | undefined, readers: Readers): Basis | null {
  return !node || isShared(node, readers) ? null : basisOf(node, readers);
}

/** A filter of which the storage can do some terms: those, and a function for the others. */
export function splitFilter(
  node: StreamNode,
  readers: Readers,
): { basis: Basis; rest: FluxFunction } | null {
  if (node.operation.kind !== 'filter' || node.operation.keepEmpty) return null;
  const basis = privateBasisOf(node.inputs[0], readers);
  const { fn } = node.operation;
  const split = termsOf(fn);
  if (!basis || !split || !fn.withBody) return null;
  const terms = split.terms.filter(({ isPushable }) => isPushable);
  const others = split.terms.filter(({ isPushable }) => !isPushable);
  const body = others
    .map(({ expression }) => expression)
    .reduce((left, right): Expression => ({
      type: 'LogicalExpression',
      operator: 'and',
      left,
      right,
      location: left.location,
    }));
  const filters = [...basis.filters, { parameter: split.parameter, terms }];
  return { basis: { ...basis, filters }, rest: fn.withBody(body) };
}

export function readSpec({ bounds, filters }: Basis, bucketID: string): ReadSpec {
  const needsRow = ({ columns }: Term): boolean =>
    columns === null || columns.has('_value') || columns.has('_time');
  const ofSeries = filters.map(({ parameter, terms }) =>
    storageTest(
      terms.filter((term) => !needsRow(term)),
      parameter,
    ),
  );
  const ofRows = filters
    .map(({ parameter, terms }) => ({ parameter, terms: terms.filter(needsRow) }))
    .filter(({ terms }) => terms.length > 0)
    .map(({ parameter, terms }) => storageTest(terms, parameter));
  return {
    bucketID,
    bounds,
    accepts: (series) => ofSeries.every((test) => test(series)),
    acceptsRow: ofRows.length === 0 ? null : (row) => ofRows.every((test) => test(row)),
  };
}
