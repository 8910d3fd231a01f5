import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { GoJsonError } from '@/demo/goJson';
import { decodeGo, goID, goStruct } from '@/demo/goShape';
import { pathID } from '@/demo/pathIDs';
import type { BucketRecord, DemoState, LabelRecord } from '@/demo/state';
import { labelsOfBucket } from '@/demo/store/labels';
import { bucketPermission, bucketReadPermission } from './bucketAccess';
import { labelAnswer, labelListAnswer } from './labelBody';

const MAPPING = goStruct('influxdb.LabelMapping', { labelID: goID });

export function bucketLabelRoutes(app: App, state: DemoState): void {
  app.get('/api/v2/buckets/:id/labels', (c) => {
    const bucket = readable(c, state);
    return tabbed(c, labelListAnswer(labelsOfBucket(state, bucket.id)));
  });
  app.post('/api/v2/buckets/:id/labels', async (c) => {
    const bucket = readable(c, state);
    const labelID = readLabelID(await c.req.text());
    if (labelID === '') refuse('invalid', 'label id is required');
    const label = writable(c, state, bucket, labelID);
    const attached = state.bucketLabels.get(bucket.id) ?? new Set();
    if (attached.has(label.id)) {
      refuse('conflict', 'Cannot add label, label already exists on resource');
    }
    state.bucketLabels.set(bucket.id, attached.add(label.id));
    return tabbed(c, labelAnswer(label), 201);
  });
  app.delete('/api/v2/buckets/:id/labels/:labelID', (c) => {
    const bucket = readable(c, state);
    const label = writable(c, state, bucket, pathID(c, 'labelID'));
    state.bucketLabels.get(bucket.id)?.delete(label.id);
    return c.body(null, 204);
  });
}

/** A bucket that is missing or may not be read is a missing page here. */
function readable(c: Context<Env>, state: DemoState): BucketRecord {
  const bucket = state.buckets.get(pathID(c, 'id'));
  if (!bucket || !allows(caller(c), bucketReadPermission(bucket))) {
    refuse('not found', '404 page not found');
  }
  return bucket;
}

function writable(
  c: Context<Env>,
  state: DemoState,
  bucket: BucketRecord,
  labelID: string,
): LabelRecord {
  const label = state.labels.get(labelID) ?? refuse('not found', 'label not found');
  const { id, orgID } = label;
  demand(caller(c), { action: 'write', resource: { type: 'labels', id, orgID } });
  demand(caller(c), bucketPermission('write', bucket));
  return label;
}

function readLabelID(body: string): string {
  try {
    return decodeGo(body, MAPPING).labelID;
  } catch (error) {
    if (error instanceof GoJsonError) refuse('invalid', 'Invalid post label map request');
    throw error;
  }
}
