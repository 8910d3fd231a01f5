import { Anchor, Skeleton, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import type { Member } from '@/api/members';
import type { Org } from '@/api/orgs';
import { tokenQueries } from '@/api/tokens';
import { v1UserQueries } from '@/api/v1Users';
import { tokensOf } from '@/components/tokensOf';
import { counted } from '@/lib/counted';

export interface KeptCredentialsProps {
  org: Pick<Org, 'id' | 'name'>;
  member: Member;
}

/** Leaving an org ends sessions there, no tokens. */
export function KeptCredentials({ org, member }: KeptCredentialsProps) {
  const { server = '' } = useParams();
  const [tokens, v1Users] = useQueries({ queries: [tokenQueries.all, v1UserQueries.all] });
  if (tokens.isPending || v1Users.isPending) return <Skeleton height={20} />;
  const isKept = (row: { userID: string; orgID: string; status: string }) =>
    row.userID === member.id && row.orgID === org.id && row.status === 'active';
  const kept = [...(tokens.data ?? []), ...(v1Users.data ?? [])].filter(isKept);
  if (kept.length === 0) {
    return (
      <Text c="dimmed">
        Tokens and v1 users of {member.name} in {org.name} would keep working; this credential sees
        none.
      </Text>
    );
  }
  return (
    <Text>
      {counted(kept.length, 'token or v1 user', 'tokens and v1 users')} of {member.name} in{' '}
      {org.name} {kept.length === 1 ? 'keeps' : 'keep'} working:{' '}
      <Anchor component={Link} underline="always" to={tokensOf(server, member)}>
        see them
      </Anchor>{' '}
      to end that too.
    </Text>
  );
}
