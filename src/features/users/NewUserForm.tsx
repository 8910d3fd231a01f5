import { Button, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from 'react-router-dom';
import type { CallerOrg } from '@/api/caller';
import { RequestPreview } from '@/components/RequestPreview';
import { RoleControl } from '@/components/RoleControl';
import type { ApiCall } from '@/lib/apiCall';
import { FormActions } from '@/ui/form/FormActions';
import { NewPassword } from '@/ui/form/NewPassword';
import { useInitialFocus } from '@/ui/form/useInitialFocus';
import { useSubmit } from '@/ui/form/useSubmit';
import type { NewUserValues } from './newUserValues';
import { newUserProblems } from './newUserValues';

export interface NewUserFormProps {
  orgs: readonly CallerOrg[];
  initialOrg: string;
  takenNames: ReadonlySet<string>;
  cancelTo: string;
  onSubmit: (values: NewUserValues) => Promise<unknown>;
  callsOf: (values: NewUserValues) => readonly ApiCall[];
}

const roleWords = {
  member: 'Signed in with the password, a member reads everything in the org.',
  owner: 'Signed in with the password, an owner reads and writes everything in the org.',
};

export function NewUserForm(props: NewUserFormProps) {
  const { orgs, initialOrg, takenNames, cancelTo, onSubmit, callsOf } = props;
  const nameInput = useInitialFocus<HTMLInputElement>();
  const form = useForm<NewUserValues>({
    initialValues: {
      name: '',
      hasPassword: true,
      password: '',
      org: initialOrg,
      role: 'member',
    },
    validate: (values) => ({ ...newUserProblems(values, takenNames) }),
    validateInputOnBlur: true,
  });
  const { submit, refusal } = useSubmit(form, onSubmit);
  const { values } = form;
  const problems = newUserProblems(values, takenNames);
  const isValid = problems.name === null && problems.password === null;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        <TextInput
          label="Name"
          ref={nameInput}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          {...form.getInputProps('name')}
        />
        <Switch
          label="Signs in with a password"
          description="Without one a user can only own tokens"
          {...form.getInputProps('hasPassword', { type: 'checkbox' })}
        />
        {values.hasPassword && (
          <NewPassword {...form.getInputProps('password')} value={values.password} />
        )}
        <Select
          label="Org"
          placeholder="none: may sign in, but reaches nothing"
          data={orgs.map(({ id, name = id }) => ({ value: id, label: name }))}
          searchable
          clearable
          limit={200}
          nothingFoundMessage="No org matches"
          value={values.org === '' ? null : values.org}
          onChange={(org) => form.setFieldValue('org', org ?? '')}
        />
        {values.org !== '' && (
          <Stack gap={4}>
            <RoleControl
              value={values.role}
              onChange={(role) => form.setFieldValue('role', role)}
            />
            <Text size="sm" c="dimmed">
              {roleWords[values.role]}
            </Text>
          </Stack>
        )}
        <FormActions label="Create user" submitting={form.submitting} refusal={refusal}>
          <Button variant="default" component={Link} to={cancelTo}>
            Cancel
          </Button>
        </FormActions>
        <RequestPreview calls={isValid ? callsOf(values) : null} />
        {isValid && (values.hasPassword || values.org !== '') && (
          <Text size="xs" c="dimmed">
            USER_ID is the id that the first call answers.
          </Text>
        )}
      </Stack>
    </form>
  );
}
