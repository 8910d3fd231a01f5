import type { Action, Permission } from './permissions';
import { distinct, permissionText } from './permissions';

export interface Grant {
  read: boolean;
  write: boolean;
}

/** What a v1 user holds, as it can be toggled: buckets by id, and everything else as it is. */
export interface V1Grants {
  buckets: ReadonlyMap<string, Grant>;
  others: readonly Permission[];
}

const nothing: Grant = { read: false, write: false };

export const noGrants: V1Grants = { buckets: new Map(), others: [] };

export function grantOf({ buckets }: V1Grants, id: string): Grant {
  return buckets.get(id) ?? nothing;
}

export function grantsOf(permissions: readonly Permission[]): V1Grants {
  const buckets = new Map<string, Grant>();
  const others: Permission[] = [];
  for (const permission of distinct(permissions)) {
    const { type, id } = permission.resource;
    if (type === 'buckets' && id) {
      buckets.set(id, { ...(buckets.get(id) ?? nothing), [permission.action]: true });
    } else {
      others.push(permission);
    }
  }
  return { buckets, others };
}

export function withGrant(grants: V1Grants, id: string, action: Action, isHeld: boolean): V1Grants {
  const buckets = new Map(grants.buckets);
  const grant = { ...grantOf(grants, id), [action]: isHeld };
  if (grant.read || grant.write) buckets.set(id, grant);
  else buckets.delete(id);
  return { ...grants, buckets };
}

/** `orgOf`: the org of a bucket, where it is known; only beside its own org's buckets the server takes one. */
export function permissionsOf(
  { buckets, others }: V1Grants,
  orgOf: (bucketID: string) => string | undefined,
): Permission[] {
  const byBucket = [...buckets].flatMap(([id, grant]): Permission[] => {
    const orgID = orgOf(id);
    const resource = { type: 'buckets', ...(orgID !== undefined && { orgID }), id };
    return (['read', 'write'] as const)
      .filter((action) => grant[action])
      .map((action) => ({ action, resource }));
  });
  return [...byBucket, ...others];
}

/** Whether two sets grant the same, whatever their order and whether an org stands beside an id. */
export function isSameGrants(a: V1Grants, b: V1Grants): boolean {
  const text = ({ buckets, others }: V1Grants) =>
    [
      ...[...buckets].map(([id, { read, write }]) => `${id} ${read} ${write}`),
      ...others.map(permissionText),
    ]
      .toSorted()
      .join('\n');
  return text(a) === text(b);
}
