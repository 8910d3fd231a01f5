import { Group, Select, Text, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { capability } from '@/lib/capability';
import { counted } from '@/lib/counted';
import { compareNatural } from '@/lib/naturalOrder';
import { writeOf } from '@/lib/permissions';
import type { Surroundings } from '@/lib/surroundings';
import type { NewToken } from './newTokenDraft';
import { withOrg, withOwner } from './newTokenDraft';

export interface TokenFieldsProps {
  token: NewToken;
  /** The description that is sent when none is typed. */
  placeholder: string;
  around: Surroundings;
  onChange: (change: (token: NewToken) => NewToken) => void;
}

/** More are found by typing. */
const shown = 200;

/** Those in whose name the caller may make tokens: with the one that stands now. */
function useOwners({ users }: Surroundings, ownerID: string) {
  const { caller } = useCaller();
  return useMemo(() => {
    const known = [...users.values()].filter(
      ({ id }) => id === ownerID || capability(caller, writeOf('users', { id })).answer !== 'no',
    );
    const owners = known
      .map(({ id, name, status }) => ({
        value: id,
        label: status === 'active' ? name : `${name} (inactive)`,
      }))
      .toSorted((a, b) => compareNatural(a.label, b.label));
    if (users.has(ownerID)) return owners;
    const label = ownerID === caller.user?.id ? (caller.user.name ?? 'You') : ownerID || 'You';
    return [{ value: ownerID, label }, ...owners];
  }, [users, ownerID, caller]);
}

export function TokenFields({ token, placeholder, around, onChange }: TokenFieldsProps) {
  const { can } = useCaller();
  const orgs = useOrgs();
  const owners = useOwners(around, token.ownerID);
  const org = orgs.map(({ id, name }) => ({
    value: id,
    label: name ?? id,
    disabled: can(writeOf('authorizations', { orgID: id })).answer === 'no',
  }));
  return (
    <>
      <TextInput
        label="Description"
        description="Which client it is for: all that tells tokens apart later"
        placeholder={placeholder || 'Made from what is ticked'}
        autoComplete="off"
        value={token.description}
        onChange={({ currentTarget: { value } }) =>
          onChange((before) => ({ ...before, description: value }))
        }
      />
      <Group gap="md" grow align="flex-start">
        <Select
          label="Org"
          data={org}
          value={token.orgID}
          onChange={(id) => id !== null && onChange((before) => withOrg(before, id))}
          allowDeselect={false}
          searchable
          limit={shown}
        />
        <Select
          label="Owner"
          data={owners}
          value={token.ownerID}
          onChange={(id) => id !== null && onChange((before) => withOwner(before, id))}
          allowDeselect={false}
          searchable
          limit={shown}
        />
      </Group>
      {token.left > 0 && (
        <Text component="output" c="dimmed">
          {counted(token.left, 'selected resource')} stayed behind: what is selected by id belongs
          to one org.
        </Text>
      )}
    </>
  );
}
