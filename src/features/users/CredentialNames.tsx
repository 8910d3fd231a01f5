import { Group, List, Text } from '@mantine/core';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { counted } from '@/lib/counted';
import { classify } from '@/lib/permissionClasses';
import type { Credential } from '@/lib/surroundings';

/** The rest is counted. */
const shown = 12;

export function classOf({ kind, permissions }: Pick<Credential, 'kind' | 'permissions'>) {
  return kind === 'token' ? classify(permissions) : { class: 'v1 user' as const, olderSet: false };
}

export function CredentialNames({ credentials }: { credentials: readonly Credential[] }) {
  const rest = credentials.length - shown;
  return (
    <List size="sm" spacing={4}>
      {credentials.slice(0, shown).map((credential) => {
        const { id, name, org, status } = credential;
        return (
          <List.Item key={id}>
            <Group gap={6} component="span" display="inline-flex">
              {name || id}
              <TokenClassBadge classification={classOf(credential)} />
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
