import { parseDuration } from '@/demo/flux/durations';
import { fail } from '@/demo/flux/fluxError';
import { parseFloatText } from '@/demo/flux/numbers';
import { parseTime } from '@/demo/flux/time';
import { bool, display, string, typeText } from '@/demo/flux/values';
import type { FluxValue } from '@/demo/flux/values';
import { builtin } from './builtin';
import type { Names } from './builtin';

export type Convert = (value: FluxValue) => FluxValue;

function invalid(text: string, type: string): never {
  return fail(`cannot convert string ${JSON.stringify(text)} to ${type} due to invalid syntax`);
}

function isWithin64Bits(value: number): boolean {
  return value >= -(2 ** 63) && value < 2 ** 64;
}

/** A number cut to whole; null where the type has none. */
function whole(value: FluxValue): bigint | null {
  switch (value.type) {
    case 'int':
    case 'uint':
    case 'time':
      return value.value;
    case 'float':
      return isWithin64Bits(value.value) ? BigInt(Math.trunc(value.value)) : 2n ** 63n;
    case 'bool':
      return value.value ? 1n : 0n;
    case 'duration':
      return value.value.ns;
    default:
      return null;
  }
}

const toInt: Convert = (value) => {
  if (value.type === 'string') {
    if (!/^[+-]?\d+$/.test(value.value)) return invalid(value.value, 'int');
    const parsed = BigInt(value.value.replace('+', ''));
    if (BigInt.asIntN(64, parsed) !== parsed) return invalid(value.value, 'int');
    return { type: 'int', value: parsed };
  }
  const number = whole(value) ?? fail(`cannot convert ${typeText(value)} to int`);
  // The processor knows one number for all that a float has beyond.
  if (value.type === 'float' && number >= 2n ** 63n) return { type: 'int', value: -(2n ** 63n) };
  return { type: 'int', value: BigInt.asIntN(64, number) };
};

const toUint: Convert = (value) => {
  if (value.type === 'string') {
    if (!/^\d+$/.test(value.value)) return invalid(value.value, 'uint');
    const parsed = BigInt(value.value);
    if (BigInt.asUintN(64, parsed) !== parsed) return invalid(value.value, 'uint');
    return { type: 'uint', value: parsed };
  }
  const number = whole(value) ?? fail(`cannot convert ${typeText(value)} to uint`);
  return { type: 'uint', value: BigInt.asUintN(64, number) };
};

const toFloat: Convert = (value) => {
  if (value.type === 'float') return value;
  if (value.type === 'string') {
    return { type: 'float', value: parseFloatText(value.value) ?? invalid(value.value, 'float') };
  }
  if (value.type === 'int' || value.type === 'uint' || value.type === 'bool') {
    return { type: 'float', value: Number(value.value) };
  }
  return fail(`cannot convert ${typeText(value)} to float`);
};

const toBool: Convert = (value) => {
  if (value.type === 'bool') return value;
  if (value.type === 'string') {
    if (value.value === 'true' || value.value === 'false') return bool(value.value === 'true');
    return fail(`cannot convert string ${JSON.stringify(value.value)} to bool`);
  }
  if (value.type === 'int' || value.type === 'uint' || value.type === 'float') {
    if (Number(value.value) === 1) return bool(true);
    if (Number(value.value) === 0) return bool(false);
    const isFinite = value.type === 'float' && Number.isFinite(value.value);
    const text = isFinite ? value.value.toFixed(6) : display(value);
    return fail(`cannot convert ${value.type} ${text} to bool, must be 0 or 1`);
  }
  return fail(`cannot convert ${typeText(value)} to bool`);
};

function noTime(text: string): never {
  const kind = text.includes('T') ? 'date time' : 'date';
  return fail(
    `cannot convert string ${JSON.stringify(text)} to time due to invalid syntax: cannot parse ${kind}`,
  );
}

const toTime: Convert = (value) => {
  if (value.type === 'time') return value;
  if (value.type === 'int' || value.type === 'uint') return { type: 'time', value: value.value };
  if (value.type !== 'string') return fail(`cannot convert ${typeText(value)} to time`);
  return { type: 'time', value: parseTime(value.value) ?? noTime(value.value) };
};

const toDuration: Convert = (value) => {
  if (value.type === 'duration') return value;
  if (value.type === 'int' || value.type === 'uint') {
    return { type: 'duration', value: { months: 0, ns: value.value } };
  }
  if (value.type !== 'string') return fail(`cannot convert ${typeText(value)} to duration`);
  return {
    type: 'duration',
    value: parseDuration(value.value) ?? invalid(value.value, 'duration'),
  };
};

const toText: Convert = (value) =>
  value.type === 'regexp' || value.type === 'array' || value.type === 'record'
    ? fail(`cannot convert ${typeText(value)} to string`)
    : string(display(value));

const toBytes: Convert = (value) => {
  if (value.type !== 'string') return fail(`cannot convert ${typeText(value)} to bytes`);
  return { type: 'bytes', value: new TextEncoder().encode(value.value) };
};

export const CONVERSIONS = {
  int: toInt,
  uint: toUint,
  float: toFloat,
  bool: toBool,
  time: toTime,
  duration: toDuration,
  string: toText,
  bytes: toBytes,
} as const satisfies Record<string, Convert>;

export function conversions(): Names {
  return Object.fromEntries(
    Object.entries(CONVERSIONS).map(([name, convert]: [string, Convert]) => [
      name,
      builtin((args) => {
        const value = args.required('v');
        return value.type === 'null' ? value : convert(value);
      }),
    ]),
  );
}
