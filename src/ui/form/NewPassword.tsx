import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { generatePassword } from '@/lib/password';
import { CopyButton } from '@/ui/CopyButton';

export interface NewPasswordProps {
  label?: string;
  value: string;
  onChange: (password: string) => void;
  /** Besides `onChange`: nobody knows this one yet. */
  onGenerated?: (password: string) => void;
  onBlur?: () => void;
  error?: ReactNode;
}

/** A password to be set: typed, or generated and then shown, as it has to be handed on. */
export function NewPassword(props: NewPasswordProps) {
  const { label = 'Password', value, onChange, onGenerated, onBlur, error } = props;
  const [isShown, setIsShown] = useState(false);
  const [generated, setGenerated] = useState('');
  const generate = () => {
    const password = generatePassword((bytes) => crypto.getRandomValues(bytes));
    setGenerated(password);
    setIsShown(true);
    onChange(password);
    onGenerated?.(password);
  };
  return (
    <Stack gap={4}>
      <PasswordInput
        label={label}
        description="8 to 72 bytes. A server with strong passwords wants three of: upper case, lower case, digits, special characters !@#$%^&*()_+"
        autoComplete="new-password"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
        error={error}
        visible={isShown}
        onVisibilityChange={setIsShown}
        visibilityToggleFocusable
        visibilityToggleButtonProps={{ 'aria-label': isShown ? 'Hide password' : 'Show password' }}
        inputContainer={(input) => (
          <Group gap="xs" align="flex-end" wrap="nowrap">
            <Stack flex={1} gap={0} miw={0}>
              {input}
            </Stack>
            <Button
              variant="default"
              h={36}
              leftSection={<IconDice5 size={16} />}
              onClick={generate}
              flex="none"
            >
              Generate
            </Button>
          </Group>
        )}
      />
      {generated !== '' && generated === value && (
        <Group gap={4} component="output">
          <Text size="sm" c="dimmed">
            Generated here. Copy it now: the server keeps only a hash.
          </Text>
          <CopyButton text={value} what="password" />
        </Group>
      )}
    </Stack>
  );
}
