import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import type { V1User } from '@/api/v1Users';
import { paths } from '@/lib/paths';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { TimeAgo } from '@/ui/TimeAgo';

export function V1UserFacts({ v1User }: { v1User: V1User }) {
  const { server = '' } = useParams();
  const { id, org, orgID, user, userID, createdAt, updatedAt } = v1User;
  return (
    <Facts
      facts={[
        ['Id', <Id key="id" id={id} of="v1 user" />],
        [
          'Org',
          <Anchor key="org" component={Link} to={paths.home(server, orgID)} size="sm">
            {org || orgID}
          </Anchor>,
        ],
        [
          'Owner',
          <Anchor key="owner" component={Link} to={paths.user(server, userID)} size="sm">
            {user || userID}
          </Anchor>,
        ],
        ['Password', 'Kept as a hash: nobody can read it'],
        ['Created', <TimeAgo key="created" time={createdAt} />],
        ['Updated', <TimeAgo key="updated" time={updatedAt} />],
      ]}
    />
  );
}
