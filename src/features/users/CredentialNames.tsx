import { Group, List, Text } from '@mantine/core';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { counted } from '@/lib/counted';
import { nameOrId } from '@/lib/credentialName';
import type { OwnedCredential } from './useOwned';

/** The rest is counted. */
const shown = 12;

export function CredentialNames({ credentials }: { credentials: readonly OwnedCredential[] }) {
  const rest = credentials.length - shown;
  return (
    <List size="sm" spacing={4}>
      {credentials.slice(0, shown).map((credential) => {
        const { id, org, status, classification } = credential;
        return (
          <List.Item key={id}>
            <Group gap={6} component="span" display="inline-flex">
              {nameOrId(credential)}
              <TokenClassBadge classification={classification} />
              <Text span size="xs" c="dimmed">
                {org}
                {status === 'inactive' && ', inactive'}
              </Text>
            </Group>
          </List.Item>
        );
      })}
      {rest > 0 && <List.Item c="dimmed">and {counted(rest, 'other')}</List.Item>}
    </List>
  );
}
