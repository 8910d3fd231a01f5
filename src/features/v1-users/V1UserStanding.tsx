import { Group } from '@mantine/core';
import type { V1User } from '@/api/v1Users';
import { StatusDot } from '@/components/StatusDot';
import { TokenClassBadge } from '@/components/TokenClassBadge';

const classification = { class: 'v1 user', olderSet: false } as const;

/** Class and state, and what it is for. */
export function V1UserStanding({ v1User: { status, description } }: { v1User: V1User }) {
  return (
    <Group gap="sm" mt={4}>
      <TokenClassBadge classification={classification} />
      <StatusDot status={status} />
      {description}
    </Group>
  );
}
