import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { FailureAlert } from './FailureAlert';
import type { StepProps } from './ReplacementFlow';
import { TakeOver } from './TakeOver';

/** In the order that never leaves a client without a token that works. */
export function Undoing({ replacement, send }: StepProps<'undo'>) {
  const { running, failure, isOldOff } = replacement;
  if (running) {
    return (
      <Stack gap="sm">
        <Group gap="sm" component="output">
          <Loader size="sm" />
          <Text>
            {running === 'reactivate'
              ? 'Making the old token active again…'
              : 'Deleting the new token…'}
          </Text>
        </Group>
        <TakeOver replacement={replacement} send={send} />
      </Stack>
    );
  }
  return (
    <Stack gap="md" maw={720}>
      <FailureAlert failure={failure} onRetry={() => send({ type: 'undo' })} />
      {isOldOff ? (
        <Text>Nothing else was done: the new token is there and works.</Text>
      ) : (
        <>
          <Alert variant="light" title="The old token works, the new one is left over">
            Try again, or leave it and delete it later.
          </Alert>
          <Group>
            <Button variant="default" onClick={() => send({ type: 'leave' })}>
              Leave the new token
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
