import { Button, Group, PasswordInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormActions } from '@/ui/form/FormActions';
import { useInitialFocus } from '@/ui/form/useInitialFocus';
import { useSubmit } from '@/ui/form/useSubmit';
import type { Pasted } from './useCredentialCheck';

export interface CheckFormProps {
  onCheck: (pasted: Pasted) => Promise<void>;
  canForget: boolean;
  onForget: () => void;
}

interface Values {
  kind: Pasted['kind'];
  token: string;
  username: string;
  password: string;
}

const empty: Values = { kind: 'token', token: '', username: '', password: '' };

/** Anything else cannot stand in a header. */
const sendable = /^[\x20-\x7e]+$/;

function problems({ kind, token, username, password }: Values) {
  const text = token.trim();
  const odd = sendable.test(text) ? null : 'No token has such characters: was all of it copied?';
  return {
    token: kind === 'token' ? (text === '' ? 'Paste a token' : odd) : null,
    username: kind === 'v1' && username === '' ? 'Give the user name' : null,
    password: kind === 'v1' && password === '' ? 'Give the password' : null,
  };
}

function pastedOf({ kind, token, username, password }: Values): Pasted {
  return kind === 'token' ? { kind, token: token.trim() } : { kind, username, password };
}

export function CheckForm({ onCheck, canForget, onForget }: CheckFormProps) {
  const first = useInitialFocus<HTMLInputElement>();
  const form = useForm({ initialValues: empty, validate: problems });
  const { submit, refusal } = useSubmit(form, (values) => onCheck(pastedOf(values)));
  const { kind } = form.values;
  const forget = () => {
    onForget();
    form.setValues({ ...empty, kind });
    form.clearErrors();
  };
  return (
    <form onSubmit={submit} noValidate autoComplete="off">
      <Stack gap="sm" maw={640}>
        <SegmentedControl
          w="fit-content"
          aria-label="What it is"
          data={[
            { value: 'token', label: 'API token' },
            { value: 'v1', label: 'v1 user' },
          ]}
          {...form.getInputProps('kind')}
        />
        {kind === 'token' ? (
          <PasswordInput
            label="Secret"
            ref={first}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('token')}
          />
        ) : (
          <Group align="flex-start" grow preventGrowOverflow={false}>
            <TextInput
              label="User name"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              {...form.getInputProps('username')}
            />
            <PasswordInput
              label="Password"
              autoComplete="off"
              {...form.getInputProps('password')}
            />
          </Group>
        )}
        <FormActions label="Check" submitting={form.submitting} refusal={refusal}>
          <Button variant="default" disabled={!canForget && !form.isDirty()} onClick={forget}>
            Forget it
          </Button>
        </FormActions>
      </Stack>
    </form>
  );
}
