import { Table, Text } from '@mantine/core';
import { useMemo } from 'react';
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

interface Line {
  types: string[];
  reads: string;
  writes: string;
}

/** Types that are reached alike share a line. */
function linesOf(reach: readonly ResourceReach[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { type, read, write } of reach) {
    const reads = extentText(read);
    const writes = extentText(write);
    const key = `${reads}\n${writes}`;
    const line = lines.get(key);
    if (line) line.types.push(typeWords(type));
    else lines.set(key, { types: [typeWords(type)], reads, writes });
  }
  return [...lines.values()];
}

/** What is reached besides buckets, by type. */
export function ResourceReachTable({ reach }: { reach: readonly ResourceReach[] }) {
  const lines = useMemo(() => linesOf(reach), [reach]);
  if (lines.length === 0) return <Text c="dimmed">Nothing besides buckets.</Text>;
  return (
    <Table.ScrollContainer
      minWidth={420}
      scrollAreaProps={{
        // Nothing in it takes the focus: where it is narrow, keys scroll the frame itself.
        viewportProps: { tabIndex: 0, role: 'region', 'aria-label': 'Reached besides buckets' },
      }}
    >
      <Table fz="sm" verticalSpacing={5} aria-label="Other resources">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Besides buckets</Table.Th>
            <Table.Th>Reads</Table.Th>
            <Table.Th>Writes</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ types, reads, writes }) => (
            <Table.Tr key={types.join()}>
              <Table.Td>{types.join(', ')}</Table.Td>
              <Table.Td>{reads}</Table.Td>
              <Table.Td>{writes}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
