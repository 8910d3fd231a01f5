import type { BucketRecord } from '@/demo/state';

import type { QueryStorage } from './queryStorage';

/** What the functions of one script work with. */
export interface Program {
  /** Of the request, or of `option now`; nanoseconds. */
  now: bigint;
  /** Of `option location`, from UTC, in nanoseconds. */
  zoneOffset: bigint;
  readonly orgID: string;
  readonly storage: QueryStorage;
  /** Of the org, as far as the caller may read them, by name. */
  readableBuckets(): BucketRecord[];
  phase: { executing: boolean };
}
