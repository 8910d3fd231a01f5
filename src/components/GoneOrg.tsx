import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { isNotFound } from '@/api/errors';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';

export function goneOrg(error: unknown) {
  return isNotFound(error) ? <GoneOrg /> : undefined;
}

export function GoneOrg() {
  const { server = '', orgId = '' } = useParams();
  return (
    <NothingHere
      title="No such org"
      action={
        <Anchor component={Link} to={paths.orgs(server)}>
          To the orgs
        </Anchor>
      }
    >
      This server has no org with the id {orgId}.
    </NothingHere>
  );
}
