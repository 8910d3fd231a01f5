import type { Finding, Rule } from './findings';
import { rules } from './findings';

/** One of a kind outweighs any number of the next. */
const weights: Record<Rule['severity'], number> = { danger: 10_000, warning: 100, notice: 1 };

const weight = ({ rule }: Finding) => weights[rules[rule].severity];

/** The gravest first. */
export function byGravity<F extends Finding>(findings: readonly F[]): F[] {
  return findings.toSorted((a, b) => weight(b) - weight(a));
}

/** Of all of them together, to sort by. */
export function gravity(findings: readonly Finding[]): number {
  return findings.reduce((sum, finding) => sum + weight(finding), 0);
}
