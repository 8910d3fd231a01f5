import { Alert, Button, Stack, Text } from '@mantine/core';
import type { ReplacementFailure, ReplacementTask } from '@/lib/replacementRecord';

const what: Record<ReplacementTask, string> = {
  create: 'The new token was not created',
  look: 'The list of tokens cannot be looked at',
  prove: 'The new token is not proven',
  deactivate: 'The old token may still be active',
  delete: 'The old token may still be there',
  reactivate: 'The old token may still be inactive',
  discard: 'The new token may still be there',
};

export interface FailureAlertProps {
  failure: ReplacementFailure | undefined;
  /** Sends it again, which does no harm. */
  onRetry?: () => void;
}

export function FailureAlert({ failure, onRetry }: FailureAlertProps) {
  if (!failure) return null;
  const { task, title, detail } = failure;
  return (
    <Alert color="danger" variant="light" title={what[task]} role="alert" maw={720}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {title}
          {detail ? `: ${detail}` : ''}
        </Text>
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
