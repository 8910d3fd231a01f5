import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutationState } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { RequestPreview } from './RequestPreview';

interface Ran {
  done: string;
  at: number;
  calls: readonly ApiCall[];
}

export interface RanCallsProps {
  /** Which writes belong to this page, by what they sent. */
  about: (call: ApiCall) => boolean;
}

/** The last write of these, with the call as it was sent. It stays for some minutes. */
export function RanCalls({ about }: RanCallsProps) {
  const ran = useMutationState<Ran>({
    filters: { status: 'success' },
    select: ({ meta, state }) => ({
      done: meta?.done ?? 'Done',
      at: state.submittedAt,
      calls: meta?.calls?.(state.variables as never) ?? [],
    }),
  });
  const last = ran
    .filter(({ calls }) => calls.some(about))
    .reduce<Ran | null>((latest, one) => (latest && latest.at > one.at ? latest : one), null);
  if (!last) return null;
  return (
    <Paper withBorder px="sm" py={6} mb="md">
      <Stack gap={4}>
        <Group gap="xs">
          <IconCheck size={16} color="var(--mantine-color-healthy-filled)" aria-hidden />
          <Text span>{last.done}</Text>
        </Group>
        <RequestPreview key={last.at} calls={last.calls} label="Show the API call that ran" />
      </Stack>
    </Paper>
  );
}
