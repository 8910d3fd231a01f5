import { Button, Group, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';

/** Headgate cannot tell whose secret it is: what it shows of itself is asked of it next. */
export function PasteSecret({ onPaste }: { onPaste: (secret: string) => void }) {
  const form = useForm({
    initialValues: { secret: '' },
    validate: { secret: (text) => (text.trim() === '' ? 'Paste the new secret' : null) },
  });
  return (
    <form onSubmit={form.onSubmit(({ secret }) => onPaste(secret.trim()))} noValidate>
      <Group align="flex-start" gap="sm">
        <PasswordInput
          aria-label="New secret"
          placeholder="New secret"
          autoComplete="off"
          spellCheck={false}
          flex="1 1 260px"
          {...form.getInputProps('secret')}
        />
        <Button type="submit" variant="default">
          Use it
        </Button>
      </Group>
    </form>
  );
}
