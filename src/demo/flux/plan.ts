import { failFinally } from './fluxError';
import type { StreamNode } from './stream';

export interface Plan {
  /** What is answered, by the name of its yield. */
  results: readonly { name: string; node: StreamNode }[];
  /** What a node reads comes before it. */
  nodes: ReadonlySet<StreamNode>;
  readers: ReadonlyMap<StreamNode, number>;
}

const PLAN = 'error in building plan while starting program';

/** What of a script has to be computed, checked as far as that needs no data. */
export function planOf(streams: readonly StreamNode[]): Plan {
  if (streams.length === 0) {
    failFinally(
      'error in query specification while starting program: this Flux script returns no streaming data. Consider adding a "yield" or invoking streaming functions directly, without performing an assignment',
    );
  }
  const nodes = new Set<StreamNode>();
  const readers = new Map<StreamNode, number>();
  for (const stream of streams) visit(stream, nodes, readers);
  const results = resultsOf(streams, nodes, readers);
  for (const node of nodes) check(node, readers, nodes);
  return { results, nodes, readers };
}

function visit(node: StreamNode, nodes: Set<StreamNode>, readers: Map<StreamNode, number>): void {
  if (nodes.has(node)) return;
  for (const input of node.inputs) {
    readers.set(input, (readers.get(input) ?? 0) + 1);
    visit(input, nodes, readers);
  }
  nodes.add(node);
}

/** A stream that another one reads is no result of its own unless it is yielded. What ends in `to` is named by the place of it. */
function resultsOf(
  streams: readonly StreamNode[],
  nodes: ReadonlySet<StreamNode>,
  readers: ReadonlyMap<StreamNode, number>,
): { name: string; node: StreamNode }[] {
  const results = new Map<string, StreamNode>();
  for (const node of nodes) {
    if (node.operation.kind !== 'yield') continue;
    const { name } = node.operation;
    if (results.has(name)) {
      failFinally(`${PLAN}: found more than one call to yield() with the name "${name}"`);
    }
    results.set(name, node);
  }
  for (const node of new Set(streams)) {
    if (node.operation.kind === 'yield' || readers.has(node)) continue;
    const name = node.operation.kind === 'to' ? `to${[...nodes].indexOf(node)}` : '_result';
    if (results.has(name)) {
      failFinally(
        `failed to initialize execute state: tried to produce more than one result with the name "${name}"`,
      );
    }
    results.set(name, node);
  }
  const order = [...nodes];
  return [...results]
    .map(([name, node]) => ({ name, node }))
    .sort((a, b) => order.indexOf(a.node) - order.indexOf(b.node));
}

function check(
  node: StreamNode,
  readers: ReadonlyMap<StreamNode, number>,
  nodes: ReadonlySet<StreamNode>,
): void {
  const { operation } = node;
  if (operation.kind === 'range' && operation.bounds.stop <= operation.bounds.start) {
    failFinally(`${PLAN}: cannot query an empty range`);
  }
  if (operation.kind !== 'from') return;
  const { bucket } = operation;
  const bounded = [...nodes].filter(
    ({ inputs, operation: { kind } }) => inputs.includes(node) && kind === 'range',
  );
  if (bounded.length === 0 || bounded.length < (readers.get(node) ?? 0)) {
    const name = bucket.by === 'name' ? bucket.name : bucket.id;
    failFinally(
      `${PLAN}: cannot submit unbounded read to "${name}"; try bounding 'from' with a call to 'range'`,
    );
  }
}
