import { Anchor, Box, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import type { Caller } from '@/api/caller';
import type { CredentialCheck } from '@/api/tokenCheck';
import { callerGaps } from '@/components/callerText';
import { OrgName } from '@/components/OrgName';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { useSurroundings } from '@/components/useSurroundings';
import { counted } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { classify } from '@/lib/permissionClasses';
import { writeOf } from '@/lib/permissions';
import { Facts } from '@/ui/Facts';
import { MatchingTokens } from './MatchingTokens';
import { ReachTable } from './ReachTable';
import type { Checked } from './useCredentialCheck';
import type { WriteAsk } from './useWriteAsk';
import { useWriteAsk } from './useWriteAsk';

type Active = Extract<CredentialCheck, { status: 'active' }>;

/** A server may have thousands. */
const namedOrgs = 5;

export function ActiveCredential({ checked, answer }: { checked: Checked; answer: Active }) {
  const { pasted } = checked;
  const { caller, buckets } = answer;
  const { isOperator, isComplete, user, row } = caller;
  const asking = useWriteAsk(checked.over);
  const reads = pasted.kind === 'v1' ? caller.databases.length : buckets.length;
  return (
    <Stack gap="md">
      <Facts
        facts={[
          ['State', 'Valid and active'],
          ['Class', <ClassOf key="class" caller={caller} asking={asking} />],
          [pasted.kind === 'v1' ? 'v1 user' : 'Owner', <Owner key="owner" user={user} />],
          ['Orgs', <Orgs key="orgs" caller={caller} />],
          ['Reads', counted(reads, pasted.kind === 'v1' ? 'database' : 'bucket')],
        ]}
      />
      {!isComplete && <Text c="dimmed">{callerGaps(caller)}</Text>}
      {pasted.kind === 'token' && (
        <MatchingTokens
          seen={{
            secret: pasted.token,
            status: 'active',
            userID: user?.id,
            reach: { isOperator, readable: new Set(buckets.map(({ id }) => id)) },
            own: row,
          }}
        />
      )}
      <ReachTable checked={checked} answer={answer} asking={asking} />
    </Stack>
  );
}

interface ClassOfProps {
  caller: Caller;
  asking: WriteAsk;
}

/** Writes that were found out count, too. */
function ClassOf({ caller, asking }: ClassOfProps) {
  const { classification, isComplete, kind, granted } = caller;
  const isKnown = isComplete || kind === 'v1';
  const written = asking.asked.filter(({ id }) => asking.answers.get(id) === 'yes');
  const seen = [...granted, ...written.map(({ id, orgID }) => writeOf('buckets', { id, orgID }))];
  const shown = isKnown || seen.length === 0 ? classification : classify(seen);
  if (!shown) return <Text span>It shows nothing that would tell</Text>;
  return <TokenClassBadge classification={shown} isAtLeast={!isKnown} />;
}

function Owner({ user }: Pick<Caller, 'user'>) {
  const { server = '' } = useParams();
  const { users } = useSurroundings();
  if (user?.id === undefined) return <Text span>{user?.name ?? 'not told'}</Text>;
  return (
    <Anchor component={Link} to={paths.user(server, user.id)}>
      {user.name ?? users.get(user.id)?.name ?? user.id}
    </Anchor>
  );
}

function Orgs({ caller: { orgs, isOperator } }: { caller: Caller }) {
  if (isOperator) return <Text span>Every org ({orgs.length})</Text>;
  if (orgs.length === 0) return <Text span>None that it may see</Text>;
  return (
    <Box component="span">
      {orgs.slice(0, namedOrgs).map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          {name ?? <OrgName id={id} />}
        </span>
      ))}
      {orgs.length > namedOrgs && ` and ${orgs.length - namedOrgs} more`}
    </Box>
  );
}
