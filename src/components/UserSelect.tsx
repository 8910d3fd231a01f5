import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';

export interface UserChoice {
  id: string;
  /** As it is shown and found: the name, and what is special about the user. */
  label: string;
}

export interface UserSelectProps {
  label: string;
  description?: string;
  placeholder?: string;
  users: readonly UserChoice[];
  /** An id; empty: nobody is picked. */
  value: string;
  onChange: (id: string) => void;
  allowDeselect?: boolean;
  nothingFoundMessage?: string;
  error?: string;
  disabled?: boolean;
}

/** More are found by typing. */
const shown = 100;

function matching(users: readonly UserChoice[], search: string): UserChoice[] {
  const words = search.trim().toLowerCase();
  return users.filter(({ id, label }) => label.toLowerCase().includes(words) || id === words);
}

/** A user by name or id. Mantine is given few of them: it is slow with thousands. */
export function UserSelect(props: UserSelectProps) {
  const { users, value, onChange, nothingFoundMessage = 'No user matches', ...rest } = props;
  const [search, setSearch] = useState('');
  const picked = users.find(({ id }) => id === value);
  const isSearch = search !== picked?.label;
  const found = useMemo(
    () => (isSearch ? matching(users, search) : users).slice(0, shown),
    [users, search, isSearch],
  );
  const offered = picked && !found.includes(picked) ? [picked, ...found] : found;
  return (
    <Select
      {...rest}
      data={offered.map(({ id, label }) => ({ value: id, label }))}
      searchable
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={nothingFoundMessage}
      value={picked ? value : null}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}
