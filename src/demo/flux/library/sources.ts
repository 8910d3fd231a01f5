import type { Arguments } from '@/demo/flux/arguments';
import { fail, failFinally } from '@/demo/flux/fluxError';
import type { Program } from '@/demo/flux/program';
import { streamOf } from '@/demo/flux/stream';
import type { BucketReference } from '@/demo/flux/stream';
import { addDuration } from '@/demo/flux/time';
import type { FluxValue } from '@/demo/flux/values';
import { builtin, operation } from './builtin';
import type { Names } from './builtin';
import { bucketsTable } from './bucketsTable';

export function bucketOf(args: Arguments): BucketReference | null {
  const name = args.optionalString('bucket');
  const id = args.optionalString('bucketID');
  if (id !== undefined) return { by: 'id', id };
  if (name === undefined) return null;
  const org = args.optionalString('org') ?? args.optionalString('orgID');
  return org === undefined ? { by: 'name', name } : { by: 'name', name, org };
}

/** A time, a duration from now, or Unix seconds. */
export function toTime(value: FluxValue, now: bigint): bigint {
  switch (value.type) {
    case 'time':
      return value.value;
    case 'duration':
      return addDuration(now, value.value);
    case 'int':
    case 'uint':
      return value.value * 1_000_000_000n;
    default:
      return fail(`value is not a time, got ${value.type}`);
  }
}

function refuseOrg(args: Arguments, what: string): void {
  if (args.optional('org') === undefined && args.optional('orgID') === undefined) return;
  failFinally(
    `error in building plan while starting program: ${what} from a separate organization; please specify a host or remove the organization`,
  );
}

export function sources(program: Program): Names {
  return {
    from: builtin((args, site) => {
      const name = args.optionalString('bucket');
      const id = args.optionalString('bucketID');
      if (name !== undefined && id !== undefined) {
        fail('must specify only one of bucket or bucketID');
      }
      const bucket = bucketOf(args) ?? fail('must specify bucket or bucketID');
      if (name === '' || id === '') {
        failFinally('failed to initialize execute state: no bucket name or id have been specified');
      }
      refuseOrg(args, 'reads from the storage engine cannot read');
      return streamOf({ kind: 'from', bucket }, [], site);
    }),
    range: operation((args) => ({
      kind: 'range',
      bounds: {
        start: toTime(args.required('start'), program.now),
        stop: toTime(args.optional('stop') ?? { type: 'time', value: program.now }, program.now),
      },
    })),
    buckets: builtin((args, site) => {
      refuseOrg(args, 'buckets cannot list');
      return streamOf({ kind: 'source', tables: () => bucketsTable(program) }, [], site);
    }),
  };
}
