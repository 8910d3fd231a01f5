import { Alert, Button, Group, List, Loader, Stack, Text } from '@mantine/core';
import type { TokenProbe } from '@/lib/tokenProof';
import { FailureAlert } from './FailureAlert';
import { PasteSecret } from './PasteSecret';
import type { StepProps } from './ReplacementFlow';
import { TakeOver } from './TakeOver';
import { WaysBack } from './WaysBack';

export interface ProveProps extends StepProps<'prove'> {
  probes: readonly TokenProbe[];
  gap: string;
}

/** The flow goes on by itself once the server has answered the new secret well, and not before. */
export function Prove({ replacement, send, probes, gap }: ProveProps) {
  const { made, running, failure } = replacement;
  const prove = () => send({ type: 'prove' });
  const isUnknown = made.secret === undefined;
  return (
    <Stack gap="md" maw={720}>
      <Text>
        Headgate asks the server with the new secret itself, by calls that change and store nothing.
        The old token stays as it is until they are answered well.
      </Text>
      <List size="sm">
        {probes.map(({ words }) => (
          <List.Item key={words}>The new token {words}</List.Item>
        ))}
      </List>
      {gap && <Text c="dimmed">{gap}</Text>}
      {running ? (
        <Group gap="sm" component="output">
          <Loader size="sm" />
          <Text>Asking…</Text>
        </Group>
      ) : (
        <FailureAlert failure={failure} onRetry={prove} />
      )}
      <TakeOver replacement={replacement} send={send} />
      {isUnknown && (
        <Alert color="warning" variant="light" title="This tab does not know the new secret">
          <Stack gap="sm">
            <Text size="sm">
              Paste what was stored. A server does not tell whose secret it is: make sure that it is
              the new one.
            </Text>
            <PasteSecret
              onPaste={(secret) => {
                send({ type: 'know', secret });
                prove();
              }}
            />
          </Stack>
        </Alert>
      )}
      {!isUnknown && !running && !failure && (
        <Group>
          <Button onClick={prove}>Prove it</Button>
        </Group>
      )}
      <WaysBack replacement={replacement} send={send} />
    </Stack>
  );
}
