import { allows } from '@/demo/auth';
import { bucketPermission, bucketReadPermission } from '@/demo/routes/bucketAccess';
import { idProblem } from '@/demo/ids';
import type { BucketRecord, Caller, DemoState } from '@/demo/state';
import { findBucketByName } from '@/demo/store/buckets';
import { findOrgByName } from '@/demo/store/orgs';
import { atLeast } from '@/demo/versions';
import { failFinally, failInternally } from './fluxError';
import type { QueryEnvironment } from './query';
import type { BucketReference } from './stream';

const INITIALIZE = 'failed to initialize execute state';

/** Buckets by name are looked up with the caller's permissions; by id only writing is checked. */
export function environmentOf(
  state: DemoState,
  caller: Caller,
  orgID: string,
  now: bigint,
): QueryEnvironment {
  return {
    orgID,
    now,
    storage: state.storage,
    shiftsEmptyStrings: !atLeast(state.version, 2, 8),
    readableBuckets: () =>
      [...state.buckets.values()]
        .filter((bucket) => bucket.orgID === orgID && allows(caller, bucketReadPermission(bucket)))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    bucketForReading(reference) {
      if (reference.by === 'id') return bucketByID(state, reference.id).id;
      const bucket = bucketByName(state, orgID, reference);
      if (!bucket || !allows(caller, bucketReadPermission(bucket))) notFound(reference.name);
      return bucket.id;
    },
    bucketForWriting(reference) {
      const bucket =
        reference.by === 'id'
          ? bucketByID(state, reference.id)
          : (bucketByName(state, orgID, reference) ?? notFound(reference.name));
      if (!allows(caller, bucketPermission('write', bucket))) {
        failFinally(`${INITIALIZE}: user not authorized to write`, 'forbidden');
      }
      return bucket.id;
    },
  };
}

function notFound(name: string): never {
  return failFinally(`${INITIALIZE}: could not find bucket "${name}"`, 'not found');
}

function bucketByID(state: DemoState, id: string): BucketRecord {
  const problem = idProblem(id);
  if (problem !== null) failFinally(`${INITIALIZE}: invalid bucket id: ${problem}`);
  const bucket = state.buckets.get(id.toLowerCase());
  return bucket ?? failInternally();
}

function bucketByName(
  state: DemoState,
  orgID: string,
  reference: Extract<BucketReference, { by: 'name' }>,
): BucketRecord | undefined {
  const { name, org } = reference;
  const named = org === undefined ? undefined : findOrgByName(state, org);
  return findBucketByName(state, named?.id ?? org ?? orgID, name);
}
