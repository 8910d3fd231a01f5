import { Badge } from '@mantine/core';
import type { Outcome } from '@/lib/activity';

const colors: Record<Outcome, string> = {
  done: 'healthy',
  'in part': 'yellow',
  refused: 'gray',
  failed: 'danger',
};

export function OutcomeBadge({ outcome }: { outcome: Outcome }) {
  return (
    <Badge variant="light" color={colors[outcome]} tt="none">
      {outcome}
    </Badge>
  );
}
