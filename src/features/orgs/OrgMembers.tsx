import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { memberQueries } from '@/api/members';
import { StatusDot } from '@/components/StatusDot';
import { counted } from '@/lib/counted';
import { paths } from '@/lib/paths';

/** The others are on the page of the members. */
const shown = 8;

export function OrgMembers({ orgId }: { orgId: string }) {
  const { server = '' } = useParams();
  const { data: members } = useSuspenseQuery(memberQueries.inOrg(orgId));
  const more =
    members.length > shown ? `All ${counted(members.length, 'member')}` : 'Manage members';
  return (
    <Stack gap="xs" align="flex-start">
      {members.length === 0 ? (
        <Text c="dimmed">
          Nobody: only operators, and the tokens and v1 users made for it, reach this org.
        </Text>
      ) : (
        <Table fz="sm" verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>User</Table.Th>
              <Table.Th>Role</Table.Th>
              <Table.Th>Status</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.slice(0, shown).map(({ id, name, role, status }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Anchor component={Link} size="sm" to={paths.user(server, id)}>
                    {name}
                  </Anchor>
                </Table.Td>
                <Table.Td>{role}</Table.Td>
                <Table.Td>
                  <StatusDot status={status} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Anchor component={Link} size="sm" to={paths.members(server, orgId)}>
        {more}
      </Anchor>
    </Stack>
  );
}
