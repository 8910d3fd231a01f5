import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { replacedName } from '@/lib/replacementRecord';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { KeepBoth } from './KeepBoth';
import type { StepProps } from './ReplacementFlow';

/** Back to how it was, the old token active and the new one gone; or out, with both. */
export function WaysBack({ replacement, send }: StepProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const { old, step } = replacement;
  const name = replacedName(old);
  const isOff = step === 'test' && old.status === 'active';
  return (
    <Group gap="xs">
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} />}
        disabled={replacement.running !== undefined}
        onClick={open}
      >
        Undo the replacement
      </Button>
      <KeepBoth replacement={replacement} />
      <ConfirmDialog
        title="Undo the replacement"
        opened={opened}
        onClose={close}
        confirmLabel="Undo"
        onConfirm={() => {
          close();
          send({ type: 'undo' });
          return Promise.resolve();
        }}
      >
        <Stack gap="xs">
          {isOff && <Text>First “{name}” is made active again, so that its clients work.</Text>}
          <Text>
            {isOff ? 'Then the new token is deleted' : 'The new token is deleted'}: clients that
            have its secret already are refused. “{name}” stays as it {isOff ? 'was' : 'is'}.
          </Text>
        </Stack>
      </ConfirmDialog>
    </Group>
  );
}
