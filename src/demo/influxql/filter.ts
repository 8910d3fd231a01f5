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
  const evaluator = (firstSlot: number): Evaluate =>
    compileExpr(condition, (expr) =>
      expr.kind === 'reference' ? firstSlot + references.indexOf(expr) : -1,
    );
  const fields = references.filter((reference) => isField(reference, schema));
  if (fields.length > 0) {
    return {
      fields: fields.map(({ name }) => name),
      acceptsSeries: () => true,
      acceptsRow: evaluator,
      slots,
    };
  }
  const evaluate = evaluator(0);
  return {
    ...everything,
    acceptsSeries(name, tags) {
      const sources = slots({ name, tags, fields: new Map() });
      return (
        evaluate((slot) => {
          const source = sources[slot];
          return source && 'constant' in source ? source.constant : null;
        }) === true
      );
    },
  };
}
