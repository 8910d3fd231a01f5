import type { DemoState, MappingRecord } from '@/demo/state';

type Resource = Pick<MappingRecord, 'type' | 'resourceID'>;

/** The roles users have on a resource, in the order they were given. */
export function mappingsOf(state: DemoState, { type, resourceID }: Resource): MappingRecord[] {
  return state.mappings.filter(
    (mapping) => mapping.type === type && mapping.resourceID === resourceID,
  );
}

/** The roles of a user, in the server's order: by resource id, the instance first. */
export function mappingsOfUser(state: DemoState, userID: string): MappingRecord[] {
  return state.mappings
    .filter((mapping) => mapping.userID === userID)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

function orderOf({ type, resourceID }: MappingRecord): string {
  return type === 'instance' ? '0000000000000001' : resourceID;
}

export function findMapping(
  state: DemoState,
  resource: Resource,
  userID: string,
): MappingRecord | undefined {
  return mappingsOf(state, resource).find((mapping) => mapping.userID === userID);
}

/** False where the user has a role on the resource already. */
export function addMapping(state: DemoState, mapping: MappingRecord): boolean {
  if (findMapping(state, mapping, mapping.userID)) return false;
  state.mappings.push(mapping);
  return true;
}

/** Whatever the role is. */
export function removeMapping(state: DemoState, resource: Resource, userID: string): void {
  const mapping = findMapping(state, resource, userID);
  if (mapping) state.mappings.splice(state.mappings.indexOf(mapping), 1);
}

export function removeMappingsOf(state: DemoState, { type, resourceID }: Resource): void {
  state.mappings = state.mappings.filter(
    (mapping) => mapping.type !== type || mapping.resourceID !== resourceID,
  );
}
