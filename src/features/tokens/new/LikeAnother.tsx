import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Token } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';

export interface LikeAnotherProps {
  onChoose: (token: Token) => void;
}

/** More are found by typing. */
const shown = 100;

/** The permissions of a token there is, as a beginning. */
export function LikeAnother({ onChoose }: LikeAnotherProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data, isError } = useQuery({ ...tokenQueries.all, enabled: isOpen });
  const tokens = data ?? [];
  const choose = (id: string | null) => {
    setChosen(id);
    const token = tokens.find((each) => each.id === id);
    if (token) onChoose(token);
  };
  return (
    <Select
      size="xs"
      aria-label="Like another token"
      placeholder="Like another token…"
      data={tokens.map(({ id, description, org }) => ({
        value: id,
        label: `${description || id} · ${org}`,
      }))}
      value={chosen}
      onChange={choose}
      onDropdownOpen={() => setIsOpen(true)}
      searchable
      limit={shown}
      nothingFoundMessage={isError ? 'The tokens cannot be listed' : 'No token that you can see'}
    />
  );
}
