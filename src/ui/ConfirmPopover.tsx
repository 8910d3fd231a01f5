import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactElement } from 'react';

export interface ConfirmPopoverProps {
  question: string;
  confirmLabel: string;
  onConfirm: () => void;
  /** The button that asks. */
  children: (ask: () => void) => ReactElement;
}

/** First grade: reversible or trivial. */
export function ConfirmPopover(props: ConfirmPopoverProps) {
  const { question, confirmLabel, onConfirm, children } = props;
  const [opened, { open, close }] = useDisclosure(false);
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <Popover opened={opened} onDismiss={close} withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>{children(open)}</Popover.Target>
      <Popover.Dropdown aria-label={question}>
        <Stack gap="xs" maw={260}>
          <Text size="sm">{question}</Text>
          <Group gap="xs">
            <Button size="xs" onClick={confirm} data-autofocus>
              {confirmLabel}
            </Button>
            <Button size="xs" variant="default" onClick={close}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
