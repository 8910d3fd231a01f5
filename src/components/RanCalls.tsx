import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutationState } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { doneText } from './doneText';
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

/** A form may take several requests: those sent in this time are shown as one write. */
const togetherMs = 10_000;

function lastWrite(ran: readonly Ran[]): Ran | null {
  const latest = ran.toSorted((a, b) => a.at - b.at);
  const end = latest.at(-1)?.at;
  if (end === undefined) return null;
  const together = latest.filter(({ at }) => end - at < togetherMs);
  return {
    done: together.map(({ done }) => done).join(' · '),
    at: end,
    calls: together.flatMap(({ calls }) => calls),
  };
}

/** The last write of these, with the calls as they were sent. It stays for some minutes. */
export function RanCalls({ about }: RanCallsProps) {
  const ran = useMutationState<Ran>({
    filters: { status: 'success' },
    select: ({ meta, state }) => ({
      done: doneText(meta, state),
      at: state.submittedAt,
      calls: meta?.calls?.(state.variables as never, state.data as never) ?? [],
    }),
  });
  const last = lastWrite(ran.filter(({ calls }) => calls.some(about)));
  if (!last) return null;
  return (
    <Paper withBorder px="sm" py={6} mb="md">
      <Stack gap={4}>
        <Group gap="xs">
          <IconCheck size={16} color="var(--mantine-color-healthy-filled)" aria-hidden />
          <Text span>{last.done}</Text>
        </Group>
        <RequestPreview
          key={last.at}
          calls={last.calls}
          label={`Show the API call${last.calls.length > 1 ? 's' : ''} that ran`}
        />
      </Stack>
    </Paper>
  );
}
