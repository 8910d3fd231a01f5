import { PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Connection } from '@/api/client';
import type { SignIn } from '@/api/session';
import { signIn } from '@/api/session';
import { ErrorWordsContext } from '@/ui/errorWords';
import { FormActions } from '@/ui/form/FormActions';
import { useInitialFocus } from '@/ui/form/useInitialFocus';
import { useSubmit } from '@/ui/form/useSubmit';
import { signInWords } from './signInWords';

type Kind = SignIn['kind'];

const labels: Record<Kind, string> = {
  token: 'API token',
  password: 'User and password',
  v1: 'v1 user',
};

const about: Record<Kind, string> = {
  token: 'What you can see and do follows from the permissions of the token.',
  password:
    'Opens a session as that user. InfluxDB accepts no session for InfluxQL: use a token for that.',
  v1: 'For InfluxQL queries and line protocol by the 1.x paths. A v1 user cannot see or change orgs, buckets or tokens.',
};

export interface SignInFormProps {
  server: string;
  /** What this server accepts; an InfluxDB 1.x has only its own users. */
  kinds?: readonly Kind[];
  /** What was used before. */
  initialKind?: Kind;
  onSignedIn: (connection: Connection) => void;
}

const every: readonly Kind[] = ['token', 'password', 'v1'];

export function SignInForm(props: SignInFormProps) {
  const { server, kinds = every, initialKind = 'token', onSignedIn } = props;
  const [chosen, setKind] = useState<Kind>(initialKind);
  const kind = kinds.includes(chosen) ? chosen : (kinds[0] ?? 'token');
  return (
    <Stack gap="md">
      {kinds.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label="How to sign in"
          data={kinds.map((value) => ({ value, label: labels[value] }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <ErrorWordsContext value={(error) => signInWords(kind, error)}>
        <CredentialForm key={kind} kind={kind} server={server} onSignedIn={onSignedIn} />
      </ErrorWordsContext>
    </Stack>
  );
}

interface CredentialFormProps {
  kind: Kind;
  server: string;
  onSignedIn: (connection: Connection) => void;
}

interface Values extends Record<string, unknown> {
  token: string;
  username: string;
  password: string;
}

function draftOf(kind: Kind, { token, username, password }: Values): SignIn {
  return kind === 'token' ? { kind, token: token.trim() } : { kind, username, password };
}

export function validateSignIn(kind: Kind, { token, username }: Values) {
  return {
    token: kind === 'token' && token.trim() === '' ? 'Paste a token' : null,
    username: kind !== 'token' && username === '' ? 'Give the user name' : null,
  };
}

function CredentialForm({ kind, server, onSignedIn }: CredentialFormProps) {
  const form = useForm<Values>({
    initialValues: { token: '', username: '', password: '' },
    validate: (values) => validateSignIn(kind, values),
  });
  const first = useInitialFocus<HTMLInputElement>();
  const { submit, refusal } = useSubmit(form, async (values) => {
    onSignedIn(await signIn(server, draftOf(kind, values)));
  });
  return (
    <form onSubmit={submit} noValidate aria-label={`Sign in: ${labels[kind]}`}>
      <Stack gap="sm">
        {kind === 'token' ? (
          <PasswordInput
            label="Token"
            ref={first}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            {...form.getInputProps('token')}
          />
        ) : (
          <>
            <TextInput
              label="User name"
              ref={first}
              autoComplete="username"
              autoCapitalize="off"
              spellCheck={false}
              data-autofocus
              {...form.getInputProps('username')}
            />
            <PasswordInput
              label="Password"
              autoComplete="current-password"
              {...form.getInputProps('password')}
            />
          </>
        )}
        <Text size="xs" c="dimmed">
          {about[kind]}
        </Text>
        <FormActions label="Sign in" submitting={form.submitting} refusal={refusal} />
      </Stack>
    </form>
  );
}
