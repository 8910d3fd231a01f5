import { List, Skeleton, Stack, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { bucketQueries } from '@/api/buckets';
import { memberQueries } from '@/api/members';
import { orgContentQueries } from '@/api/orgContents';
import { contentText } from './contentText';

/** With names and counts: what goes with the org, and what stays behind without it. */
export function OrgLosses({ orgId }: { orgId: string }) {
  const buckets = useQuery(bucketQueries.inOrg(orgId));
  const tasks = useQuery(orgContentQueries.tasks(orgId));
  const members = useQuery(memberQueries.inOrg(orgId));
  const kinds = orgContentQueries.orphans(orgId);
  const orphans = useQueries({ queries: kinds });
  const absent = kinds
    .filter((_kind, index) => orphans[index]?.data?.count === 0)
    .map(({ queryKey: [, , kind] }) => String(kind));
  return (
    <Stack gap="sm">
      <Text fw={600}>Goes for good</Text>
      <List size="sm" spacing={4}>
        <Loss kind="buckets, with all their points" {...textOf('buckets', named(buckets))} />
        <Loss kind="memberships" {...textOf('memberships', named(members))} />
        <Loss kind="tasks" {...textOf('tasks', tasks)} suffix=" (before 2.9 they stay)" />
      </List>
      <Text fw={600}>Stays, without an org</Text>
      <List size="sm" spacing={4}>
        {kinds.map(({ queryKey: [, , kind] }, index) =>
          orphans[index]?.data?.count === 0 ? null : (
            <Loss
              key={String(kind)}
              kind={String(kind)}
              {...textOf(String(kind), orphans[index])}
            />
          ),
        )}
        {absent.length > 0 && <List.Item c="dimmed">no {absent.join(', ')}</List.Item>}
      </List>
    </Stack>
  );
}

interface Known {
  isError: boolean;
  data?: { count: number; names: readonly string[]; isAtLeast: boolean };
}

function named(query: { isError: boolean; data?: readonly { name: string }[] }): Known {
  const names = query.data?.map(({ name }) => name);
  return {
    isError: query.isError,
    data: names && { count: names.length, names, isAtLeast: false },
  };
}

function textOf(kind: string, query: Known | undefined): { text?: string; isHidden: boolean } {
  return {
    text: query?.data && contentText(kind, query.data),
    isHidden: query?.isError ?? false,
  };
}

interface LossProps {
  kind: string;
  text?: string;
  isHidden: boolean;
  suffix?: string;
}

function Loss({ kind, text, isHidden, suffix = '' }: LossProps) {
  if (isHidden) {
    return <List.Item c="dimmed">{kind}: this credential cannot list them</List.Item>;
  }
  if (text === undefined) {
    return (
      <List.Item>
        <Skeleton height={14} width={220} display="inline-block" />
      </List.Item>
    );
  }
  return (
    <List.Item>
      {text}
      {suffix}
    </List.Item>
  );
}
