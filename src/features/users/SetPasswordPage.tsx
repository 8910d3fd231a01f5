import { Button, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { userCalls, userMutations, userQueries } from '@/api/users';
import { RanCalls } from '@/components/RanCalls';
import { RequestPreview } from '@/components/RequestPreview';
import { passwordProblem } from '@/lib/password';
import { paths } from '@/lib/paths';
import { FormActions } from '@/ui/form/FormActions';
import { NewPassword } from '@/ui/form/NewPassword';
import { useSubmit } from '@/ui/form/useSubmit';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { isUserCall } from './isUserCall';
import { unreadUser } from './UnreadUser';

export function SetPasswordPage() {
  return (
    <Section lines={4} explain={unreadUser}>
      <SetPassword />
    </Section>
  );
}

/** It stays open when it is done, so that the new password can be handed on. */
function SetPassword() {
  const { server = '', userId = '' } = useParams();
  const { data: user } = useSuspenseQuery(userQueries.one(userId));
  const { mutateAsync } = useMutation(userMutations.setPassword);
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: passwordProblem },
    validateInputOnBlur: true,
  });
  const { password } = form.values;
  const change = { id: userId, password };
  const { submit, refusal } = useSubmit(form, () => mutateAsync(change));
  return (
    <>
      <PageHeader
        title={`Set the password of ${user.name}`}
        subtitle="The old one is not asked for, and nobody signs in with it any more. Who is signed in stays so; tokens go on working, and v1 users have passwords of their own."
      />
      <RanCalls about={isUserCall} />
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={640}>
          <NewPassword label="New password" {...form.getInputProps('password')} value={password} />
          <FormActions label="Set password" submitting={form.submitting} refusal={refusal}>
            <Button variant="default" component={Link} to={paths.user(server, userId)}>
              Back to {user.name}
            </Button>
          </FormActions>
          <RequestPreview
            calls={passwordProblem(password) === null ? [userCalls.setPassword(change)] : null}
          />
        </Stack>
      </form>
    </>
  );
}
