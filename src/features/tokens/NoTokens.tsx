import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';

/** In place of the list, for a credential that is shown none: not even itself. */
export function NoTokens() {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  return (
    <NothingHere
      title={caller.isOperator ? 'No tokens' : 'No tokens that this credential may list'}
      action={
        <Button component={Link} to={paths.checkToken(server)} variant="default">
          What is this token?
        </Button>
      }
    >
      {caller.isOperator
        ? 'Nobody but people with a password reaches this server. Create a token for each client.'
        : 'To list a token takes read on authorizations of its org and on the user who owns it. Sign in with an operator token to see all.'}
    </NothingHere>
  );
}
