import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import type { Bucket } from '@/api/buckets';
import type { Dbrp } from '@/api/dbrps';
import { dbrpQueries } from '@/api/dbrps';
import { ActionButton } from '@/components/ActionButton';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';

/** By which names 1.x clients and InfluxQL find the bucket. */
export function BucketDatabases({ bucket }: { bucket: Bucket }) {
  const { data: dbrps } = useSuspenseQuery(dbrpQueries.inOrg(bucket.orgID));
  const own = dbrps.filter(({ bucketID }) => bucketID === bucket.id);
  return (
    <Stack gap="xs">
      {own.length === 0 ? (
        <Text c="dimmed">No database leads here: 1.x clients and InfluxQL cannot reach it.</Text>
      ) : (
        <Mappings dbrps={own} />
      )}
      <MapDatabase bucket={bucket} />
    </Stack>
  );
}

function MapDatabase({ bucket: { id, orgID } }: { bucket: Bucket }) {
  const { server = '' } = useParams();
  return (
    <Group>
      <ActionButton
        needs={writeOf('buckets', { orgID, id })}
        size="xs"
        variant="default"
        to={paths.newDbrp(server, orgID, id)}
      >
        Map a database
      </ActionButton>
    </Group>
  );
}

function Mappings({ dbrps }: { dbrps: readonly Dbrp[] }) {
  const { server = '' } = useParams();
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
        {dbrps.map((dbrp) => (
          <Table.Tr key={`${dbrp.id} ${dbrp.database}`}>
            <Table.Td ff="monospace">
              <Anchor
                component={Link}
                to={paths.dbrp(server, dbrp.orgID, dbrp.id)}
                size="sm"
                ff="monospace"
              >
                {dbrp.database}
              </Anchor>
            </Table.Td>
            <Table.Td ff="monospace">{dbrp.retention_policy}</Table.Td>
            <Table.Td>{dbrp.default ? 'yes' : 'no'}</Table.Td>
            <Table.Td>{dbrp.virtual ? 'from the name' : 'stored'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
