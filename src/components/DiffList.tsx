import { Button, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { counted, countText } from '@/lib/counted';
import { mergedWords } from '@/lib/mergedWords';
import { paths } from '@/lib/paths';
import type { PermissionDiff } from '@/lib/permissionDiff';
import type { Permission } from '@/lib/permissions';
import { orgName } from '@/lib/permissionWords';
import type { Surroundings } from '@/lib/surroundings';
import { DataTable } from '@/ui/table/DataTable';
import type { BucketChangeRow } from './bucketChangeSpec';
import { bucketChangeSpec } from './bucketChangeSpec';

export interface DiffListProps {
  diff: PermissionDiff;
  around: Surroundings;
  /** What is only in the first set, and what is only in the second: `Lost`, `Gained`. */
  titles: readonly [lost: string, gained: string];
}

/** What two sets of permissions have apart, in words, and what that means for each bucket. */
export function DiffList({ diff, around, titles }: DiffListProps) {
  const [lost, gained] = titles;
  const { server = '' } = useParams();
  const href = useCallback(
    ({ bucket }: BucketChangeRow) => paths.bucket(server, bucket.orgID, bucket.id),
    [server],
  );
  const spec = useMemo(() => bucketChangeSpec([lost, gained]), [lost, gained]);
  const rows = useMemo(
    () =>
      diff.buckets.map((change) => ({
        ...change,
        org: orgName(change.bucket.orgID, around),
      })),
    [diff, around],
  );
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        <Side title={lost} permissions={diff.lost} around={around} />
        <Side title={gained} permissions={diff.gained} around={around} />
      </SimpleGrid>
      <Stack gap="xs">
        <Title order={3} size="h5">
          Buckets
        </Title>
        <DataTable
          spec={spec}
          rows={rows}
          href={href}
          empty={<Text c="dimmed">Every bucket is reached as before.</Text>}
        />
      </Stack>
    </Stack>
  );
}

/** An operator has two dozen lines. */
const shownAtFirst = 8;

interface SideProps {
  title: string;
  permissions: readonly Permission[];
  around: Surroundings;
}

function Side({ title, permissions, around }: SideProps) {
  const [isAll, { open }] = useDisclosure(false);
  const lines = mergedWords(permissions, around);
  const shown = isAll ? lines : lines.slice(0, shownAtFirst);
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={3} size="h5">
        {title}
        <Text span c="dimmed" ml="xs">
          {counted(permissions.length, 'permission')}
        </Text>
      </Title>
      {lines.length === 0 ? (
        <Text c="dimmed">Nothing</Text>
      ) : (
        <List size="sm" style={{ overflowWrap: 'anywhere' }}>
          {shown.map(({ key, words }) => (
            <List.Item key={key}>{words}</List.Item>
          ))}
        </List>
      )}
      {shown.length < lines.length && (
        <Button size="compact-sm" variant="subtle" w="fit-content" onClick={open}>
          Show all {countText(lines.length)}
        </Button>
      )}
    </Stack>
  );
}
