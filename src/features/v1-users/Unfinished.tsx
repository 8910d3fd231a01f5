import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { V1User } from '@/api/v1Users';
import { paths } from '@/lib/paths';
import type { ErrorWords } from '@/ui/errorWords';
import { useErrorWords } from '@/ui/errorWords';
import { Refusal } from '@/ui/form/Refusal';

export interface UnfinishedProps {
  v1User: V1User;
  onRemove: () => Promise<void>;
}

/** Made, but its password was refused: try another one, take it back, or leave it. */
export function Unfinished({ v1User, onRemove }: UnfinishedProps) {
  const { server = '' } = useParams();
  const describe = useErrorWords();
  const [refusal, setRefusal] = useState<ErrorWords | null>(null);
  const remove = () => {
    setRefusal(null);
    onRemove().catch((error: unknown) => setRefusal(describe(error)));
  };
  return (
    <Alert color="warning" variant="light" title={`${v1User.token} exists, without a password`}>
      <Stack gap="xs">
        <Text size="sm">
          The server has made it, but did not take the password: nobody can log in as {v1User.token}{' '}
          yet. Set a password now, or remove it.
        </Text>
        <Refusal words={refusal} />
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={remove}>
            Remove the v1 user
          </Button>
          <Button size="xs" variant="subtle" component={Link} to={paths.v1User(server, v1User.id)}>
            Leave it without a password
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
