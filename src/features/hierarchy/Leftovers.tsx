import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import { cleanUpMutation, leftoversIn } from './leftovers';

/** Of a demonstration that was closed in the middle. */
export function Leftovers() {
  const credentials = useCredentials();
  const { buckets } = useSurroundings();
  const leftovers = useMemo(
    () => leftoversIn(credentials, buckets.values()),
    [credentials, buckets],
  );
  const { mutate, isPending, data: problems = [] } = useMutation(cleanUpMutation);
  if (leftovers.length === 0) return null;
  return (
    <Alert
      color="warning"
      variant="light"
      title="An earlier demonstration has left something behind, or one is running elsewhere"
    >
      <Stack gap="xs" align="flex-start">
        <List size="sm">
          {leftovers.map(({ kind, id, name }) => (
            <List.Item key={id}>
              {kind}{' '}
              <Text span ff="monospace" size="sm">
                {name}
              </Text>
            </List.Item>
          ))}
        </List>
        <Problems problems={problems} />
        <Group>
          <Button size="xs" loading={isPending} onClick={() => mutate(leftovers)}>
            Clean up
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

export function Problems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <Text size="sm" c="danger" role="alert">
      Not removed: {problems.join(', ')}
    </Text>
  );
}
