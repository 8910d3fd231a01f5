import { Badge } from '@mantine/core';
import type { Classification, TokenClass } from '@/lib/permissionClasses';

/** Names of theme colours: one for each class. */
const colors: Record<TokenClass, string> = {
  operator: 'operator',
  'all-access': 'all-access',
  'read/write': 'read-write',
  'write-only': 'write-only',
  'read-only': 'read-only',
  custom: 'custom',
  'v1 user': 'v1-user',
};

export interface TokenClassBadgeProps {
  classification: Classification;
  /** The permissions seen are a lower bound. */
  isAtLeast?: boolean;
}

export function TokenClassBadge({ classification, isAtLeast = false }: TokenClassBadgeProps) {
  const { class: name, olderSet } = classification;
  return (
    <Badge variant="light" color={colors[name]} radius="sm" tt="none">
      {isAtLeast ? 'at least ' : ''}
      {name}
      {olderSet ? ', older set' : ''}
    </Badge>
  );
}
