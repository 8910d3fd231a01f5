import { Text } from '@mantine/core';
import type { ErrorWords } from './errorWords';

/** What there is to know of an error, below its title: help of ours first, then the server's own words. */
export function ErrorDetail({ words: { detail, help } }: { words: Omit<ErrorWords, 'title'> }) {
  if (help === undefined) return detail !== undefined && <Text size="sm">{detail}</Text>;
  return (
    <>
      {help}
      {detail !== undefined && (
        <Text size="xs" c="dimmed">
          The server says: {detail}
        </Text>
      )}
    </>
  );
}
