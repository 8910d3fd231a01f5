import { useParams } from 'react-router-dom';
import { isNotFound, messageOf } from '@/api/errors';
import { paths } from '@/lib/paths';
import { NoSuch } from '@/ui/NoSuch';

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
    <NoSuch
      title={leftOver[words] === undefined ? 'No such v1 user' : 'A v1 user that is left over'}
      to={paths.v1Users(server)}
      list="the v1 users"
    >
      {leftOver[words] ??
        `There is none with the id ${v1UserId}. One whose permissions were changed has a new id.`}
    </NoSuch>
  );
}
