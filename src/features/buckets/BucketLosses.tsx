import { List, Skeleton, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { EdgePoint } from '@/api/bucketData';
import { bucketDataQueries } from '@/api/bucketData';
import type { Bucket } from '@/api/buckets';
import type { Dbrp } from '@/api/dbrps';
import { dbrpQueries } from '@/api/dbrps';
import type { Token } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { v1UserQueries } from '@/api/v1Users';
import { counted } from '@/lib/counted';
import { TimeAgo } from '@/ui/TimeAgo';
import { databaseText } from './bucketSpec';

/** What a delete takes along and what it leaves behind, as far as this credential may know. */
export function BucketLosses({ bucket }: { bucket: Bucket }) {
  const [oldest, newest, dbrps, tokens, v1Users] = useQueries({
    queries: [
      bucketDataQueries.oldest(bucket),
      bucketDataQueries.newest(bucket),
      dbrpQueries.inOrg(bucket.orgID),
      tokenQueries.all,
      v1UserQueries.all,
    ],
  });
  return (
    <List size="sm" spacing={4}>
      <Known of={[oldest, newest]} unknown="Its points: this credential cannot read them">
        <Points oldest={oldest.data} newest={newest.data} />
      </Known>
      <Known of={[dbrps]} unknown="Database mappings: this credential cannot list them">
        <Mappings dbrps={dbrps.data ?? []} bucketID={bucket.id} />
      </Known>
      <Known of={[tokens]} unknown="Tokens that name it: this credential cannot list tokens">
        <Holders kind="token" rows={tokens.data ?? []} bucketID={bucket.id} />
      </Known>
      <Known of={[v1Users]} unknown="v1 users that name it: this credential cannot list them">
        <Holders kind="v1 user" rows={v1Users.data ?? []} bucketID={bucket.id} />
      </Known>
    </List>
  );
}

interface KnownProps {
  of: readonly UseQueryResult<unknown>[];
  unknown: string;
  children: ReactNode;
}

function Known({ of, unknown, children }: KnownProps) {
  if (of.some(({ isError }) => isError)) return <List.Item c="dimmed">{unknown}</List.Item>;
  if (of.some(({ isPending }) => isPending)) {
    return (
      <List.Item>
        <Skeleton height={14} width={260} display="inline-block" />
      </List.Item>
    );
  }
  return <List.Item>{children}</List.Item>;
}

type Edge = EdgePoint | null | undefined;

function Points({ oldest, newest }: { oldest: Edge; newest: Edge }) {
  if (!oldest || !newest) return 'It holds no points';
  return (
    <>
      Points of{' '}
      {oldest.measurement === newest.measurement ? newest.measurement : 'all measurements'}, the
      oldest <TimeAgo time={oldest.time} />, the newest <TimeAgo time={newest.time} />
    </>
  );
}

function Mappings({ dbrps, bucketID }: { dbrps: readonly Dbrp[]; bucketID: string }) {
  const own = dbrps.filter((dbrp) => dbrp.bucketID === bucketID);
  const stored = own.filter(({ virtual }) => !virtual);
  if (own.length === 0) return 'No database mapping';
  const names = own.map(databaseText).join(', ');
  return stored.length === 0
    ? `1.x clients lose the database ${names}`
    : `1.x clients lose the databases ${names}, and ${counted(stored.length, 'stored mapping')} with them`;
}

const listed = 8;

interface HoldersProps {
  kind: 'token' | 'v1 user';
  rows: readonly Token[];
  bucketID: string;
}

function Holders({ kind, rows, bucketID }: HoldersProps) {
  const own = rows.filter(({ permissions }) =>
    permissions.some(({ resource }) => resource.type === 'buckets' && resource.id === bucketID),
  );
  if (own.length === 0) return `No ${kind} that is listed to this credential names it`;
  const names = own.slice(0, listed).map((row) => `“${row.description || row.token || row.id}”`);
  const more = own.length > listed ? ` and ${own.length - listed} more` : '';
  const count = `${own.length} ${kind}${own.length === 1 ? ' names it and stays' : 's name it and stay'}`;
  return (
    <Text span>
      {count}, with permissions for a bucket that is gone: {names.join(', ')}
      {more}
    </Text>
  );
}
