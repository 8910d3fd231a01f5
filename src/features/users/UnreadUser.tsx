import { Anchor, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { isNotFound, missingPermission } from '@/api/errors';
import { memberQueries } from '@/api/members';
import { useOrgs } from '@/components/useOrgs';
import { paths } from '@/lib/paths';
import { permissionText } from '@/lib/permissions';
import { NoSuch } from '@/ui/NoSuch';
import { PageHeader } from '@/ui/PageHeader';

export function unreadUser(error: unknown) {
  if (isNotFound(error)) return <GoneUser />;
  const missing = missingPermission(error);
  return missing && <UnreadUser needed={permissionText(missing)} />;
}

function GoneUser() {
  const { server = '', userId = '' } = useParams();
  return (
    <NoSuch title="No such user" to={paths.users(server)} list="the users">
      This server has no user with the id {userId}.
    </NoSuch>
  );
}

/** The members of an org are told to whoever may read the org, also when the users themselves are not. */
function UnreadUser({ needed }: { needed: string }) {
  const { server = '', userId = '' } = useParams();
  const orgs = useOrgs();
  const { data: members } = useQuery(memberQueries.inOrgs(orgs.map(({ id }) => id)));
  const known = orgs.flatMap(({ id, name = id }) =>
    (members?.byOrg.get(id) ?? [])
      .filter((member) => member.id === userId)
      .map((member) => ({ orgID: id, org: name, member })),
  );
  const [first] = known;
  return (
    <Stack gap="sm">
      <PageHeader title={first?.member.name ?? userId} badge={first?.member.status} />
      <Text>
        This credential does not hold {needed}, so it is told only what the members of its orgs
        tell.
      </Text>
      {!members?.isComplete && <Skeleton height={40} />}
      {members?.isComplete && known.length === 0 && (
        <Text c="dimmed">No org that this credential sees has this user.</Text>
      )}
      {known.length > 0 && (
        <Table fz="sm" maw={480} aria-label="orgs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Org</Table.Th>
              <Table.Th>Role</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {known.map(({ orgID, org, member }) => (
              <Table.Tr key={orgID}>
                <Table.Td>
                  <Anchor component={Link} size="sm" to={paths.members(server, orgID)}>
                    {org}
                  </Anchor>
                </Table.Td>
                <Table.Td>{member.role}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}
