import { Stack, Text } from '@mantine/core';
import type { Reacher } from '@/lib/bucketAccess';
import { counted } from '@/lib/counted';
import { credentialName } from '@/lib/credentialName';
import { listText } from '@/lib/listText';

export interface AccessCountsProps {
  reachers: readonly Reacher[];
  /** How many names are said of each. */
  named?: number;
}

/** Who reads and who writes, in a sentence each. Those that the server refuses are left out. */
export function AccessCounts({ reachers, named = 0 }: AccessCountsProps) {
  const working = reachers.filter(({ obstacle }) => obstacle === '');
  return (
    <Stack gap={2}>
      <Line verb="read" who={working.filter(({ reads }) => reads)} named={named} />
      <Line verb="write" who={working.filter(({ writes }) => writes)} named={named} />
    </Stack>
  );
}

interface LineProps {
  verb: 'read' | 'write';
  who: readonly Reacher[];
  named: number;
}

function Line({ verb, who, named }: LineProps) {
  const names = who.slice(0, named + 1).map(credentialName);
  return (
    <Text style={{ overflowWrap: 'anywhere' }}>
      {kindCounts(who) || 'Nobody'} {who.length > 1 ? verb : `${verb}s`} it
      {named === 0 || who.length === 0 ? (
        '.'
      ) : (
        <Text span c="dimmed">{`: ${listText(names, named, who.length)}`}</Text>
      )}
    </Text>
  );
}

/** `3 tokens, 1 v1 user and 2 users in a session` */
function kindCounts(who: readonly Reacher[]): string {
  const of = (kind: Reacher['kind']) => who.filter((one) => one.kind === kind).length;
  const parts: [count: number, one: string, many: string][] = [
    [of('token'), 'token', 'tokens'],
    [of('v1 user'), 'v1 user', 'v1 users'],
    [of('session'), 'user in a session', 'users in a session'],
  ];
  return listText(parts.filter(([count]) => count > 0).map((part) => counted(...part)));
}
