import { Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { V1User } from '@/api/v1Users';
import { v1UserCalls, v1UserMutations } from '@/api/v1Users';
import { RequestPreview } from '@/components/RequestPreview';
import { useCaller } from '@/components/useCaller';
import { passwordProblem } from '@/lib/password';
import { writeOf } from '@/lib/permissions';
import { FormActions } from '@/ui/form/FormActions';
import { NewPassword } from '@/ui/form/NewPassword';
import { useSubmit } from '@/ui/form/useSubmit';

export function SetPassword({ v1User: { id, userID, token: name } }: { v1User: V1User }) {
  const { mutateAsync } = useMutation(v1UserMutations.setPassword);
  const generated = useRef('');
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: passwordProblem },
  });
  const { submit, refusal } = useSubmit(form, async ({ password }) => {
    await mutateAsync({ id, password });
    // One that was generated is still to be copied.
    if (password !== generated.current) form.reset();
  });
  const { answer, reason } = useCaller().can(writeOf('users', { id: userID }));
  const { password } = form.values;
  if (answer === 'no') return <Text c="dimmed">{reason}</Text>;
  return (
    <form onSubmit={submit} noValidate aria-label="Set a password">
      <Stack gap="sm">
        <NewPassword
          label="New password"
          value={password}
          onChange={(text) => form.setFieldValue('password', text)}
          onGenerated={(text) => {
            generated.current = text;
          }}
          error={form.errors['password']}
        />
        <Text size="sm" c="dimmed">
          Clients that still log in as {name} with the old one are refused at once.
        </Text>
        <FormActions label="Set password" submitting={form.submitting} refusal={refusal} />
        <RequestPreview
          calls={
            passwordProblem(password) === null ? [v1UserCalls.setPassword({ id, password })] : null
          }
        />
      </Stack>
    </form>
  );
}
