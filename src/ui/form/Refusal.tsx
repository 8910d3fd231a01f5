import { Alert, Stack } from '@mantine/core';
import { ErrorDetail } from '@/ui/ErrorDetail';
import type { ErrorWords } from '@/ui/errorWords';

/** What the server said, unchanged, where the person is looking. */
export function Refusal({ words }: { words: ErrorWords | null }) {
  if (!words) return null;
  return (
    <Alert color="danger" variant="light" title={words.title} role="alert">
      <Stack gap={6} align="flex-start">
        <ErrorDetail words={words} />
      </Stack>
    </Alert>
  );
}
