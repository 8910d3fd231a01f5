import { Text } from '@mantine/core';
import { useCaller } from '@/components/useCaller';

export const someOnly =
  'The server lists tokens and v1 users of others to an operator only: there may be more of them.';

/** Said where a list of credentials stands, to a caller from whom the server hides some. */
export function SomeOnly() {
  const { caller } = useCaller();
  if (caller.isOperator) return null;
  return (
    <Text size="xs" c="dimmed">
      {someOnly}
    </Text>
  );
}
