import { Skeleton, Stack } from '@mantine/core';

/** Stands in for content that is not there yet. */
export function LoadingLines({ lines }: { lines: number }) {
  return (
    <Stack component="output" gap="xs" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={20} width={`${92 - (line % 3) * 14}%`} />
      ))}
    </Stack>
  );
}
