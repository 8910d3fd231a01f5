import { Badge } from '@mantine/core';
import type { Outcome } from '@/lib/activity';

const colors: Record<Outcome, string> = {
  done: 'healthy',
  'in part': 'warning',
  refused: 'gray',
  failed: 'danger',
};

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return <Badge color={colors[outcome]}>{outcome}</Badge>;
}
