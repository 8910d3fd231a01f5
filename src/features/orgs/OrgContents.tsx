import { capitalised } from '@/lib/sentence';
import { Skeleton, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { bucketQueries } from '@/api/buckets';
import { orgContentQueries } from '@/api/orgContents';
import { Facts } from '@/ui/Facts';

interface Counted {
  isPending: boolean;
  isError: boolean;
  data?: { count: number; isAtLeast: boolean };
}

/** How much of each there is, as far as this credential may list it. */
export function OrgContents({ orgId }: { orgId: string }) {
  const buckets = useQuery(bucketQueries.inOrg(orgId));
  const queries = [...orgContentQueries.orphans(orgId), orgContentQueries.tasks(orgId)];
  const others = useQueries({ queries });
  return (
    <Facts
      facts={[
        ['Buckets', <Count key="buckets" of={{ ...buckets, data: all(buckets.data) }} />],
        ...queries.map(
          ({ queryKey: [, , kind] }, index) =>
            [capital(String(kind)), <Count key={String(kind)} of={others[index]} />] as const,
        ),
      ]}
    />
  );
}

function all(rows: readonly unknown[] | undefined) {
  return rows && { count: rows.length, isAtLeast: false };
}

function Count({ of }: { of: Counted | undefined }): ReactNode {
  if (of?.data) return `${of.data.count}${of.data.isAtLeast ? ' or more' : ''}`;
  if (of?.isError) {
    return (
      <Text span c="dimmed">
        not for this credential
      </Text>
    );
  }
  return <Skeleton height={14} width={40} display="inline-block" />;
}

/** v1 is a name. */
function capital(text: string): string {
  return text.startsWith('v1 ') ? text : capitalised(text);
}
