import type { Expr, Reference } from '@/lib/influxqlAst';
import type { Evaluate } from './expression';
import { compileExpr } from './expression';
import type { SlotSource } from './rows';
import type { Schema, SourceSeries, TagTest } from './sources';

/** A condition ready to be asked: by series where only tags are in it, else by row. */
export interface Filter {
  /** Fields that it reads. */
  fields: readonly string[];
  acceptsSeries: TagTest;
  /** Asked by row, with slots counted from `firstSlot`; null = every row counts. */
  acceptsRow: ((firstSlot: number) => Evaluate) | null;
  slots: (series: SourceSeries) => SlotSource[];
}

function children(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'binary':
      return [expr.left, expr.right];
    case 'parens':
      return [expr.expr];
    case 'call':
      return expr.args;
    default:
      return [];
  }
}

/** Variables in order; `bare` are those compared with another variable, where a missing tag is no empty string. */
function collect(expr: Expr, found: Reference[], bare: Set<Reference>): void {
  if (expr.kind === 'reference') found.push(expr);
  if (expr.kind === 'binary' && expr.left.kind === 'reference' && expr.right.kind === 'reference') {
    bare.add(expr.left).add(expr.right);
  }
  for (const child of children(expr)) collect(child, found, bare);
}

const everything: Filter = {
  fields: [],
  acceptsSeries: () => true,
  acceptsRow: null,
  slots: () => [],
};

export function isField(reference: Reference, schema: Schema): boolean {
  return reference.type !== 'tag' && schema.fields.has(reference.name);
}

type SlotOf = (expr: Expr) => number;
type Get = Parameters<Evaluate>[0];

/** Whether the tags of a series leave a chance: what fields decide may hold. */
function compileTagTest(
  expr: Expr,
  slotOf: SlotOf,
  readsField: (expr: Expr) => boolean,
): (get: Get) => boolean {
  if (expr.kind === 'parens') return compileTagTest(expr.expr, slotOf, readsField);
  if (expr.kind === 'binary' && (expr.operator === 'AND' || expr.operator === 'OR')) {
    const left = compileTagTest(expr.left, slotOf, readsField);
    const right = compileTagTest(expr.right, slotOf, readsField);
    return expr.operator === 'AND'
      ? (get) => left(get) && right(get)
      : (get) => left(get) || right(get);
  }
  if (readsField(expr)) return () => true;
  const evaluate = compileExpr(expr, slotOf);
  return (get) => evaluate(get) === true;
}

export function compileFilter(condition: Expr | undefined, schema: Schema): Filter {
  if (!condition) return everything;
  const references: Reference[] = [];
  const bare = new Set<Reference>();
  collect(condition, references, bare);
  const slots = (series: SourceSeries): SlotSource[] =>
    references.map((reference) => {
      if (isField(reference, schema)) {
        return series.fields.get(reference.name) ?? { constant: null };
      }
      const missing = bare.has(reference) ? null : '';
      return { constant: series.tags.get(reference.name) ?? missing };
    });
  const slotOf = (expr: Expr): number =>
    expr.kind === 'reference' ? references.indexOf(expr) : -1;
  const readsField = (expr: Expr): boolean =>
    expr.kind === 'reference' ? isField(expr, schema) : children(expr).some(readsField);
  const acceptsTags = compileTagTest(condition, slotOf, readsField);
  const fields = references.filter((reference) => isField(reference, schema));
  return {
    fields: fields.map(({ name }) => name),
    acceptsSeries(name, tags) {
      const sources = slots({ name, tags, fields: new Map() });
      return acceptsTags((slot) => {
        const source = sources[slot];
        return source && 'constant' in source ? source.constant : null;
      });
    },
    acceptsRow:
      fields.length === 0
        ? null
        : (firstSlot) =>
            compileExpr(condition, (expr) => {
              const slot = slotOf(expr);
              return slot < 0 ? slot : firstSlot + slot;
            }),
    slots: fields.length === 0 ? () => [] : slots,
  };
}
