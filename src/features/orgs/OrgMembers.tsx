import { Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { memberQueries } from '@/api/members';

export function OrgMembers({ orgId }: { orgId: string }) {
  const { data: members } = useSuspenseQuery(memberQueries.inOrg(orgId));
  if (members.length === 0) {
    return <Text c="dimmed">Nobody: only an operator can reach this org.</Text>;
  }
  return (
    <Table fz="sm" verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>User</Table.Th>
          <Table.Th>Role</Table.Th>
          <Table.Th>Status</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map(({ id, name, role, status }) => (
          <Table.Tr key={id}>
            <Table.Td>{name}</Table.Td>
            <Table.Td>{role}</Table.Td>
            <Table.Td>{status}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
