import { Button, Group, Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { CredentialCheck } from '@/api/tokenCheck';
import { useSurroundings } from '@/components/useSurroundings';
import { counted } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { orgName } from '@/lib/permissionWords';
import type { Surroundings } from '@/lib/surroundings';
import { NothingHere } from '@/ui/NothingHere';
import { DataTable } from '@/ui/table/DataTable';
import type { ReachRow } from './reachSpec';
import { bucketReachSpec, databaseReachSpec } from './reachSpec';
import type { Checked } from './useCredentialCheck';
import type { WriteAsk, WriteTarget } from './useWriteAsk';

export interface ReachTableProps {
  checked: Checked;
  answer: Extract<CredentialCheck, { status: 'active' }>;
  asking: WriteAsk;
}

interface Target extends WriteTarget {
  org: string;
  reads: boolean;
}

/** What it reads, and what else the caller sees: a credential may write where it does not read. */
function targetsOf(
  { checked, answer }: Omit<ReachTableProps, 'asking'>,
  around: Surroundings,
): Target[] {
  const { caller, buckets } = answer;
  if (checked.pasted.kind === 'v1') {
    return caller.databases.map((name) => ({ id: name, name, org: '', reads: true }));
  }
  const targets = new Map<string, Target>();
  for (const { id, orgID, name, type } of [...around.buckets.values(), ...buckets]) {
    if (type === 'user') {
      targets.set(id, { id, orgID, name, org: orgName(orgID, around), reads: false });
    }
  }
  for (const { id } of buckets) {
    const target = targets.get(id);
    if (target) targets.set(id, { ...target, reads: true });
  }
  return [...targets.values()];
}

export function ReachTable(props: ReachTableProps) {
  const { checked, answer, asking } = props;
  const { server = '' } = useParams();
  const around = useSurroundings();
  const targets = useMemo(() => targetsOf({ checked, answer }, around), [checked, answer, around]);
  const href = useCallback(
    ({ id, orgID = '' }: ReachRow) => paths.bucket(server, orgID, id),
    [server],
  );
  const isV1 = checked.pasted.kind === 'v1';
  const rows = targets
    .map((target): ReachRow => ({
      ...target,
      writes: asking.answers.get(target.id) ?? 'not asked',
    }))
    .filter(({ reads, writes }) => reads || writes === 'yes' || writes === 'no answer');
  return (
    <Stack gap="sm">
      <Asking asking={asking} targets={targets} noun={isV1 ? 'database' : 'bucket'} />
      <DataTable
        spec={isV1 ? databaseReachSpec : bucketReachSpec}
        rows={rows}
        href={isV1 ? undefined : href}
        empty={<NothingHere title={isV1 ? 'It reads no database' : 'It reads no bucket'} />}
      />
      <Text size="xs" c="dimmed">
        By Flux, a bucket whose id is known is read without any permission: InfluxDB does not check
        it.
      </Text>
    </Stack>
  );
}

interface AskingProps {
  asking: WriteAsk;
  targets: readonly WriteTarget[];
  noun: string;
}

function Asking({ asking, targets, noun }: AskingProps) {
  const { answers, asked, isAsking, ask, stop } = asking;
  const total = asked.length;
  const writable = [...answers.values()].filter((answer) => answer === 'yes').length;
  const outcome = `Asked ${counted(answers.size, noun)}: it writes ${writable}.`;
  return (
    <Group gap="sm">
      {isAsking ? (
        <Button size="xs" variant="default" onClick={stop}>
          Stop
        </Button>
      ) : (
        <Button
          size="xs"
          variant="default"
          disabled={targets.length === 0}
          onClick={() => ask(targets)}
        >
          Ask whether it writes ({counted(targets.length, noun)})
        </Button>
      )}
      <Text component="output" c="dimmed" flex="1 1 300px">
        {isAsking && `${answers.size} of ${total}`}
        {!isAsking && total > 0 && outcome}
        {total === 0 &&
          'One empty write each: the server answers as to any write, and stores nothing.'}
      </Text>
    </Group>
  );
}
