import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { IconBuilding, IconDatabase, IconKey, IconSearch, IconUser } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Target } from './targets';
import { found } from './targets';

const icons = {
  bucket: IconDatabase,
  user: IconUser,
  org: IconBuilding,
  token: IconKey,
  'v1 user': IconKey,
};

/** One question for everything whose access can be looked at. */
export function AccessSearch({ targets }: { targets: readonly Target[] }) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const matches = useMemo(() => found(targets, sought), [targets, sought]);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const type = (typed: string) => {
    setText(typed);
    combobox.openDropdown();
    combobox.updateSelectedOptionIndex();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={(to) => void navigate(to)}>
      <Combobox.Target>
        <TextInput
          size="md"
          maw={620}
          aria-label="Which bucket, user, org or token?"
          placeholder="Which bucket, user, org or token? By name or id"
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={sought === ''}>
        <Combobox.Options aria-label="Found">
          {matches.map(({ kind, id, name, about, to }) => {
            const Icon = icons[kind];
            return (
              <Combobox.Option key={`${kind} ${id}`} value={to}>
                <Group gap="xs" wrap="nowrap">
                  <Icon size={15} aria-hidden />
                  <Text truncate>{name}</Text>
                  <Text c="dimmed" size="xs" ml="auto" style={{ whiteSpace: 'nowrap' }}>
                    {kind}
                    {about !== '' && ` of ${about}`}
                  </Text>
                </Group>
              </Combobox.Option>
            );
          })}
          {matches.length === 0 && <Combobox.Empty>Nothing is called that</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
