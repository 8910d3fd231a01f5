import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { User } from '@/api/users';
import { userQueries } from '@/api/users';
import type { UserSelectProps } from '@/components/UserSelect';
import { UserSelect } from '@/components/UserSelect';
import { counted } from '@/lib/counted';

export interface OtherUsersProps extends Pick<UserSelectProps, 'value' | 'onChange' | 'error'> {
  /** Ids of those who cannot be picked. */
  taken: ReadonlySet<string>;
}

const none: readonly User[] = [];

/** All users that are not in the org yet. */
export function OtherUsers({ taken, ...rest }: OtherUsersProps) {
  const { data: users = none } = useQuery(userQueries.all);
  const others = useMemo(
    () => users.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ id, label: name })),
    [users, taken],
  );
  return (
    <UserSelect
      label="User"
      placeholder={counted(others.length, 'user')}
      users={others}
      nothingFoundMessage="No user matches, or it belongs to the org already"
      {...rest}
    />
  );
}
