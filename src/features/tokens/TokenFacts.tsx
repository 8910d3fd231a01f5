import { Anchor, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { TimeAgo } from '@/ui/TimeAgo';
import type { TokenRow } from './tokenRows';

const owners = {
  active: '',
  inactive: ' · inactive: the server refuses the token',
  gone: ' · gone: the server refuses the token',
  unknown: ' · this credential may not read the user',
};

export function TokenFacts({ row }: { row: TokenRow }) {
  const { server = '' } = useParams();
  const { id, orgID, org, userID, user, owner, createdAt, updatedAt, isShown } = row;
  return (
    <Facts
      facts={[
        ['Id', <Id key="id" id={id} of="token" />],
        [
          'Org',
          <Anchor key="org" component={Link} to={paths.home(server, orgID)} size="sm">
            {org || orgID}
          </Anchor>,
        ],
        [
          'Owner',
          <Text key="owner" span size="sm">
            <Anchor
              component={Link}
              to={paths.user(server, userID)}
              size="sm"
              underline={owners[owner] === '' ? 'hover' : 'always'}
            >
              {user || userID}
            </Anchor>
            {owners[owner]}
          </Text>,
        ],
        ['Created', <TimeAgo key="created" time={createdAt} />],
        ['Updated', <TimeAgo key="updated" time={updatedAt} />],
        [
          'Value',
          isShown
            ? 'Kept in the clear: this server tells it to whoever may list the token. Headgate does not show it.'
            : 'Kept as a hash: nobody can read it any more',
        ],
      ]}
    />
  );
}
