import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { isNotFound, messageOf } from '@/api/errors';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';

export function goneV1User(error: unknown) {
  return isNotFound(error) ? <GoneV1User words={messageOf(error)} /> : undefined;
}

const leftOver: Readonly<Record<string, string>> = {
  'user not found':
    'Its owner was deleted. The v1 user is still in the database, but the server refuses it and lists it no more.',
  'organization not found':
    'Its org was deleted. The v1 user is still in the database, but leads nowhere, and the server lists it no more.',
};

function GoneV1User({ words }: { words: string }) {
  const { server = '', v1UserId = '' } = useParams();
  return (
    <NothingHere
      title={leftOver[words] === undefined ? 'No such v1 user' : 'A v1 user that is left over'}
      action={
        <Anchor component={Link} to={paths.v1Users(server)}>
          To the v1 users
        </Anchor>
      }
    >
      {leftOver[words] ??
        `There is none with the id ${v1UserId}. One whose permissions were changed has a new id.`}
    </NothingHere>
  );
}
