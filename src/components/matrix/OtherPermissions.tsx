import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Matrix } from '@/lib/permissionMatrix';
import { permissionWords } from '@/lib/permissionWords';
import { permissionText } from '@/lib/permissions';
import type { Surroundings } from '@/lib/surroundings';

export interface OtherPermissionsProps {
  others: Matrix['others'];
  around: Surroundings;
  onChange: (change: (matrix: Matrix) => Matrix) => void;
}

/** What the table has no cell for: kept until it is taken out. */
export function OtherPermissions({ others, around, onChange }: OtherPermissionsProps) {
  if (others.length === 0) return null;
  return (
    <Stack gap={2}>
      <Text fw={550}>Besides</Text>
      {others.map((permission) => {
        const text = permissionText(permission);
        const words = permissionWords(permission, around);
        return (
          <Group key={text} gap="xs">
            <ActionIcon
              size="xs"
              aria-label={`Remove ${words}`}
              onClick={() =>
                onChange((matrix) => ({
                  ...matrix,
                  others: matrix.others.filter((other) => permissionText(other) !== text),
                }))
              }
            >
              <IconX size={12} />
            </ActionIcon>
            <Text span>{words}</Text>
          </Group>
        );
      })}
    </Stack>
  );
}
