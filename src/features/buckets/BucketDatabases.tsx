import { Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Bucket } from '@/api/buckets';
import { dbrpQueries } from '@/api/dbrps';

/** By which names 1.x clients and InfluxQL find the bucket. */
export function BucketDatabases({ bucket }: { bucket: Bucket }) {
  const { data: dbrps } = useSuspenseQuery(dbrpQueries.inOrg(bucket.orgID));
  const own = dbrps.filter(({ bucketID }) => bucketID === bucket.id);
  if (own.length === 0) {
    return (
      <Text c="dimmed">No database leads here: 1.x clients and InfluxQL cannot reach it.</Text>
    );
  }
  return (
    <Table fz="sm" withRowBorders verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Database</Table.Th>
          <Table.Th>Retention policy</Table.Th>
          <Table.Th>Default</Table.Th>
          <Table.Th>Kind</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {own.map((dbrp) => (
          <Table.Tr key={`${dbrp.id} ${dbrp.database}`}>
            <Table.Td ff="monospace">{dbrp.database}</Table.Td>
            <Table.Td ff="monospace">{dbrp.retention_policy}</Table.Td>
            <Table.Td>{dbrp.default ? 'yes' : 'no'}</Table.Td>
            <Table.Td>{dbrp.virtual ? 'from the name' : 'stored'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
