import { Checkbox, Stack, Text } from '@mantine/core';
import { permissionWords } from '@/lib/permissionWords';
import type { Permission } from '@/lib/permissions';
import { permissionText } from '@/lib/permissions';
import type { Surroundings } from '@/lib/surroundings';

export interface OtherPermissionsProps {
  permissions: readonly Permission[];
  kept: readonly Permission[];
  around: Surroundings;
  onChange: (permission: Permission, isKept: boolean) => void;
}

/** What it holds besides single buckets: shown as it is, kept or dropped, never offered anew. */
export function OtherPermissions({ permissions, kept, around, onChange }: OtherPermissionsProps) {
  if (permissions.length === 0) return null;
  const hasIdle = permissions.some(({ resource }) => resource.type !== 'buckets');
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>
        Besides, it holds
      </Text>
      {permissions.map((permission) => (
        <Checkbox
          key={permissionText(permission)}
          size="sm"
          label={permissionWords(permission, around)}
          checked={kept.includes(permission)}
          onChange={(event) => onChange(permission, event.currentTarget.checked)}
        />
      ))}
      {hasIdle && (
        <Text size="sm" c="dimmed">
          Only permissions for buckets have an effect on the 1.x paths.
        </Text>
      )}
    </Stack>
  );
}
