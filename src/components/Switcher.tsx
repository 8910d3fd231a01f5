import { Menu, ScrollArea, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import classes from './Switcher.module.css';

/** Above this many choices the menu can be searched. */
const searchable = 8;

export interface Choice {
  id: string;
  name: string;
}

export interface SwitcherProps {
  /** What is chosen: `org`. */
  noun: string;
  icon: ReactNode;
  choices: readonly Choice[];
  current: string;
  onPick: (id: string) => void;
}

/** The place that all screens below are about. */
export function Switcher({ noun, icon, choices, current, onPick }: SwitcherProps) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [sought, setSought] = useState('');
  const text = sought.trim().toLowerCase();
  const found = choices.filter(
    ({ id, name }) => name.toLowerCase().includes(text) || id.toLowerCase() === text,
  );
  const here = choices.find(({ id }) => id === current)?.name ?? current;
  return (
    <Menu opened={isOpen} onChange={toggle} onClose={() => setSought('')} width="target">
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <VisuallyHidden>{noun}</VisuallyHidden>
          {icon}
          <span className={classes.name}>{here}</span>
          <IconSelector size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.length > searchable && (
          <TextInput
            size="xs"
            m={4}
            aria-label={`Find: ${noun}`}
            placeholder="Name or id"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        )}
        <ScrollArea.Autosize mah={320}>
          {found.map(({ id, name }) => (
            <Menu.Item
              key={id}
              rightSection={id === current ? <IconCheck size={14} aria-label="here" /> : undefined}
              onClick={() => {
                close();
                onPick(id);
              }}
            >
              {name}
            </Menu.Item>
          ))}
          {found.length === 0 && <Menu.Label>Nothing is called that</Menu.Label>}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
