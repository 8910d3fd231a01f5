import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { TokenDraft } from '@/api/tokens';
import { tokenCalls } from '@/api/tokens';
import { RequestPreview } from '@/components/RequestPreview';
import { severityColors } from '@/components/severityColors';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { useCaller } from '@/components/useCaller';
import { counted } from '@/lib/counted';
import { credentialFindings, rules } from '@/lib/findings';
import { mayGrant } from '@/lib/granting';
import { classify } from '@/lib/permissionClasses';
import { permissionsOf } from '@/lib/permissionMatrix';
import { permissionWords, typeWords } from '@/lib/permissionWords';
import { uncapitalised } from '@/lib/sentence';
import { summarySentence } from '@/lib/summarySentence';
import type { Surroundings } from '@/lib/surroundings';
import { JsonPreview } from './JsonPreview';
import type { NewToken } from './newTokenDraft';
import { openType } from './newTokenDraft';

export interface TokenOutlookProps {
  token: NewToken;
  draft: TokenDraft | null;
  around: Surroundings;
}

/** What the token will do, what is odd about it, and what would be sent: as it is ticked now. */
export const TokenOutlook = memo(function TokenOutlook({
  token,
  draft,
  around,
}: TokenOutlookProps) {
  const permissions = useMemo(() => permissionsOf(token.matrix), [token.matrix]);
  const open = openType(token);
  return (
    <Stack gap="md">
      <Stack gap={6}>
        <Title order={2} size="h4">
          What it will do
        </Title>
        {draft ? (
          <>
            <Group gap="xs">
              <TokenClassBadge classification={classify(permissions, around.types)} />
              <Text c="dimmed">{counted(draft.permissions.length, 'permission')}</Text>
            </Group>
            <Text component="output">{summarySentence(permissions, around)}</Text>
          </>
        ) : (
          <Text c="dimmed" component="output">
            Nothing yet: {open === undefined ? 'tick what it needs' : `choose ${typeWords(open)}`}.
          </Text>
        )}
      </Stack>
      {draft && <Findings token={token} draft={draft} around={around} />}
      {draft && <Refusals token={token} draft={draft} around={around} />}
      <Stack gap={4}>
        {draft && <JsonPreview permissions={draft.permissions} />}
        <RequestPreview calls={draft && [tokenCalls.create(draft)]} />
      </Stack>
    </Stack>
  );
});

interface WarningsProps extends TokenOutlookProps {
  draft: TokenDraft;
}

function Findings({ token, draft, around }: WarningsProps) {
  const { orgID, ownerID } = token;
  const user = around.users.get(ownerID)?.name ?? '';
  const found = credentialFindings(
    {
      kind: 'token',
      status: 'active',
      orgID,
      userID: ownerID,
      user,
      permissions: draft.permissions,
    },
    around,
  );
  return found.map(({ rule, detail }) => (
    <Alert
      key={rule}
      color={severityColors[rules[rule].severity]}
      variant="light"
      title={rules[rule].title}
      py="xs"
    >
      <Text size="sm">
        {detail}. {rules[rule].why}
      </Text>
    </Alert>
  ));
}

/** What the server is expected to refuse. It may be tried all the same. */
function Refusals({ draft, around }: WarningsProps) {
  const { caller } = useCaller();
  const { orgID, userID = '', permissions } = draft;
  const [first, ...others] = mayGrant(caller, { orgID, userID, permissions }).filter(
    ({ answer }) => answer === 'no',
  );
  if (!first) return null;
  return (
    <Alert color="danger" variant="light" title="The server will refuse this" py="xs">
      <Text size="sm">
        {permissionWords(first.permission, around)}: {uncapitalised(first.reason)}.
        {others.length > 0 && ` So with ${counted(others.length, 'other permission')}.`} Ask
        somebody who holds {others.length > 0 ? 'them' : 'it'}.
      </Text>
    </Alert>
  );
}
