import { Box, Button, Input, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from 'react-router-dom';
import { RequestPreview } from '@/components/RequestPreview';
import { RoleControl } from '@/components/RoleControl';
import type { ApiCall } from '@/lib/apiCall';
import { FormActions } from '@/ui/form/FormActions';
import { useSubmit } from '@/ui/form/useSubmit';
import type { MemberValues } from './memberValues';
import { userIDProblem } from './memberValues';
import { OtherUsers } from './OtherUsers';

export interface MemberFormProps {
  /** Ids of those who belong to the org. */
  taken: ReadonlySet<string>;
  /** Others than operators cannot list users: they have to know an id. */
  picksUsers: boolean;
  cancelTo: string;
  onSubmit: (values: MemberValues) => Promise<unknown>;
  callsOf: (values: MemberValues) => readonly ApiCall[];
}

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
          <OtherUsers
            taken={taken}
            value={values.userID}
            onChange={(userID) => form.setFieldValue('userID', userID)}
            error={form.errors['userID'] as string | undefined}
          />
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
          <Box display="flex">
            <RoleControl
              value={values.role}
              onChange={(role) => form.setFieldValue('role', role)}
            />
          </Box>
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
