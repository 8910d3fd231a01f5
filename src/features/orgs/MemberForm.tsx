import { Button, Input, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from 'react-router-dom';
import { RequestPreview } from '@/components/RequestPreview';
import type { ApiCall } from '@/lib/apiCall';
import { FormActions } from '@/ui/form/FormActions';
import { useSubmit } from '@/ui/form/useSubmit';
import type { MemberValues } from './memberValues';
import { userIDProblem } from './memberValues';
import { UserSelect } from './UserSelect';

export interface MemberFormProps {
  /** Ids of those who belong to the org. */
  taken: ReadonlySet<string>;
  /** Others than operators cannot list users: they have to know an id. */
  picksUsers: boolean;
  cancelTo: string;
  onSubmit: (values: MemberValues) => Promise<unknown>;
  callsOf: (values: MemberValues) => readonly ApiCall[];
}

const roles = [
  { value: 'member', label: 'Member' },
  { value: 'owner', label: 'Owner' },
];

export function MemberForm({ taken, picksUsers, cancelTo, onSubmit, callsOf }: MemberFormProps) {
  const form = useForm<MemberValues>({
    initialValues: { userID: '', role: 'member' },
    validate: { userID: (userID) => userIDProblem(userID, taken) },
  });
  const { submit, refusal } = useSubmit(form, onSubmit);
  const { values } = form;
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={640}>
        {picksUsers ? (
          <UserSelect taken={taken} {...form.getInputProps('userID')} value={values.userID} />
        ) : (
          <TextInput
            label="User id"
            description="Only operators list users. Each user finds its own id under My account."
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('userID')}
          />
        )}
        <Input.Wrapper label="Role" labelElement="div">
          <SegmentedControl
            display="flex"
            w="fit-content"
            aria-label="Role"
            data={roles}
            {...form.getInputProps('role')}
          />
        </Input.Wrapper>
        <FormActions label="Add" submitting={form.submitting} refusal={refusal}>
          <Button variant="default" component={Link} to={cancelTo}>
            Cancel
          </Button>
        </FormActions>
        <RequestPreview
          calls={userIDProblem(values.userID, taken) === null ? callsOf(values) : null}
        />
      </Stack>
    </form>
  );
}
