import { Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Membership, Role } from '@/api/members';
import { memberCalls, memberMutations, memberQueries } from '@/api/members';
import type { Org } from '@/api/orgs';
import { userQueries } from '@/api/users';
import { RequestPreview } from '@/components/RequestPreview';
import { useCaller } from '@/components/useCaller';
import { readOf, writeOf } from '@/lib/permissions';
import { FormActions } from '@/ui/form/FormActions';
import { useSubmit } from '@/ui/form/useSubmit';

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'owner', label: 'Owner' },
];

interface Values {
  userID: string;
  role: Role;
}

export function AddMember({ org }: { org: Org }) {
  const { can } = useCaller();
  const { answer, reason } = can(writeOf('orgs', { orgID: org.id, id: org.id }));
  if (answer === 'no') return <Text c="dimmed">{reason}</Text>;
  return <AddForm org={org} picksUsers={can(readOf('users')).answer === 'yes'} />;
}

interface AddFormProps {
  org: Org;
  /** Others than operators cannot list users: they have to know an id. */
  picksUsers: boolean;
}

function AddForm({ org, picksUsers }: AddFormProps) {
  const { data: members } = useSuspenseQuery(memberQueries.inOrg(org.id));
  const { mutateAsync } = useMutation(memberMutations.add);
  const taken = new Set(members.map(({ id }) => id));
  const problemOf = (userID: string) => {
    if (!/^[0-9a-f]{16}$/i.test(userID))
      return picksUsers ? 'Pick a user' : 'An id has 16 digits of 0–9 and a–f';
    return taken.has(userID.toLowerCase())
      ? 'Belongs to the org already: change the role above'
      : null;
  };
  const form = useForm<Values>({
    initialValues: { userID: '', role: 'member' },
    validate: { userID: (userID) => problemOf(userID.trim()) },
  });
  const membershipOf = ({ userID, role }: Values): Membership => ({
    orgID: org.id,
    userID: userID.trim().toLowerCase(),
    role,
  });
  const { submit, refusal } = useSubmit(form, async (values) => {
    await mutateAsync(membershipOf(values));
    form.setFieldValue('userID', '');
  });
  const { values } = form;
  const isValid = problemOf(values.userID.trim()) === null;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        <Group gap="sm" align="flex-start">
          {picksUsers ? (
            <UserSelect taken={taken} {...form.getInputProps('userID')} value={values.userID} />
          ) : (
            <TextInput
              label="User id"
              description="Only operators list users. The user finds the id under My account."
              autoComplete="off"
              spellCheck={false}
              flex="1 1 260px"
              {...form.getInputProps('userID')}
            />
          )}
          <Stack gap={4}>
            <Text size="sm" fw={500}>
              Role
            </Text>
            <SegmentedControl aria-label="Role" data={roles} {...form.getInputProps('role')} />
          </Stack>
        </Group>
        <FormActions label="Add" submitting={form.submitting} refusal={refusal} />
        <RequestPreview calls={isValid ? [memberCalls.add(membershipOf(values))] : null} />
      </Stack>
    </form>
  );
}

interface UserSelectProps {
  taken: ReadonlySet<string>;
  value: string;
  onChange: (id: string) => void;
  error?: string;
}

/** All users that are not in the org yet. */
function UserSelect({ taken, value, onChange, error }: UserSelectProps) {
  const { data: users = [] } = useQuery(userQueries.all);
  return (
    <Select
      label="User"
      placeholder="search by name"
      data={users
        .filter(({ id }) => !taken.has(id))
        .map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      limit={200}
      nothingFoundMessage="No user matches, or it belongs to the org already"
      flex="1 1 260px"
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      error={error}
    />
  );
}
