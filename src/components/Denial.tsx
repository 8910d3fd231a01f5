import { Anchor, Stack, Text } from '@mantine/core';
import type { QueryClient } from '@tanstack/react-query';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { memberQueries } from '@/api/members';
import type { Denial as Reason } from '@/lib/denial';
import { orgOfPermission } from '@/lib/denial';
import { listText } from '@/lib/listText';
import { paths } from '@/lib/paths';
import type { Permission } from '@/lib/permissions';
import { permissionText, readOf, writeOf } from '@/lib/permissions';
import { permissionWords } from '@/lib/permissionWords';
import { useCaller } from './useCaller';
import { namesIn } from './knownNames';

/** What a refusal means, and who can help. */
export function Denial({ reason }: { reason: Reason }) {
  return (
    <Stack gap={4} align="flex-start">
      <Meaning reason={reason} />
      <WayOn reason={reason} />
    </Stack>
  );
}

function Meaning({ reason }: { reason: Reason }) {
  const client = useQueryClient();
  switch (reason.kind) {
    case 'missing':
      return (
        <Text size="sm">
          It lacks the permission to <Lacked {...reason} client={client} />.
        </Text>
      );
    case 'granting':
      return (
        <Text size="sm">
          A token can be given only what its maker holds, and this credential lacks the permission
          to <Lacked {...reason} client={client} />.
        </Text>
      );
    case 'writing':
      return <Text size="sm">It lacks the permission to write this bucket.</Text>;
    case 'deleting':
      return (
        <Text size="sm">
          It lacks the permission to write this bucket, which deleting points takes.
        </Text>
      );
    case 'token inactive':
      return <Text size="sm">It grants nothing until somebody activates it.</Text>;
    case 'user inactive':
      return (
        <Text size="sm">
          The server refuses everything to the credentials of an inactive or deleted user.
        </Text>
      );
  }
}

function Lacked({ permission, client }: { permission: Permission; client: QueryClient }) {
  return (
    <Text span inherit fw={600}>
      {permissionWords(permission, namesIn(client))}
    </Text>
  );
}

function WayOn({ reason }: { reason: Reason }) {
  const { server = '' } = useParams();
  const { can } = useCaller();
  if (reason.kind === 'user inactive') {
    return <Text size="sm">An operator can activate the user.</Text>;
  }
  if (!('permission' in reason)) return <Ask orgID={undefined} isOfAnOrg />;
  const { permission } = reason;
  const orgID = orgOfPermission(permission);
  const mayGrant =
    can(permission).answer === 'yes' && can(writeOf('authorizations', { orgID })).answer !== 'no';
  if (!mayGrant) return <Ask orgID={orgID} isOfAnOrg={orgID !== undefined} />;
  const grant = permissionText(permission);
  return (
    <Anchor component={Link} size="sm" to={paths.newToken(server, { org: orgID, grant })}>
      Make a token with it
    </Anchor>
  );
}

interface AskProps {
  /** Whose owners hold it, where it is known. */
  orgID: string | undefined;
  isOfAnOrg: boolean;
}

/** Whom to ask: the owners of the org by name, as far as the caller may read them. */
function Ask({ orgID = '', isOfAnOrg }: AskProps) {
  const client = useQueryClient();
  const { caller, can } = useCaller();
  const mayRead = orgID !== '' && can(readOf('orgs', { id: orgID })).answer === 'yes';
  const { data: members = [] } = useQuery({
    ...memberQueries.inOrg(orgID),
    enabled: mayRead,
    throwOnError: false,
  });
  const owners = members.filter(({ role, status }) => role === 'owner' && status === 'active');
  if (!isOfAnOrg) return <Text size="sm">Only an operator can grant it.</Text>;
  if (caller.kind === 'token' && owners.some(({ id }) => id === caller.user?.id)) {
    return <Text size="sm">You own the org: signed in with your password, you may.</Text>;
  }
  const org = namesIn(client).orgs.get(orgID) ?? 'the org';
  const names = owners.length > 0 ? ` (${listText(owners.map(({ name }) => name))})` : '';
  return (
    <Text size="sm">
      Ask an owner of {org}
      {names}, or an operator.
    </Text>
  );
}
