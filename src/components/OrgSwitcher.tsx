import { Menu, ScrollArea, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuilding, IconCheck, IconSelector } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { paths } from '@/lib/paths';
import classes from './OrgSwitcher.module.css';
import { OrgName } from './OrgName';
import { useOrgs } from './useOrgs';

/** Above this many orgs the menu can be searched. */
const searchable = 8;

export interface OrgSwitcherProps {
  server: string;
  orgId: string | undefined;
}

export function OrgSwitcher({ server, orgId }: OrgSwitcherProps) {
  const orgs = useOrgs();
  const navigate = useNavigate();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const [sought, setSought] = useState('');
  if (orgId === undefined) return null;
  const text = sought.trim().toLowerCase();
  const found = orgs.filter(
    ({ id, name = '' }) => name.toLowerCase().includes(text) || id === text,
  );
  return (
    <Menu opened={isOpen} onChange={toggle} onClose={() => setSought('')} width="target">
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <VisuallyHidden>Org</VisuallyHidden>
          <IconBuilding size={17} stroke={1.7} />
          <span className={classes.name}>
            <OrgName id={orgId} />
          </span>
          <IconSelector size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {orgs.length > searchable && (
          <TextInput
            size="xs"
            m={4}
            aria-label="Find an org"
            placeholder="Name or id"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        )}
        <ScrollArea.Autosize mah={320}>
          {found.map(({ id, name }) => (
            <Menu.Item
              key={id}
              rightSection={id === orgId ? <IconCheck size={14} aria-label="here" /> : undefined}
              onClick={() => {
                close();
                void navigate(paths.home(server, id));
              }}
            >
              {name ?? id}
            </Menu.Item>
          ))}
          {found.length === 0 && <Menu.Label>No org is called that</Menu.Label>}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
