import { randomID, timestamp } from '@/demo/ids';
import type { DemoState, OrgRecord } from '@/demo/state';
import { atLeast } from '@/demo/versions';
import { createBucket, removeBucket } from './buckets';
import { addMapping, removeMappingsOf } from './mappings';
import { resourcesOf } from './resources';

/** Names are unique without their outer spaces, and found with or without them. */
export function findOrgByName(state: DemoState, name: string): OrgRecord | undefined {
  const wanted = name.trim();
  for (const org of state.orgs.values()) if (org.name.trim() === wanted) return org;
  return undefined;
}

export interface OrgDraft {
  name: string;
  description?: string;
  ownerID?: string;
}

/** With its two system buckets and its owner; the caller has checked the name. */
export function createOrg(state: DemoState, draft: OrgDraft): OrgRecord {
  const createdAt = timestamp(state);
  const org: OrgRecord = {
    id: randomID(state),
    name: draft.name,
    description: draft.description ?? '',
    createdAt,
    updatedAt: createdAt,
  };
  state.orgs.set(org.id, org);
  if (draft.ownerID !== undefined) {
    addMapping(state, {
      userID: draft.ownerID,
      type: 'orgs',
      resourceID: org.id,
      role: 'owner',
    });
  }
  const system = { orgID: org.id, type: 'system', shardSeconds: 86_400 } as const;
  createBucket(state, {
    ...system,
    name: '_tasks',
    description: 'System bucket for task logs',
    everySeconds: 259_200,
  });
  createBucket(state, {
    ...system,
    name: '_monitoring',
    description: 'System bucket for monitoring logs',
    everySeconds: 604_800,
  });
  return org;
}

/** With all its buckets, and from 2.9 on its tasks; all else that belongs to it stays as orphans. */
export function removeOrg(state: DemoState, id: string): void {
  for (const bucket of [...state.buckets.values()]) {
    if (bucket.orgID === id) removeBucket(state, bucket.id);
  }
  if (atLeast(state.version, 2, 9)) {
    for (const task of resourcesOf(state, 'tasks', id)) state.resources.delete(task.id);
  }
  removeMappingsOf(state, { type: 'orgs', resourceID: id });
  state.orgs.delete(id);
}
