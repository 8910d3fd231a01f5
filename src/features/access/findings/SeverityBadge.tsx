import { Badge } from '@mantine/core';
import { severityColors } from '@/components/severityColors';
import type { Rule } from '@/lib/findings';

type Severity = Rule['severity'];

/** What a finding of this severity means. */
export const severityWords: Record<Severity, string> = {
  danger: 'More access than meant',
  warning: 'Does not work',
  notice: 'To tidy up',
};

export const severities = ['danger', 'warning', 'notice'] as const;

export function SeverityBadge({ severity }: { severity: Severity }) {
  return <Badge color={severityColors[severity]}>{severity}</Badge>;
}
