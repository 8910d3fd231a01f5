import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { DiffList } from '@/components/DiffList';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { counted } from '@/lib/counted';
import { permissionDiff } from '@/lib/permissionDiff';
import { classify } from '@/lib/permissionClasses';
import type { Permission } from '@/lib/permissions';
import { summarySentence } from '@/lib/summarySentence';
import type { Surroundings } from '@/lib/surroundings';

export interface DraftChangesProps {
  old: readonly Permission[];
  draft: readonly Permission[];
  around: Surroundings;
}

/** What the new token has more and less than the old one, live. */
export function DraftChanges({ old, draft, around }: DraftChangesProps) {
  const diff = useMemo(() => permissionDiff(old, draft, around), [old, draft, around]);
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Text span c="dimmed">
          Then:
        </Text>
        <TokenClassBadge classification={classify(draft, around.types)} />
        <Text span c="dimmed">
          {counted(draft.length, 'permission')}
        </Text>
      </Group>
      <Text>{summarySentence(draft, around)}</Text>
      {diff.isSame ? (
        <Text c="dimmed">
          The same access as before: only the secret changes, as when a secret has got out.
        </Text>
      ) : (
        <DiffList diff={diff} around={around} titles={['Loses', 'Gains']} />
      )}
    </Stack>
  );
}
