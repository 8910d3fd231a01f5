import { Skeleton, Stack } from '@mantine/core';

/** While it is worked out beside the page who reaches what. */
export function Waiting({ lines }: { lines: number }) {
  return (
    <Stack component="output" gap="xs" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={20} />
      ))}
    </Stack>
  );
}
