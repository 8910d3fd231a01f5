import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { dueOf } from '@/lib/replacement';
import type { StepProps } from './ReplacementFlow';
import { momentText, TimeAgo } from '@/ui/TimeAgo';
import { useNow } from '@/ui/useNow';

export interface DeactivateLaterProps extends StepProps<'retire'> {
  isDisabled: boolean;
}

/** Headgate has nothing that runs while no tab is open: it says so. */
export function DeactivateLater({ replacement, send, isDisabled }: DeactivateLaterProps) {
  const { dueAt } = replacement;
  const now = useNow();
  if (dueAt === undefined)
    return <Schedule replacement={replacement} send={send} isDisabled={isDisabled} />;
  const isMissed = dueOf(replacement, now) === 'missed';
  return (
    <Alert
      color={isMissed ? 'warning' : undefined}
      variant="light"
      title={
        isMissed
          ? `The moment has passed: ${momentText(dueAt)}`
          : `To be deactivated at ${momentText(dueAt)}`
      }
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {isMissed ? (
            'No tab of Headgate was open then, or the server did not take it. Nothing was done: deactivate it now, or state another moment.'
          ) : (
            <>
              <TimeAgo time={new Date(dueAt).toISOString()} live />. {onlyWhileOpen}
            </>
          )}
        </Text>
        <Button
          size="xs"
          variant="default"
          onClick={() => send({ type: 'schedule', at: undefined })}
        >
          Not at this moment
        </Button>
      </Stack>
    </Alert>
  );
}

const onlyWhileOpen =
  'Headgate does it only while a tab of it is open and signed in to this server. Otherwise it reminds you the next time.';

function Schedule({ send, isDisabled }: DeactivateLaterProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const schedule = () => {
    const at = Date.parse(text);
    const isAhead = at > Date.now();
    setError(isAhead ? null : 'State a moment that is still to come');
    if (isAhead) send({ type: 'schedule', at });
  };
  return (
    <Stack gap={6}>
      <Group align="flex-end" gap="sm">
        <TextInput
          type="datetime-local"
          label="Or deactivate it at"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={error !== null}
        />
        <Button variant="default" disabled={isDisabled} onClick={schedule}>
          State the moment
        </Button>
      </Group>
      {error !== null && (
        <Text size="sm" c="danger" role="alert">
          {error}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {onlyWhileOpen}
      </Text>
    </Stack>
  );
}
