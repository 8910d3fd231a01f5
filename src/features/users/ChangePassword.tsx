import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import type { Caller } from '@/api/caller';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { ChangeOwnPassword } from './ChangeOwnPassword';

/** A session changes its own password by the old one; a token sets one, when it may. */
export function ChangePassword({ caller }: { caller: Caller }) {
  return caller.kind === 'session' ? <ChangeOwnPassword /> : <ByToken user={caller.user} />;
}

function ByToken({ user }: Pick<Caller, 'user'>) {
  const { server = '' } = useParams();
  const { can } = useCaller();
  if (user?.id === undefined) {
    return <Text c="dimmed">The server does not tell this token whose it is.</Text>;
  }
  const name = user.name ?? 'its user';
  const { answer, reason } = can(writeOf('users', { id: user.id }));
  return (
    <Stack gap="xs">
      <Text>
        A token has no password. {user.name ?? 'The user behind it'} has one of its own, for signing
        in.
      </Text>
      {answer === 'no' ? (
        <Text c="dimmed">
          {reason}, so it cannot set it: sign in with user name and password to change it.
        </Text>
      ) : (
        <Anchor component={Link} to={paths.userPassword(server, user.id)}>
          Set the password of {name}
        </Anchor>
      )}
    </Stack>
  );
}
