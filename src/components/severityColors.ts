import type { Rule } from '@/lib/findings';

/** Of findings: names of theme colours. */
export const severityColors: Record<Rule['severity'], string> = {
  danger: 'danger',
  warning: 'warning',
  notice: 'gray',
};
