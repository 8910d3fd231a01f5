import { Group, Select, Text, TextInput } from '@mantine/core';
import { OwnerSelect } from '@/components/OwnerSelect';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { counted } from '@/lib/counted';
import { writeOf } from '@/lib/permissions';
import type { NewToken } from './newTokenDraft';
import { withOrg, withOwner } from './newTokenDraft';

export interface TokenFieldsProps {
  token: NewToken;
  /** The description that is sent when none is typed. */
  placeholder: string;
  onChange: (change: (token: NewToken) => NewToken) => void;
}

/** More are found by typing. */
const shown = 200;

export function TokenFields({ token, placeholder, onChange }: TokenFieldsProps) {
  const { can } = useCaller();
  const orgs = useOrgs();
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
        <OwnerSelect
          value={token.ownerID}
          onChange={(id) => onChange((before) => withOwner(before, id))}
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
