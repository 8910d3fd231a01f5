import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { v1UserQueries } from '@/api/v1Users';
import { paths } from '@/lib/paths';
import type { InterruptedV1User } from '@/lib/v1Interrupted';
import { interruptedState } from '@/lib/v1Interrupted';
import { useInterrupted } from './useInterrupted';

/** What a replacement that was closed in the middle has left. */
export function InterruptedNotice() {
  const { data: v1Users } = useSuspenseQuery(v1UserQueries.all);
  const { all, forget } = useInterrupted();
  return all.map((v1User) => {
    const { state, id } = interruptedState(v1User, v1Users);
    if (state === 'untouched') return null;
    return (
      <Alert
        key={v1User.id}
        color="danger"
        variant="light"
        mb="md"
        title={
          state === 'gone'
            ? `${v1User.name} was removed, and not made again`
            : `${v1User.name} was made anew, perhaps without its password`
        }
      >
        <Stack gap="xs">
          <Text size="sm">
            Changing its permissions was interrupted in this browser.{' '}
            {state === 'gone'
              ? 'Its clients are refused until it is made again, with a password.'
              : 'Check its password, or set it again.'}
          </Text>
          <Ways v1User={v1User} to={state === 'remade' ? id : undefined} onForget={forget} />
        </Stack>
      </Alert>
    );
  });
}

interface WaysProps {
  v1User: InterruptedV1User;
  /** The one that there is. */
  to: string | undefined;
  onForget: (id: string) => void;
}

function Ways({ v1User, to, onForget }: WaysProps) {
  const { server = '' } = useParams();
  return (
    <Group gap="xs">
      <Button
        size="xs"
        component={Link}
        to={
          to === undefined
            ? paths.newV1User(server, { again: v1User.id })
            : paths.v1User(server, to)
        }
      >
        {to === undefined ? 'Make it again' : `Open ${v1User.name}`}
      </Button>
      <Button size="xs" variant="default" onClick={() => onForget(v1User.id)}>
        Do not show this again
      </Button>
    </Group>
  );
}
