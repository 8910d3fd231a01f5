import type { BucketRecord, DbrpRecord, DemoState } from '@/demo/state';
import { databaseKey, findDbrp, mappings, siblingsOf, withDefault } from './dbrps';
import type { Mapping } from './dbrps';

/** Adds a mapping. The first one of a database becomes its default. */
export function addDbrp(state: DemoState, draft: DbrpRecord, isDefault: boolean): Mapping {
  state.dbrps.set(draft.id, draft);
  if (isDefault || !state.dbrpDefaults.has(databaseKey(draft))) {
    state.dbrpDefaults.set(databaseKey(draft), draft.id);
  }
  return withDefault(state, draft);
}

/**
 * Changes retention policy and default flag; answers what the server echoes. Of a virtual mapping it stores a record that
 * no list has, which may be the default all the same.
 */
export function changeDbrp(
  state: DemoState,
  mapping: Mapping,
  change: { retention_policy?: string; default?: boolean },
): Mapping {
  const changed: Mapping = { ...mapping, ...change };
  const { default: isDefault, ...record } = changed;
  state.dbrps.set(record.id, record);
  const next = isDefault ? record : mapping.default ? siblingsOf(state, record)[0] : undefined;
  if (next) state.dbrpDefaults.set(databaseKey(record), next.id);
  return changed;
}

/** Another one of its database becomes the default. A virtual mapping stays, but takes a stored default away. */
export function removeDbrp(state: DemoState, orgID: string, id: string): void {
  const mapping = findDbrp(state, orgID, id);
  if (!mapping) return;
  state.dbrps.delete(id);
  if (!mapping.default) return;
  const [next] = siblingsOf(state, mapping);
  if (next) state.dbrpDefaults.set(databaseKey(mapping), next.id);
  else state.dbrpDefaults.delete(databaseKey(mapping));
}

/** Of a bucket that is gone. */
export function removeDbrpsOfBucket(
  state: DemoState,
  { id: bucketID, orgID }: Pick<BucketRecord, 'id' | 'orgID'>,
): void {
  for (const { id } of mappings(state, { orgID, bucketID })) removeDbrp(state, orgID, id);
}
