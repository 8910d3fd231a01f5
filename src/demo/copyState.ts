import type { DemoState } from './state';

function copied<T extends object>(records: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...records].map(([id, record]) => [id, structuredClone(record)]));
}

/** A second server with the same content; the points are shared until one of the two changes them. */
export function copyState(
  from: DemoState,
  own: Pick<DemoState, 'now' | 'random' | 'startedAt'>,
): DemoState {
  return {
    ...from,
    ...own,
    orgs: copied(from.orgs),
    users: copied(from.users),
    buckets: copied(from.buckets),
    tokens: copied(from.tokens),
    v1Users: copied(from.v1Users),
    dbrps: copied(from.dbrps),
    dbrpDefaults: new Map(from.dbrpDefaults),
    labels: copied(from.labels),
    attachedLabels: copied(from.attachedLabels),
    secrets: copied(from.secrets),
    resources: copied(from.resources),
    mappings: structuredClone(from.mappings),
    sessions: copied(from.sessions),
    storage: from.storage.fork(),
  };
}
