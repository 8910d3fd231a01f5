import type { AccessFinding, RuleName } from '@/lib/findings';
import { rules } from '@/lib/findings';

export const ruleNames = Object.keys(rules) as RuleName[];

export function ruleCounts(findings: readonly AccessFinding[]): ReadonlyMap<RuleName, number> {
  const counts = new Map<RuleName, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
