import { Alert, Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { counted } from '@/lib/counted';
import { nameOrId } from '@/lib/credentialName';
import { paths } from '@/lib/paths';
import { credentialClass } from '@/lib/permissionClasses';
import { summarySentence } from '@/lib/summarySentence';
import type { Credential, Surroundings } from '@/lib/surroundings';
import { TimeAgo } from '@/ui/TimeAgo';
import type { Side } from './sides';

export interface SideFactsProps {
  title: string;
  side: Side | undefined;
  around: Surroundings;
}

/** Who or what stands on one side. */
export function SideFacts({ title, side, around }: SideFactsProps) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap={6}>
        <Facts side={side} around={around} />
      </Stack>
    </Paper>
  );
}

function Facts({ side, around }: Pick<SideFactsProps, 'side' | 'around'>) {
  if (!side) return <Text c="dimmed">Nothing picked</Text>;
  switch (side.kind) {
    case 'missing':
      return (
        <Alert color="warning" variant="light" title="Not found">
          {side.key} is neither a preset nor in the list of tokens and v1 users: it was deleted, or
          you may not see it.
        </Alert>
      );
    case 'homeless':
      return (
        <Text c="dimmed">
          “{side.preset.label}” is filled in for the org and the buckets of a token: pick one on the
          other side.
        </Text>
      );
    case 'preset':
      return (
        <>
          <Text fw={600}>Preset: {side.preset.label}</Text>
          <Text c="dimmed">{side.place}</Text>
          <Text>{summarySentence(side.permissions, around)}</Text>
          <Text c="dimmed">{counted(side.permissions.length, 'permission')}</Text>
        </>
      );
    case 'credential':
      return (
        <>
          <CredentialTitle credential={side.credential} around={around} />
          <Text>{summarySentence(side.permissions, around)}</Text>
          <Text c="dimmed">
            {counted(side.permissions.length, 'permission')} · owned by {side.credential.user} in{' '}
            {side.credential.org} · changed <TimeAgo time={side.credential.updatedAt} />
          </Text>
        </>
      );
  }
}

interface CredentialTitleProps {
  credential: Credential;
  around: Surroundings;
}

function CredentialTitle({ credential, around }: CredentialTitleProps) {
  const { server = '' } = useParams();
  return (
    <Group gap="xs">
      <Anchor
        component={Link}
        fw={600}
        to={paths.credential(server, credential)}
        style={{ overflowWrap: 'anywhere' }}
      >
        {nameOrId(credential)}
      </Anchor>
      <TokenClassBadge classification={credentialClass(credential, around.types)} />
      {credential.status === 'inactive' && <Text c="dimmed">inactive</Text>}
    </Group>
  );
}
