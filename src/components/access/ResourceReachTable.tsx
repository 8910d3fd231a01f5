import { Table, Text } from '@mantine/core';
import { listText } from '@/lib/listText';
import { typeWords } from '@/lib/permissionWords';
import type { Extent, ResourceReach } from '@/lib/resourceReach';

function extentText(extent: Extent | undefined): string {
  if (!extent) return '—';
  const { isEverywhere, orgs, ids } = extent;
  if (isEverywhere) return 'in every org';
  const inOrgs = orgs.length > 0 ? [`all in ${listText(orgs.map(({ name }) => name))}`] : [];
  const single = ids.map(({ id, name, isGone }) => (name ?? id) + (isGone ? ' (gone)' : ''));
  return [...inOrgs, ...(single.length > 0 ? [listText(single)] : [])].join(', ');
}

/** What is reached besides buckets, by type. */
export function ResourceReachTable({ reach }: { reach: readonly ResourceReach[] }) {
  if (reach.length === 0) return <Text c="dimmed">Nothing besides buckets.</Text>;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table fz="sm" verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Type</Table.Th>
            <Table.Th>Reads</Table.Th>
            <Table.Th>Writes</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reach.map(({ type, read, write }) => (
            <Table.Tr key={type}>
              <Table.Td>{typeWords(type)}</Table.Td>
              <Table.Td>{extentText(read)}</Table.Td>
              <Table.Td>{extentText(write)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
