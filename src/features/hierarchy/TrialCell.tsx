import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconEyeOff, IconX } from '@tabler/icons-react';
import type { Outcome, TrialAnswer, Verdict } from '@/lib/hierarchy';

export interface TrialCellProps {
  answer?: TrialAnswer;
  outcome?: Outcome;
  /** Which permission is missing. */
  reason?: string;
  /** This credential could not be made. */
  isMissing: boolean;
}

const looks: Record<Verdict, { icon: typeof IconCheck; color: string }> = {
  allowed: { icon: IconCheck, color: 'var(--mantine-color-healthy-filled)' },
  denied: { icon: IconX, color: 'var(--mantine-color-danger-filled)' },
  'nothing shown': { icon: IconEyeOff, color: 'var(--mantine-color-dimmed)' },
  failed: { icon: IconAlertTriangle, color: 'var(--mantine-color-warning-filled)' },
};

export function TrialCell({ answer, outcome, reason, isMissing }: TrialCellProps) {
  if (isMissing) return <Text c="dimmed">not made</Text>;
  if (!answer || !outcome) return <Text c="dimmed">…</Text>;
  const { verdict, words } = outcome;
  const { icon: Icon, color } = looks[verdict];
  return (
    <Stack gap={2}>
      <Group gap={6} wrap="nowrap">
        <Icon size={16} color={color} aria-hidden />
        <Text span size="sm" fw={550}>
          {verdict}
        </Text>
        <Text span size="xs" c="dimmed" ff="monospace">
          {answer.status === 0 ? 'no answer' : answer.status}
        </Text>
      </Group>
      {words !== '' && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {words}
        </Text>
      )}
      {verdict === 'denied' && reason !== undefined && <Text size="xs">{reason}</Text>}
    </Stack>
  );
}
