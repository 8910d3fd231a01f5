import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { Refusal, refuse, tabbed, twoRefusals } from '@/demo/errors';
import { readGoBody } from '@/demo/goBody';
import { goID, goStruct } from '@/demo/goShape';
import { pathID } from '@/demo/pathIDs';
import type { BucketRecord, Caller, DemoState, LabelRecord } from '@/demo/state';
import { labelsOf } from '@/demo/store/labels';
import { bucketPermission, bucketReadPermission } from './bucketAccess';
import { labelAnswer, labelListAnswer } from './labelBody';

const MAPPING = goStruct('influxdb.LabelMapping', { labelID: goID });
const MALFORMED = { code: 'invalid', prefix: '' } as const;
const UNREADABLE = new Refusal('invalid', 'Invalid post label map request');
const NO_LABEL = 'label id is required';

export function bucketLabelRoutes(app: App, state: DemoState): void {
  app.get('/api/v2/buckets/:id/labels', (c) => {
    const bucket = readable(c, state);
    demand(caller(c), bucketPermission('read', bucket));
    return tabbed(c, labelListAnswer(visibleLabels(caller(c), state, bucket)));
  });
  app.post('/api/v2/buckets/:id/labels', async (c) => {
    const bucket = readable(c, state);
    let labelID: string;
    try {
      labelID = (await readGoBody(c, MAPPING, MALFORMED)).labelID;
    } catch (error) {
      if (error instanceof Refusal) return twoRefusals(c, UNREADABLE, NO_LABEL);
      throw error;
    }
    if (labelID === '') refuse('invalid', NO_LABEL);
    const label = existingLabel(state, labelID);
    const { id, orgID } = label;
    demand(caller(c), { action: 'read', resource: { type: 'labels', id, orgID } });
    demandWrite(c, bucket, label);
    const attached = state.attachedLabels.get(bucket.id) ?? new Set();
    if (attached.has(label.id)) {
      refuse('conflict', 'Cannot add label, label already exists on resource');
    }
    state.attachedLabels.set(bucket.id, attached.add(label.id));
    return tabbed(c, labelAnswer(label), 201);
  });
  app.delete('/api/v2/buckets/:id/labels/:labelID', (c) => {
    const bucket = readable(c, state);
    const label = existingLabel(state, pathID(c, 'labelID'));
    demandWrite(c, bucket, label);
    state.attachedLabels.get(bucket.id)?.delete(label.id);
    return c.body(null, 204);
  });
}

/** A bucket that is missing or may not be read is a missing page here. */
function readable(c: Context<Env>, state: DemoState): BucketRecord {
  const bucket = state.buckets.get(pathID(c, 'id', 'corrupt ID provided: '));
  if (!bucket || !allows(caller(c), bucketReadPermission(bucket))) {
    refuse('not found', '404 page not found');
  }
  return bucket;
}

function existingLabel(state: DemoState, id: string): LabelRecord {
  return state.labels.get(id) ?? refuse('not found', 'label not found');
}

/** The bucket is asked for in the label's org. */
function demandWrite(c: Context<Env>, bucket: BucketRecord, { id, orgID }: LabelRecord): void {
  demand(caller(c), { action: 'write', resource: { type: 'labels', id, orgID } });
  demand(caller(c), bucketPermission('write', { ...bucket, orgID }));
}

/** None for a credential that may not read the bucket itself, as with system buckets and a right to read their org. */
export function visibleLabels(who: Caller, state: DemoState, bucket: BucketRecord): LabelRecord[] {
  if (!allows(who, bucketPermission('read', bucket))) return [];
  return labelsOf(state, bucket.id).filter(({ id, orgID }) =>
    allows(who, { action: 'read', resource: { type: 'labels', id, orgID } }),
  );
}
