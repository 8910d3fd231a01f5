import { snowflake, timestamp } from '@/demo/ids';
import type { DemoState, ResourceRecord, ResourceType } from '@/demo/state';

export interface ResourceDraft {
  orgID: string;
  name: string;
  fields: Record<string, unknown>;
}

export function createResource(
  state: DemoState,
  type: ResourceType,
  ownerID: string,
  draft: ResourceDraft,
): ResourceRecord {
  const createdAt = timestamp(state);
  const id = snowflake(state);
  const record = { ...draft, id, type, ownerID, createdAt, updatedAt: createdAt };
  state.resources.set(id, record);
  return record;
}

/** By id, which is by creation. */
export function resourcesOf(
  state: DemoState,
  type: ResourceType,
  orgID?: string,
): ResourceRecord[] {
  return [...state.resources.values()].filter(
    (record) => record.type === type && (orgID === undefined || record.orgID === orgID),
  );
}

export function findResource(
  state: DemoState,
  type: ResourceType,
  id: string,
): ResourceRecord | undefined {
  const record = state.resources.get(id);
  return record?.type === type ? record : undefined;
}

export function changeResource(
  state: DemoState,
  record: ResourceRecord,
  change: Partial<ResourceDraft>,
): ResourceRecord {
  const fields = { ...record.fields, ...change.fields };
  const changed = { ...record, ...change, fields, updatedAt: timestamp(state) };
  state.resources.set(record.id, changed);
  return changed;
}
