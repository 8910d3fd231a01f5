import { SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Dbrp } from '@/api/dbrps';
import { dbrpQueries } from '@/api/dbrps';
import type { V1User } from '@/api/v1Users';
import { heldOnBucket, indexOf } from '@/lib/permissionIndex';
import type { SnippetKind } from '@/lib/v1Snippets';
import { v1Snippet } from '@/lib/v1Snippets';
import { CodeBlock } from '@/ui/CodeBlock';
import { databaseText } from './useDatabases';

const kinds: { value: SnippetKind; label: string }[] = [
  { value: 'curl', label: 'curl' },
  { value: 'python', label: 'Python' },
  { value: 'telegraf', label: 'Telegraf' },
];

/** What a client needs, for one of the databases that it reaches. */
export function V1UserSnippets({ v1User }: { v1User: V1User }) {
  const { orgID, permissions, token: username } = v1User;
  const { data: dbrps } = useSuspenseQuery(dbrpQueries.inOrg(orgID));
  const [kind, setKind] = useState<SnippetKind>('curl');
  const [picked, setPicked] = useState<string | null>(null);
  const held = indexOf(permissions);
  const heldOf = ({ bucketID: id }: Dbrp) => heldOnBucket(held, { id, orgID, type: 'user' });
  const reached = useMemo(() => {
    const index = indexOf(permissions);
    return (
      dbrps
        .filter(({ bucketID: id }) => heldOnBucket(index, { id, orgID, type: 'user' }) !== 0)
        // Those that are asked for by the database alone are the simplest.
        .toSorted((a, b) => Number(b.default) - Number(a.default))
    );
  }, [dbrps, permissions, orgID]);
  const dbrp = reached.find((one) => databaseText(one) === picked) ?? reached[0];
  if (!dbrp) {
    return <Text c="dimmed">No database leads to a bucket that it reaches.</Text>;
  }
  const bits = heldOf(dbrp);
  const code = v1Snippet(
    {
      username,
      database: dbrp.database,
      ...(!dbrp.default && { retentionPolicy: dbrp.retention_policy }),
      reads: (bits & 1) !== 0,
      writes: (bits & 2) !== 0,
    },
    kind,
  );
  return (
    <Stack gap="xs">
      <Select
        label="Database"
        data={[...new Set(reached.map(databaseText))]}
        value={databaseText(dbrp)}
        onChange={setPicked}
        allowDeselect={false}
        searchable
        limit={100}
        maw={320}
      />
      <SegmentedControl
        size="xs"
        w="fit-content"
        data={kinds}
        value={kind}
        onChange={setKind}
        aria-label="Client"
      />
      <CodeBlock code={code} label="Snippet" />
      <Text size="xs" c="dimmed">
        INFLUX_HOST is the address of the server, INFLUX_PASSWORD the password.
      </Text>
    </Stack>
  );
}
