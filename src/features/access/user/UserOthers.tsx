import { useMemo } from 'react';
import { ResourceReachTable } from '@/components/access/ResourceReachTable';
import type { UserRole } from '@/components/access/useUserRoles';
import { useSurroundings } from '@/components/useSurroundings';
import { distinct } from '@/lib/permissions';
import { resourceReach } from '@/lib/resourceReach';
import type { Credential } from '@/lib/surroundings';

export interface UserOthersProps {
  own: readonly Credential[];
  roles: readonly UserRole[];
}

/** Of everything together that the user holds. */
export function UserOthers({ own, roles }: UserOthersProps) {
  const around = useSurroundings();
  const reach = useMemo(() => {
    const held = [...roles, ...own].flatMap(({ permissions }) => permissions);
    return resourceReach(distinct(held), around);
  }, [own, roles, around]);
  return <ResourceReachTable reach={reach} />;
}
