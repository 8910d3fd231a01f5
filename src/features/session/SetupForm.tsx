import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SetupDraft } from '@/api/setup';
import { retentionMeaning } from '@/lib/retention';
import { DurationInput } from '@/ui/form/DurationInput';
import { FormActions } from '@/ui/form/FormActions';
import { useInitialFocus } from '@/ui/form/useInitialFocus';
import { useSubmit } from '@/ui/form/useSubmit';
import { emptySetup, setupDraft, validateSetup } from './setupDraft';

export function SetupForm({ onSubmit }: { onSubmit: (draft: SetupDraft) => Promise<unknown> }) {
  const form = useForm({ initialValues: emptySetup, validate: validateSetup });
  const { submit, refusal } = useSubmit(form, (values) => onSubmit(setupDraft(values)));
  const first = useInitialFocus<HTMLInputElement>();
  const text = { autoComplete: 'off', spellCheck: false };
  return (
    <form onSubmit={submit} noValidate aria-label="Set up">
      <Stack gap="sm">
        <TextInput
          label="User name"
          ref={first}
          description="The first user owns the server"
          autoComplete="username"
          autoCapitalize="off"
          spellCheck={false}
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label="Password"
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label="Password again"
          autoComplete="new-password"
          {...form.getInputProps('repeated')}
        />
        <TextInput label="Org" {...text} {...form.getInputProps('org')} />
        <TextInput label="Bucket" {...text} {...form.getInputProps('bucket')} />
        <DurationInput
          label="Keep data for"
          presets={['infinite', '7d', '30d', '90d', '52w']}
          meaning={retentionMeaning(form.values.retention)}
          value={form.values.retention}
          onChange={(text) => form.setFieldValue('retention', text)}
          error={form.errors.retention}
        />
        <FormActions label="Set up" submitting={form.submitting} refusal={refusal} />
      </Stack>
    </form>
  );
}
