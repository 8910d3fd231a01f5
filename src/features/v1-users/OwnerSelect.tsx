import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { userQueries } from '@/api/users';
import { useCaller } from '@/components/useCaller';

export interface OwnerSelectProps {
  /** An id; empty: the caller. */
  value: string;
  onChange: (id: string) => void;
  disabled?: boolean;
}

const mostShown = 100;

/** Users that the credential may read: an operator all of them, others themselves. */
export function OwnerSelect({ value, onChange, disabled }: OwnerSelectProps) {
  const { caller } = useCaller();
  const { data: users = [] } = useQuery(userQueries.all);
  const own = caller.user?.id;
  const data = users.map(({ id, name, status }) => ({
    value: id,
    label: `${name}${id === own ? ' (you)' : ''}${status === 'inactive' ? ' (inactive)' : ''}`,
  }));
  if (own !== undefined && !users.some(({ id }) => id === own)) {
    data.unshift({ value: own, label: caller.user?.name ?? 'you' });
  }
  return (
    <Select
      label="Owner"
      description="When the owner is inactive or deleted, the v1 user is refused"
      placeholder="you"
      data={data}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      searchable
      limit={mostShown}
      disabled={disabled}
      nothingFoundMessage="No user matches"
    />
  );
}
