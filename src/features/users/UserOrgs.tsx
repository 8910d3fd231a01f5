import { Anchor, Skeleton, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { sessionGrantQueries } from '@/api/sessionGrants';
import { OrgName } from '@/components/OrgName';
import { orgRoles } from '@/lib/orgRoles';
import { paths } from '@/lib/paths';
import { useErrorWords } from '@/ui/errorWords';

/** The orgs that sessions of the user reach, by role. */
export function UserOrgs({ userID }: { userID: string }) {
  const { data: derived, error } = useQuery(sessionGrantQueries.ofUser(userID));
  const describe = useErrorWords();
  if (error) {
    return <Text c="dimmed">The roles of this user cannot be read: {describe(error).title}.</Text>;
  }
  if (!derived) return <Skeleton height={48} />;
  const { roles, isInstanceOwner } = orgRoles(derived);
  return (
    <Stack gap="xs">
      {isInstanceOwner && (
        <Text size="sm">
          Set this server up: signed in with the password, this user may do everything in every org.
        </Text>
      )}
      {roles.length === 0 ? (
        <Text c="dimmed">{noOrgText(isInstanceOwner)}</Text>
      ) : (
        <Roles roles={roles} />
      )}
    </Stack>
  );
}

function noOrgText(isInstanceOwner: boolean): string {
  return isInstanceOwner
    ? 'In no org.'
    : 'In no org: signed in with a password, this user reaches only what its own tokens hold.';
}

function Roles({ roles }: Pick<ReturnType<typeof orgRoles>, 'roles'>) {
  const { server = '' } = useParams();
  return (
    <Table fz="sm" verticalSpacing={5} aria-label="orgs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Org</Table.Th>
          <Table.Th>Role</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {roles.map(({ orgID, role }) => (
          <Table.Tr key={orgID}>
            <Table.Td>
              <Anchor component={Link} size="sm" to={paths.members(server, orgID)}>
                <OrgName id={orgID} />
              </Anchor>
            </Table.Td>
            <Table.Td>{role}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
