import type { Cell } from './results';

type Math1 = (x: number) => number;

const ofOne: Readonly<Record<string, Math1>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  exp: Math.exp,
  ln: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  sqrt: Math.sqrt,
};

const ofTwo: Readonly<Record<string, (x: number, y: number) => number>> = {
  atan2: Math.atan2,
  pow: (x, y) => x ** y,
  log: (x, base) => Math.log(x) / Math.log(base),
};

/** These keep integers as they are. */
const keeping: Readonly<Record<string, Math1>> = {
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  round: (x) => Math.sign(x) * Math.round(Math.abs(x)),
};

export function isMathFunction(name: string): boolean {
  return [ofOne, ofTwo, keeping].some((table) => Object.hasOwn(table, name));
}

export function mathArguments(name: string): number {
  return Object.hasOwn(ofTwo, name) ? 2 : 1;
}

function isNumeric(cell: Cell | undefined): cell is number | bigint {
  return typeof cell === 'number' || typeof cell === 'bigint';
}

function absolute(x: bigint): bigint {
  return x < 0n ? -x : x;
}

/** Null where an argument is null or no number. */
export function applyMath(name: string, args: readonly Cell[]): Cell {
  const [x, y] = args;
  if (!isNumeric(x)) return null;
  const keep = keeping[name];
  if (keep) {
    if (typeof x === 'number') return keep(x);
    return name === 'abs' ? absolute(x) : x;
  }
  const one = ofOne[name];
  if (one) return one(Number(x));
  const two = ofTwo[name];
  return two && isNumeric(y) ? two(Number(x), Number(y)) : null;
}
