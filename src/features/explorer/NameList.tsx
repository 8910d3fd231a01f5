import { Checkbox, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

export interface ListedName {
  name: string;
  hint?: string;
}

export interface NameListProps {
  /** Says what the names are; read out for the group and its search. */
  label: string;
  names: readonly ListedName[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** One at a time. */
  isSingle?: boolean;
  empty: string;
}

/** Without a search, long lists are cut; with so few, a search is clutter. */
const shown = 100;
const searchFrom = 8;

/** Names to pick from, with a search when there are many. */
export function NameList({
  label,
  names,
  chosen,
  onChange,
  isSingle = false,
  empty,
}: NameListProps) {
  const [search, setSearch] = useState('');
  const found = names.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  const toggle = (name: string, isOn: boolean) => {
    if (isSingle) onChange(isOn ? [name] : []);
    else onChange(isOn ? [...chosen, name] : chosen.filter((other) => other !== name));
  };
  if (names.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  }
  return (
    <Stack component="fieldset" bd={0} p={0} m={0} miw={0} gap={6} aria-label={label}>
      {names.length > searchFrom && (
        <TextInput
          size="xs"
          placeholder={`Search ${names.length}`}
          aria-label={`Search ${label.toLowerCase()}`}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ScrollArea.Autosize mah={220} type="auto" offsetScrollbars>
        <Stack gap={5}>
          {found.slice(0, shown).map(({ name, hint }) => (
            <Checkbox
              key={name}
              label={name === '' ? '(empty)' : name}
              description={hint}
              checked={chosen.includes(name)}
              onChange={(event) => toggle(name, event.currentTarget.checked)}
              styles={{ label: { overflowWrap: 'anywhere' } }}
            />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      <Remainder found={found.length} />
    </Stack>
  );
}

function Remainder({ found }: { found: number }) {
  if (found > 0 && found <= shown) return null;
  return (
    <Text size="xs" c="dimmed">
      {found === 0 ? 'No name matches' : `${shown} of ${found} shown: search for the others`}
    </Text>
  );
}
