import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Role } from '@/api/members';
import { memberQueries } from '@/api/members';
import { sessionGrantQueries } from '@/api/sessionGrants';
import { orgName } from '@/lib/permissionWords';
import type { Permission } from '@/lib/permissions';
import { orgRolePermissions } from '@/lib/rolePermissions';
import type { Surroundings } from '@/lib/surroundings';

export interface UserRole {
  /** `owner of iot`, `set this server up` */
  words: string;
  permissions: readonly Permission[];
}

export interface UserRoles {
  roles: readonly UserRole[];
  isLoading: boolean;
}

const roles: readonly Role[] = ['owner', 'member'];

/** What sessions of the user hold by its roles: told by the server, or put together from the members of orgs. */
export function useUserRoles(userID: string, { orgs, types }: Surroundings): UserRoles {
  const orgIDs = useMemo(() => [...orgs.keys()], [orgs]);
  const { data: everyMember, isPending } = useQuery(memberQueries.inOrgs(orgIDs));
  const { data: granted = none } = useQuery(sessionGrantQueries.ofUser(userID));
  const found = useMemo(() => {
    const inOrgs = [...(everyMember?.byOrg ?? [])].flatMap(([orgID, members]) =>
      roles
        .filter((role) => members.some((one) => one.id === userID && one.role === role))
        .map((role) => ({
          words: `${role} of ${orgName(orgID, { orgs })}`,
          permissions: orgRolePermissions(role, orgID, types),
        })),
    );
    const everything = granted.filter(({ resource }) => resource.type === 'instance');
    const buckets = granted.filter(({ resource: { type, id } }) => type === 'buckets' && id);
    return [
      ...(everything.length > 0 ? [{ words: 'set this server up', permissions: everything }] : []),
      ...inOrgs,
      ...(buckets.length > 0 ? [{ words: 'member of the bucket', permissions: buckets }] : []),
    ];
  }, [everyMember, granted, orgs, types, userID]);
  return { roles: found, isLoading: isPending || everyMember?.isComplete === false };
}

const none: readonly Permission[] = [];
