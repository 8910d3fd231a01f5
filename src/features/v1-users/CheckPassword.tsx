import { Alert, Box, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { PasswordCheck } from '@/api/v1Check';
import { checkV1Password } from '@/api/v1Check';
import type { V1User } from '@/api/v1Users';
import { listText } from '@/lib/listText';
import { FormActions } from '@/ui/form/FormActions';
import { useSubmit } from '@/ui/form/useSubmit';

/** By a login: the only way to know, since the server tells no hash. */
export function CheckPassword({ v1User }: { v1User: V1User }) {
  const [check, setCheck] = useState<PasswordCheck | null>(null);
  const form = useForm({
    initialValues: { typed: '' },
    validate: { typed: (typed) => (typed === '' ? 'Type the password to check' : null) },
  });
  const { submit, refusal } = useSubmit(form, async ({ typed }) => {
    setCheck(null);
    setCheck(await checkV1Password(v1User.token, typed));
  });
  return (
    <form onSubmit={submit} noValidate aria-label="Check a password">
      <Stack gap="sm">
        <PasswordInput
          label="Password to check"
          description="Sent to the server in one harmless query, SHOW DATABASES, as the v1 user"
          autoComplete="off"
          {...form.getInputProps('typed')}
        />
        <FormActions label="Check password" submitting={form.submitting} refusal={refusal} />
        <Box component="output" display="block">
          {check && <Outcome check={check} v1User={v1User} />}
        </Box>
      </Stack>
    </form>
  );
}

function Outcome({ check, v1User }: { check: PasswordCheck; v1User: V1User }) {
  if (check.kind === 'valid') {
    const { length } = check.databases;
    return (
      <Alert color="healthy" variant="light" title="Valid" role="note">
        <Text size="sm">
          {length === 0
            ? 'It logs in, and reads no database.'
            : `It logs in, and reads the database${length === 1 ? '' : 's'} ${listText(check.databases, 8)}.`}
        </Text>
      </Alert>
    );
  }
  return (
    <Alert color="danger" variant="light" title="Refused" role="note">
      <Text size="sm">
        {v1User.status === 'inactive'
          ? 'It is inactive: the server refuses every password until it is activated.'
          : 'The password is wrong or none is set, or its owner is inactive. The server gives one answer to all of them: '}
        {v1User.status === 'active' && <q>{check.message}</q>}
      </Text>
    </Alert>
  );
}
