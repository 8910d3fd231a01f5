import { Button, Group, Text } from '@mantine/core';
import { useParams } from 'react-router-dom';
import type { StepProps } from './ReplacementFlow';
import { whereRuns } from './replacementStore';

/** Another tab waits for the answer. When it was closed, nobody does. */
export function TakeOver({ replacement, send }: StepProps) {
  const { server = '' } = useParams();
  if (!replacement.running || whereRuns(server, replacement.old.id) !== 'elsewhere') return null;
  return (
    <Group gap="sm">
      <Text c="dimmed">Another tab of this browser has sent it and waits for the answer.</Text>
      <Button size="xs" variant="default" onClick={() => send({ type: 'resume' })}>
        Go on here
      </Button>
    </Group>
  );
}
