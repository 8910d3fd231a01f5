import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { isNotFound } from '@/api/errors';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';

export function goneV1User(error: unknown) {
  return isNotFound(error) ? <GoneV1User /> : undefined;
}

function GoneV1User() {
  const { server = '', v1UserId = '' } = useParams();
  return (
    <NothingHere
      title="No such v1 user"
      action={
        <Anchor component={Link} to={paths.v1Users(server)}>
          To the v1 users
        </Anchor>
      }
    >
      There is none with the id {v1UserId}. One whose permissions were changed has a new id.
    </NothingHere>
  );
}
