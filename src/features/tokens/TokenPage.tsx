import { Box, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { tokenCalls } from '@/api/tokens';
import { RanCalls } from '@/components/RanCalls';
import { RequestPreview } from '@/components/RequestPreview';
import { StatusDot } from '@/components/StatusDot';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { distinct } from '@/lib/permissions';
import { summarySentence } from '@/lib/summarySentence';
import { CodeBlock } from '@/ui/CodeBlock';
import { Disclosure } from '@/ui/Disclosure';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { goneToken } from './GoneToken';
import { isTokenCall } from './isTokenCall';
import { PermissionsByScope } from './PermissionsByScope';
import { RenameToken } from './RenameToken';
import { UnfinishedReplacements } from './replace/UnfinishedReplacements';
import { TokenActions } from './TokenActions';
import { TokenDanger } from './TokenDanger';
import { TokenFacts } from './TokenFacts';
import { TokenFindings } from './TokenFindings';
import { TokenReach } from './TokenReach';
import type { TokenRow } from './tokenRows';
import { tokenName } from './tokenSpec';
import classes from './tokens.module.css';
import { useTokenRow } from './useTokenRow';

export function TokenPage() {
  return (
    <Section lines={10} explain={goneToken}>
      <KnownToken />
    </Section>
  );
}

function KnownToken() {
  const { row, around } = useTokenRow();
  const [isRenaming, setRenaming] = useState(false);
  return (
    <>
      <PageHeader title={tokenName(row)} subtitle={<Standing row={row} />}>
        <TokenActions row={row} onRename={() => setRenaming(true)} />
      </PageHeader>
      <RanCalls about={isTokenCall} />
      <UnfinishedReplacements tokenId={row.id} />
      {isRenaming && <RenameToken row={row} onClose={() => setRenaming(false)} />}
      <Text maw={900} mb="lg" style={{ overflowWrap: 'anywhere' }}>
        {summarySentence(row.permissions, around)}
      </Text>
      <Box className={classes.columns}>
        <Stack gap="xl">
          <Section title="Token">
            <TokenFacts row={row} />
          </Section>
          <Section title="Permissions">
            <PermissionsByScope row={row} around={around} />
            <RequestPreview calls={[tokenCalls.create(sameAs(row))]} label="Create the same" />
            <Disclosure label="As JSON">
              {() => <CodeBlock code={jsonOf(row)} label="token as JSON" />}
            </Disclosure>
          </Section>
        </Stack>
        <Stack gap="xl">
          <Section title="Findings">
            <TokenFindings row={row} />
          </Section>
          <Section title="Reach">
            <TokenReach row={row} around={around} />
          </Section>
          <Section title="Danger">
            <TokenDanger row={row} />
          </Section>
        </Stack>
      </Box>
    </>
  );
}

const special = {
  certain: 'the credential you are signed in with',
  maybe: 'may be the credential you are signed in with',
  no: '',
};

/** Class, state and what is special about it. */
function Standing({ row }: { row: TokenRow }) {
  const notes = [special[row.own], row.isLastOperator ? 'the last operator token that works' : '']
    .filter(Boolean)
    .join(', ');
  return (
    <Group gap="sm" mt={4}>
      <TokenClassBadge classification={row.classification} />
      <StatusDot status={row.status} />
      {notes !== '' && (
        <Text span size="sm" fw={550} c="var(--mantine-color-text)">
          {notes}
        </Text>
      )}
    </Group>
  );
}

function sameAs({ orgID, userID, description, permissions }: TokenRow) {
  return { orgID, userID, description, permissions: distinct(permissions) };
}

function jsonOf(row: TokenRow): string {
  const { id, description, status, orgID, org, userID, user, permissions } = row;
  const { createdAt, updatedAt } = row;
  return JSON.stringify(
    { id, description, status, orgID, org, userID, user, createdAt, updatedAt, permissions },
    null,
    2,
  );
}
