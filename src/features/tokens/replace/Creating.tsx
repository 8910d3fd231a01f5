import { Alert, Anchor, Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import type { Replacement } from '@/lib/replacementRecord';
import type { StepProps } from './ReplacementFlow';
import { FailureAlert } from './FailureAlert';
import { TakeOver } from './TakeOver';

type Lost = Extract<Replacement, { step: 'lost' }>;

/** While it is sent; and what to do when its answer never came. */
export function Creating({ replacement, send }: StepProps<'create' | 'lost'>) {
  if (replacement.step === 'lost') return <LostSecret replacement={replacement} send={send} />;
  return <Sent replacement={replacement} send={send} />;
}

function Sent({ replacement, send }: StepProps<'create'>) {
  const { running, failure } = replacement;
  const isUnclear = running === undefined && failure?.task === 'create';
  useEffect(() => {
    if (isUnclear) send({ type: 'look' });
  });
  if (running) {
    return (
      <Stack gap="sm">
        <Group gap="sm" component="output">
          <Loader size="sm" />
          <Text>
            {running === 'create'
              ? 'Creating the new token…'
              : 'No answer came: looking in the list whether it was created…'}
          </Text>
        </Group>
        <TakeOver replacement={replacement} send={send} />
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <FailureAlert failure={failure} onRetry={() => send({ type: 'look' })} />
      <Text maw={720}>
        It is not known whether the new token was created. The old one is as it was. Leave this, and
        look for a second “{replacement.draft.description}” in the list of tokens later.
      </Text>
      <Group>
        <Button variant="default" onClick={() => send({ type: 'leave' })}>
          Leave it
        </Button>
      </Group>
    </Stack>
  );
}

function LostSecret({ replacement, send }: { replacement: Lost; send: StepProps['send'] }) {
  const { server = '' } = useParams();
  const { made, draft } = replacement;
  const isOne = made.length === 1;
  return (
    <Stack gap="md" maw={720}>
      <Alert
        color="warning"
        variant="light"
        title={
          isOne ? 'The new token exists, its secret is lost' : 'Several new tokens look like it'
        }
      >
        <Text size="sm">
          {isOne
            ? 'The answer with its secret never came to this page, and the server shows it only once. Delete it and create another. The old token is as it was.'
            : 'Headgate cannot tell which of them it made, and deletes none of them. The old token is as it was.'}
        </Text>
      </Alert>
      <List size="sm">
        {made.map((id) => (
          <List.Item key={id}>
            <Anchor component={Link} underline="always" to={paths.token(server, id)}>
              {draft.description || id}
            </Anchor>{' '}
            <Text span c="dimmed">
              {id}
            </Text>
          </List.Item>
        ))}
      </List>
      <Group>
        {isOne && <Button onClick={() => send({ type: 'undo' })}>Delete it</Button>}
        <Button variant="default" onClick={() => send({ type: 'leave' })}>
          Leave {isOne ? 'it' : 'them'}
        </Button>
      </Group>
    </Stack>
  );
}
