import { Text } from '@mantine/core';
import { useParams } from 'react-router-dom';
import { isNotFound, messageOf } from '@/api/errors';
import { paths } from '@/lib/paths';
import { NoSuch } from '@/ui/NoSuch';

/** Also for a token that exists: the server does not find one whose user or org was deleted. */
export function goneToken(error: unknown) {
  return isNotFound(error) ? <GoneToken words={messageOf(error)} /> : undefined;
}

const reasons: Readonly<Record<string, string>> = {
  'user not found':
    'Its user was deleted. The token is still in the database, but the server refuses it and lists it no more.',
  'organization not found':
    'Its org was deleted. The token is still in the database and signs in, but the server lists it no more.',
};

function GoneToken({ words }: { words: string }) {
  const { server = '', tokenId = '' } = useParams();
  return (
    <NoSuch
      title={reasons[words] === undefined ? 'No such token' : 'A token that is left over'}
      to={paths.tokens(server)}
      list="the tokens"
    >
      <Text>{reasons[words] ?? `There is none with the id ${tokenId}.`}</Text>
    </NoSuch>
  );
}
