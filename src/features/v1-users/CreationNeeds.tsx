import { Text } from '@mantine/core';
import type { V1UserDraft } from '@/api/v1Users';
import { useCaller } from '@/components/useCaller';
import { permissionText, writeOf } from '@/lib/permissions';

/** What the server asks for when a v1 user is made, as far as the caller is known to lack it. */
export function useCreationNeeds({ orgID, userID, permissions }: V1UserDraft): string[] {
  const { caller, can } = useCaller();
  const owner = userID ?? caller.user?.id;
  return [
    writeOf('authorizations', { orgID }),
    ...(owner === undefined ? [] : [writeOf('users', { id: owner })]),
    ...permissions,
  ]
    .filter((needed) => can(needed).answer === 'no')
    .map(permissionText);
}

export interface CreationNeedsProps {
  needs: readonly string[];
  hasBuckets: boolean;
}

export function CreationNeeds({ needs, hasBuckets }: CreationNeedsProps) {
  if (needs.length > 0) {
    return (
      <Text size="sm" c="dimmed">
        This credential cannot do it: it does not hold {needs.join(', ')}.
      </Text>
    );
  }
  if (hasBuckets) return null;
  return (
    <Text size="sm" c="dimmed">
      Give it a bucket to read or write: the server makes no v1 user without permissions.
    </Text>
  );
}
