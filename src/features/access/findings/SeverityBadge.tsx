import { Badge } from '@mantine/core';
import type { Rule } from '@/lib/findings';
import classes from './findings.module.css';

type Severity = Rule['severity'];

const colors: Record<Severity, string> = { danger: 'danger', warning: 'warning', notice: 'gray' };

/** What a finding of this severity means. */
export const severityWords: Record<Severity, string> = {
  danger: 'More access than meant',
  warning: 'Does not work',
  notice: 'To tidy up',
};

export const severities = ['danger', 'warning', 'notice'] as const;

export function SeverityBadge({ severity }: { severity: Severity }) {
  return <Badge color={colors[severity]}>{severity}</Badge>;
}

/** Before words that say the same. */
export function SeverityDot({ severity }: { severity: Severity }) {
  return <span className={classes.dot} data-severity={severity} title={severity} />;
}
