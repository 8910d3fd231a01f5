import { PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { accountMutations } from '@/api/account';
import { passwordProblem } from '@/lib/password';
import { CodeBlock } from '@/ui/CodeBlock';
import { Disclosure } from '@/ui/Disclosure';
import { FormActions } from '@/ui/form/FormActions';
import { NewPassword } from '@/ui/form/NewPassword';
import { useSubmit } from '@/ui/form/useSubmit';

interface Values {
  old: string;
  password: string;
  repeated: string;
}

const empty: Values = { old: '', password: '', repeated: '' };

function validate({ old, password, repeated }: Values) {
  return {
    old: old === '' ? 'The server asks for it' : null,
    password:
      password === old && old !== '' ? 'This is the current one' : passwordProblem(password),
    repeated: repeated === password ? null : 'Not the same as the new password',
  };
}

export function ChangeOwnPassword() {
  const [isChanged, setIsChanged] = useState(false);
  const { mutateAsync, reset } = useMutation(accountMutations.changePassword);
  const form = useForm({ initialValues: empty, validate });
  const { submit, refusal } = useSubmit(form, async ({ old, password }) => {
    setIsChanged(false);
    await mutateAsync({ old, password });
    // Else the cache of mutations keeps both passwords while the page is open.
    reset();
    form.reset();
    setIsChanged(true);
  });
  const { values } = form;
  return (
    <form onSubmit={submit} noValidate aria-label="Change password">
      <Stack gap="sm" maw={480}>
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          {...form.getInputProps('old')}
        />
        <NewPassword
          label="New password"
          {...form.getInputProps('password')}
          value={values.password}
        />
        <PasswordInput
          label="New password again"
          autoComplete="new-password"
          {...form.getInputProps('repeated')}
        />
        <FormActions label="Change password" submitting={form.submitting} refusal={refusal} />
        {isChanged && !form.isDirty() && (
          <Text component="output">
            Changed. This sign-in goes on; the next one needs the new password.
          </Text>
        )}
        <Disclosure label="Show the API call">
          {() => <CodeBlock code={curl} label="API call" />}
        </Disclosure>
      </Stack>
    </form>
  );
}

/** No client library and no CLI sends this call. */
const curl = [
  '# A session, and the old password beside it. A client with a token sets a password by',
  '# POST /api/v2/users/USER_ID/password instead, and is asked for no old one.',
  'curl --request POST "$INFLUX_HOST/api/v2/signin" \\',
  '  --user "$INFLUX_USERNAME:$OLD_PASSWORD" --cookie-jar session.txt',
  '',
  'curl --request PUT "$INFLUX_HOST/api/v2/me/password" \\',
  '  --user "$INFLUX_USERNAME:$OLD_PASSWORD" --cookie session.txt \\',
  '  --header "Content-Type: application/json" \\',
  `  --data-raw '{"password":"'"$PASSWORD"'"}'`,
].join('\n');
