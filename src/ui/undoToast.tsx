import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

const shownMs = 12_000;

/** Says that it is done, with the way back. */
export function undoToast(message: string, undo: () => void): void {
  const id = `undo ${message}`;
  notifications.show({
    id,
    color: 'healthy',
    autoClose: shownMs,
    message: (
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Text span>{message}</Text>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}
