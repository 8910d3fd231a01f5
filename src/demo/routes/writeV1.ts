import type { Precision } from '@/lib/lineProtocol';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { allows } from '@/demo/auth';
import { queryOf } from '@/demo/queryValues';
import { refuse } from '@/demo/errors';
import type { BucketRecord, Caller, DemoState } from '@/demo/state';
import { resolveMapping } from '@/demo/store/dbrps';
import { receiveBody } from '@/demo/writeBody';
import { demandWrite, writeLines } from '@/demo/writeLines';
import { bucketPermission, bucketReadPermission } from './bucketAccess';

/** The org is the authorization's; `org` and `consistency` are ignored. */
export function writeV1Routes(app: App, state: DemoState): void {
  app.post('/write', async (c) => {
    const query = queryOf(c.req);
    const database = query.get('db');
    if (!database) refuse('invalid', 'missing db');
    const body = await receiveBody(c.req.raw);
    const bucket = mappedBucket(state, caller(c), database, query.get('rp') ?? undefined);
    demandWrite(caller(c), bucket);
    writeLines(state, bucket, await body.text(), readPrecision(query.get('precision')));
    return c.body(null, 204);
  });
}

/** Others, `n`, `u`, `m` and `h` among them, are nanoseconds without a word. */
function readPrecision(text: string | null): Precision {
  return text === 'us' || text === 'ms' || text === 's' ? text : 'ns';
}

/** A credential that may only write sees its mappings here all the same. */
function mappedBucket(
  state: DemoState,
  who: Caller,
  database: string,
  retentionPolicy: string | undefined,
): BucketRecord {
  const orgID = who.authorization?.orgID ?? '';
  const reaches = (bucket: Pick<BucketRecord, 'id' | 'orgID'>): boolean =>
    allows(who, bucketPermission('read', bucket)) || allows(who, bucketPermission('write', bucket));
  const mapping = resolveMapping(
    state,
    { orgID, database, retentionPolicy },
    (m) => reaches({ id: m.bucketID, orgID: m.orgID }),
    (bucket) =>
      bucket.type === 'system' ? allows(who, bucketReadPermission(bucket)) : reaches(bucket),
  );
  if (!mapping) refuse('not found', 'no dbrp mapping found');
  return state.buckets.get(mapping.bucketID) ?? refuse('not found', 'bucket not found');
}
