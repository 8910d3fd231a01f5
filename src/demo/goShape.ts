import { GoIDError, GoJsonError, GoTypeError, parseGoJson } from './goJson';
import type { GoValue } from './goJson';
import { timeProblem } from './goTime';
import { idProblem } from './ids';

/** How one Go type is filled from JSON. `zero` is what a missing member or `null` leaves. */
export interface Shape<T> {
  readonly goType: string;
  readonly zero: T;
  read(value: GoValue, place: Place): T;
}

type Filled<F> = { [K in keyof F]: F[K] extends Shape<infer T> ? T : never };

/** Where the decoder is. Keeps the first type mismatch: Go reports it once the whole value is read. */
class Place {
  private readonly found: { mismatch?: string };
  private readonly struct: string;
  private readonly path: readonly string[];

  constructor(found: { mismatch?: string } = {}, struct = '', path: readonly string[] = []) {
    this.found = found;
    this.struct = struct;
    this.path = path;
  }

  member(struct: string, name: string): Place {
    return new Place(this.found, struct, [...this.path, name]);
  }

  mismatch(kind: string, goType: string): void {
    const where =
      this.path.length > 0 ? `struct field ${this.struct}.${this.path.join('.')}` : 'value';
    this.found.mismatch ??= `json: cannot unmarshal ${kind} into Go ${where} of type ${goType}`;
  }

  finish(): void {
    if (this.found.mismatch !== undefined) throw new GoTypeError(this.found.mismatch);
  }
}

/** Fills `shape` from the first JSON value of `text`. Throws GoJsonError with Go's text. */
export function decodeGo<T>(text: string, shape: Shape<T>): T {
  const place = new Place();
  const filled = fill(shape, parseGoJson(text), place);
  place.finish();
  return filled;
}

function fill<T>(shape: Shape<T>, value: GoValue, place: Place): T {
  return value.kind === 'null' ? shape.zero : shape.read(value, place);
}

export const goBool: Shape<boolean> = {
  goType: 'bool',
  zero: false,
  read(value, place) {
    if (value.kind === 'bool') return value.value;
    place.mismatch(value.kind, 'bool');
    return false;
  },
};

/** Of a named string type, e.g. `influxdb.Status`, or plain. */
export function goText(goType = 'string'): Shape<string> {
  return {
    goType,
    zero: '',
    read(value, place) {
      if (value.kind === 'string') return value.text;
      place.mismatch(value.kind, goType);
      return '';
    },
  };
}

/** Of a named integer type, e.g. `time.Duration`, or plain. */
export function goInt64(goType = 'int64'): Shape<bigint> {
  return {
    goType,
    zero: 0n,
    read(value, place) {
      if (value.kind === 'number' && isInt64(value.text)) return BigInt(value.text);
      place.mismatch(value.kind === 'number' ? `number ${value.text}` : value.kind, goType);
      return 0n;
    },
  };
}

function isInt64(text: string): boolean {
  if (!/^-?\d+$/.test(text)) return false;
  return BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

/** Whatever it is, as JavaScript has it. */
export const goAny: Shape<unknown> = {
  goType: 'interface {}',
  zero: null,
  read: plain,
};

/** As JSON.parse would give it. */
export function plain(value: GoValue): unknown {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries(value.members.map(([name, member]) => [name, plain(member)]));
    case 'array':
      return value.items.map(plain);
    case 'string':
      return value.text;
    case 'number':
      return Number(value.text);
    case 'bool':
      return value.value;
    case 'null':
      return null;
  }
}

/** A time that is read and not kept. */
export const goUnusedTime: Shape<null> = {
  goType: 'time.Time',
  zero: null,
  read(value) {
    if (value.kind !== 'string') {
      throw new GoJsonError('Time.UnmarshalJSON: input is not a JSON string');
    }
    const problem = timeProblem(value.text);
    if (problem !== null) throw new GoJsonError(problem);
    return null;
  },
};

/** Lower case; '' when missing. A malformed one ends the decoding at once. */
export const goID: Shape<string> = {
  goType: 'platform.ID',
  zero: '',
  read(value, place) {
    if (value.kind !== 'string') {
      place.mismatch(value.kind, 'platform.ID');
      return '';
    }
    const problem = idProblem(value.text);
    if (problem !== null) throw new GoIDError(problem);
    return value.text.toLowerCase();
  },
};

/** A pointer: undefined when missing or null. */
export function goPointer<T>(shape: Shape<T>): Shape<T | undefined> {
  return {
    goType: shape.goType,
    zero: undefined,
    read: (value, place) => shape.read(value, place),
  };
}

export function goSlice<T>(item: Shape<T>): Shape<readonly T[]> {
  const goType = `[]${item.goType}`;
  return {
    goType,
    zero: [],
    read(value, place) {
      if (value.kind === 'array') return value.items.map((v) => fill(item, v, place));
      place.mismatch(value.kind, goType);
      return [];
    },
  };
}

export const goTextMap: Shape<Record<string, string>> = {
  goType: 'map[string]string',
  zero: {},
  read(value, place) {
    if (value.kind !== 'object') {
      place.mismatch(value.kind, 'map[string]string');
      return {};
    }
    return Object.fromEntries(
      value.members.map(([name, v]) => [name, fill(goText(), v, place)] as const),
    );
  },
};

/** `goType` with its package; '' names a struct without one, whose `goType` is its source. Members match without regard to case; unknown ones are skipped. */
export function goStruct<F extends Record<string, Shape<unknown>>>(
  goType: string,
  fields: F,
  name: string = goType.slice(goType.indexOf('.') + 1),
): Shape<Filled<F>> {
  const zero = Object.fromEntries(
    Object.entries(fields).map(([key, shape]) => [key, shape.zero] as const),
  ) as Filled<F>;
  const keys = new Map(Object.keys(fields).map((key) => [key.toLowerCase(), key] as const));
  return {
    goType,
    zero,
    read(value, place) {
      if (value.kind !== 'object') {
        place.mismatch(value.kind, goType);
        return zero;
      }
      const filled: Record<string, unknown> = { ...zero };
      for (const [given, member] of value.members) {
        const key = keys.get(given.toLowerCase());
        const shape = key === undefined ? undefined : fields[key];
        if (key !== undefined && shape) filled[key] = fill(shape, member, place.member(name, key));
      }
      return filled as Filled<F>;
    },
  };
}
