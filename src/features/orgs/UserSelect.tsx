import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { User } from '@/api/users';
import { userQueries } from '@/api/users';
import { counted } from '@/lib/counted';

export interface UserSelectProps {
  /** Ids of those who cannot be picked. */
  taken: ReadonlySet<string>;
  value: string;
  onChange: (id: string) => void;
  error?: string;
}

/** More are found by typing. */
const shown = 100;
const none: readonly User[] = [];

function matching(users: readonly User[], search: string): User[] {
  const words = search.trim().toLowerCase();
  return users.filter(({ id, name }) => name.toLowerCase().includes(words) || id === words);
}

/** All users that are not in the org yet, by name or id. Mantine is given few of them: it is slow with thousands. */
export function UserSelect({ taken, value, onChange, error }: UserSelectProps) {
  const { data: users = none } = useQuery(userQueries.all);
  const [search, setSearch] = useState('');
  const others = useMemo(() => users.filter(({ id }) => !taken.has(id)), [users, taken]);
  const picked = others.find(({ id }) => id === value);
  const isSearch = search !== picked?.name;
  const found = useMemo(
    () => (isSearch ? matching(others, search) : others).slice(0, shown),
    [others, search, isSearch],
  );
  const offered = picked && !found.includes(picked) ? [picked, ...found] : found;
  return (
    <Select
      label="User"
      placeholder={counted(others.length, 'user')}
      data={offered.map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage="No user matches, or it belongs to the org already"
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      error={error}
    />
  );
}
