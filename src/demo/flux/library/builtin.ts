import { Arguments } from '@/demo/flux/arguments';
import { streamOf } from '@/demo/flux/stream';
import type { Operation, TransformOperation } from '@/demo/flux/stream';
import type { CallSite, FluxFunction, FluxValue } from '@/demo/flux/values';

/** The names of a package, or of the universe. */
export type Names = Record<string, FluxValue>;

export function builtin(
  call: (args: Arguments, site: CallSite) => FluxValue,
  pipe = 'tables',
): FluxFunction {
  return {
    type: 'function',
    pipe,
    call: (args, site) => call(new Arguments(args), site),
  };
}

/** A function from tables to tables. */
export function operation(make: (args: Arguments) => Operation): FluxFunction {
  return builtin((args, site) => streamOf(make(args), [args.stream()], site));
}

/** All tables are handed on at once, by their keys. */
export function transform(
  make: (args: Arguments) => TransformOperation['apply'],
  shape?: (args: Arguments) => TransformOperation['shape'],
): FluxFunction {
  return operation((args) => ({
    kind: 'transform',
    apply: make(args),
    isNarrow: false,
    shape: shape?.(args),
  }));
}

/** Each table is handed on before the next. */
export function narrow(make: (args: Arguments) => TransformOperation['apply']): FluxFunction {
  return operation((args) => ({ kind: 'transform', apply: make(args), isNarrow: true }));
}
