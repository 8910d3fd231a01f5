import { fail } from '@/demo/flux/fluxError';
import { bool, string } from '@/demo/flux/values';
import { builtin } from './builtin';
import type { Names } from './builtin';

const floatFunctions = {
  abs: Math.abs,
  ceil: Math.ceil,
  floor: Math.floor,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  trunc: Math.trunc,
  round: (x: number) => Math.sign(x) * Math.round(Math.abs(x)),
} as const;

function float(value: number): { type: 'float'; value: number } {
  return { type: 'float', value };
}

function floatOf(value: ReturnType<typeof float> | { type: string }): number {
  return value.type === 'float' && 'value' in value ? value.value : fail('value is not a float');
}

export function math(): Names {
  const ofOne = Object.entries(floatFunctions).map(([name, compute]) => [
    name,
    builtin((args) => float(compute(floatOf(args.required('x'))))),
  ]);
  const ofTwo = (compute: (x: number, y: number) => number) =>
    builtin((args) => float(compute(floatOf(args.required('x')), floatOf(args.required('y')))));
  return {
    ...(Object.fromEntries(ofOne) as Names),
    pow: ofTwo(Math.pow),
    mod: ofTwo((x, y) => x % y),
    mMin: ofTwo(Math.min),
    mMax: ofTwo(Math.max),
    pi: float(Math.PI),
    e: float(Math.E),
  };
}

export function strings(): Names {
  const ofText = (compute: (v: string) => string) =>
    builtin((args) => string(compute(args.string('v'))));
  const test = (compute: (v: string, other: string) => boolean, name = 'substr') =>
    builtin((args) => bool(compute(args.string('v'), args.string(name))));
  return {
    toUpper: ofText((v) => v.toUpperCase()),
    toLower: ofText((v) => v.toLowerCase()),
    trimSpace: ofText((v) => v.trim()),
    hasPrefix: test((v, prefix) => v.startsWith(prefix), 'prefix'),
    hasSuffix: test((v, suffix) => v.endsWith(suffix), 'suffix'),
    containsStr: test((v, part) => v.includes(part)),
    strlen: builtin((args) => ({
      type: 'int',
      value: BigInt(Array.from(args.string('v')).length),
    })),
    replaceAll: builtin((args) =>
      string(args.string('v').replaceAll(args.string('t'), () => args.string('u'))),
    ),
    split: builtin((args) => ({
      type: 'array',
      items: args.string('v').split(args.string('t')).map(string),
    })),
    joinStr: builtin((args) => string((args.strings('arr') ?? []).join(args.string('v')))),
    substring: builtin((args) =>
      string(Array.from(args.string('v')).slice(args.int('start'), args.int('end')).join('')),
    ),
  };
}
