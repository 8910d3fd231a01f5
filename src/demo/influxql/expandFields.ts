import { compileGoRegexp } from '@/lib/goRegexp';
import type { Call, Expr, Field, Reference } from '@/lib/influxqlAst';
import type { FieldType } from '@/demo/storage/storage';
import { compareBytes } from '@/lib/byteOrder';
import type { Schema } from './sources';

/** Functions that a wildcard hands more than numbers to. */
const acceptedTypes: Readonly<Record<string, readonly FieldType[]>> = {
  ...Object.fromEntries(
    ['count', 'first', 'last', 'distinct', 'elapsed', 'mode'].map((name) => [
      name,
      ['float', 'integer', 'unsigned', 'string', 'boolean'] as const,
    ]),
  ),
  min: ['float', 'integer', 'unsigned', 'boolean'],
  max: ['float', 'integer', 'unsigned', 'boolean'],
};
const numeric: readonly FieldType[] = ['float', 'integer', 'unsigned'];

type Chooser = (name: string) => boolean;

function chooser(expr: Expr): { accepts: Chooser; type?: 'field' | 'tag' } | null {
  if (expr.kind === 'wildcard') {
    return { accepts: () => true, ...(expr.type ? { type: expr.type } : {}) };
  }
  if (expr.kind !== 'regex') return null;
  const regexp = compileGoRegexp(expr.source);
  return { accepts: (name) => regexp.test(name) };
}

/** The tags that a query groups by, sorted. */
export function expandDimensions(dimensions: readonly Expr[], schema: Schema): string[] {
  const names = new Set<string>();
  for (const dimension of dimensions) {
    if (dimension.kind === 'reference') names.add(dimension.name);
    const choice = chooser(dimension);
    if (choice) for (const tag of schema.tags) if (choice.accepts(tag)) names.add(tag);
  }
  return [...names].sort(compareBytes);
}

function innermost(call: Call): Call {
  const [arg] = call.args;
  return arg?.kind === 'call' ? innermost(arg) : call;
}

function withField(call: Call, reference: Reference): Call {
  const [arg, ...more] = call.args;
  const first = arg?.kind === 'call' ? withField(arg, reference) : reference;
  return { ...call, args: [first, ...more] };
}

function expandCall(field: Field, call: Call, schema: Schema): Field[] {
  const inner = innermost(call);
  const choice = inner.args[0] && chooser(inner.args[0]);
  if (!choice) return [field];
  const types = acceptedTypes[inner.name] ?? numeric;
  const prefix = field.alias === '' ? call.name : field.alias;
  return [...schema.fields]
    .filter(([name, type]) => types.includes(type) && choice.accepts(name))
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([name]) => ({
      expr: withField(call, { kind: 'reference', name }),
      alias: `${prefix}_${name}`,
    }));
}

/** Puts names in the place of `*` and `/…/`: fields and the tags that are not grouped by, sorted together. */
export function expandFields(
  fields: readonly Field[],
  schema: Schema,
  grouped: readonly string[],
): Field[] {
  const tags = [...schema.tags].filter((tag) => !grouped.includes(tag));
  return fields.flatMap((field): Field[] => {
    if (field.expr.kind === 'call') return expandCall(field, field.expr, schema);
    const choice = chooser(field.expr);
    if (!choice) return [field];
    const columns: Reference[] = [
      ...(choice.type === 'tag'
        ? []
        : [...schema.fields.keys()].map((name): Reference => ({ kind: 'reference', name }))),
      ...(choice.type === 'field'
        ? []
        : tags.map((name): Reference => ({ kind: 'reference', name, type: 'tag' }))),
    ];
    return columns
      .filter(({ name }) => choice.accepts(name))
      .sort((a, b) => compareBytes(a.name, b.name))
      .map((expr) => ({ expr, alias: '' }));
  });
}
