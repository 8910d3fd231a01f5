import { Alert, Text } from '@mantine/core';
import type { ErrorWords } from '@/ui/errorWords';

/** What the server said, unchanged, where the person is looking. */
export function Refusal({ words }: { words: ErrorWords | null }) {
  if (!words) return null;
  return (
    <Alert color="danger" variant="light" title={words.title} role="alert">
      {words.detail !== undefined && <Text size="sm">{words.detail}</Text>}
    </Alert>
  );
}
