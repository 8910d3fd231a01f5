import { INFINITE } from '@/demo/flux/durations';
import { fail } from '@/demo/flux/fluxError';
import type { KnownNames } from '@/demo/flux/names';
import { binary } from '@/demo/flux/operators';
import type { Program } from '@/demo/flux/program';
import { bool, isColumnType } from '@/demo/flux/values';
import { analysing } from './analysing';
import { arrays } from './arrays';
import { builtin } from './builtin';
import type { Names } from './builtin';
import { columnConversions } from './convertColumn';
import { conversions } from './conversions';
import { reducing } from './reducing';
import { influxdbPackage, schema } from './schema';
import { shaping } from './shaping';
import { sources } from './sources';
import { math, strings } from './texts';

export interface Library {
  universe: Names;
  /** By import path. */
  packages: ReadonlyMap<string, Names>;
}

function values(program: Program): Names {
  return {
    inf: { type: 'duration', value: INFINITE },
    now: builtin(() => ({ type: 'time', value: program.now })),
    die: builtin((args) => fail(args.string('msg'))),
    contains: builtin((args) => {
      const wanted = args.required('value');
      return bool(
        args.array('set').some((item) => {
          const outcome = binary('==', item, wanted);
          return outcome.type === 'bool' && outcome.value;
        }),
      );
    }),
    length: builtin((args) => ({ type: 'int', value: BigInt(args.array('arr').length) }), 'arr'),
  };
}

const debugPackage: Names = {
  null: builtin((args) => {
    const of = args.string('type', '');
    return isColumnType(of) ? { type: 'null', of } : { type: 'null' };
  }),
};

/** Every name that the demo has of the standard library. */
export function libraryFor(program: Program): Library {
  const universe = {
    ...sources(program),
    ...reducing(program),
    ...shaping(),
    ...analysing(),
    ...conversions(),
    ...columnConversions(),
    ...values(program),
  };
  const { from, to = from, buckets } = universe;
  const influxdb = { ...influxdbPackage(program), from, to, buckets } as Names;
  return {
    universe,
    packages: new Map<string, Names>([
      ['array', arrays()],
      ['influxdata/influxdb', influxdb],
      ['influxdata/influxdb/schema', schema(program)],
      ['influxdata/influxdb/v1', schema(program)],
      ['internal/debug', debugPackage],
      ['strings', strings()],
      ['math', math()],
    ]),
  };
}

/** Names the language itself provides or that only make sense as options. */
const LANGUAGE = ['true', 'false', 'location', 'task', 'v'];

export function knownNames({ universe, packages }: Library): KnownNames {
  return {
    universe: new Set([...Object.keys(universe), ...LANGUAGE]),
    packages: new Map([...packages].map(([path, names]) => [path, new Set(Object.keys(names))])),
  };
}
