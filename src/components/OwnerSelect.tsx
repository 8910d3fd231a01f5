import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { User } from '@/api/users';
import { userQueries } from '@/api/users';
import { capability } from '@/lib/capability';
import { compareNatural } from '@/lib/naturalOrder';
import { writeOf } from '@/lib/permissions';
import { useCaller } from './useCaller';
import type { UserChoice, UserSelectProps } from './UserSelect';
import { UserSelect } from './UserSelect';

export interface OwnerSelectProps extends Pick<
  UserSelectProps,
  'description' | 'onChange' | 'disabled'
> {
  /** An id; empty: the caller, whose id it may not read. */
  value: string;
}

const none: readonly User[] = [];

/** Those in whose name the caller may make credentials, with the one that stands now. */
function useOwners(ownerID: string): readonly UserChoice[] {
  const { caller } = useCaller();
  const { data: users = none } = useQuery(userQueries.all);
  return useMemo(() => {
    const own = caller.user?.id;
    const owners = users
      .filter(
        ({ id }) => id === ownerID || capability(caller, writeOf('users', { id })).answer !== 'no',
      )
      .map(({ id, name, status }) => ({
        id,
        label: `${name}${id === own ? ' (you)' : ''}${status === 'inactive' ? ' (inactive)' : ''}`,
      }))
      .toSorted((a, b) => compareNatural(a.label, b.label));
    if (owners.some(({ id }) => id === ownerID)) return owners;
    const label = ownerID === own ? (caller.user?.name ?? 'You') : ownerID || 'You';
    return [{ id: ownerID, label }, ...owners];
  }, [users, ownerID, caller]);
}

export function OwnerSelect({ value, ...rest }: OwnerSelectProps) {
  const users = useOwners(value);
  return <UserSelect label="Owner" users={users} value={value} allowDeselect={false} {...rest} />;
}
