import { Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { countText } from '@/lib/counted';
import type { RuleName } from '@/lib/findings';
import { rules } from '@/lib/findings';
import { paths } from '@/lib/paths';
import classes from './findings.module.css';
import { ruleNames } from './ruleCounts';
import { severities, severityWords } from './SeverityBadge';

export interface RuleListProps {
  counts: ReadonlyMap<RuleName, number>;
  chosen: readonly string[];
}

/** The rules that found something, by severity; those that did not are said to be clear. */
export function RuleList({ counts, chosen }: RuleListProps) {
  const { server = '' } = useParams();
  const clear = ruleNames.filter((name) => !counts.has(name)).length;
  return (
    <Stack component="nav" gap="md" aria-label="Rules">
      {severities.map((severity) => {
        const found = ruleNames.filter(
          (name) => rules[name].severity === severity && counts.has(name),
        );
        return found.length === 0 ? null : (
          <Stack key={severity} gap={2}>
            <Text size="xs" fw={550} c="dimmed" px={8}>
              {severityWords[severity]}
            </Text>
            {found.map((name) => (
              <Link
                key={name}
                to={paths.findings(server, chosen.includes(name) ? undefined : name)}
                className={classes.rule}
                aria-current={chosen.includes(name) ? 'true' : undefined}
              >
                {rules[name].title}
                <span className={classes.count}>{countText(counts.get(name) ?? 0)}</span>
              </Link>
            ))}
          </Stack>
        );
      })}
      {clear > 0 && (
        <Text size="xs" c="dimmed" px={8}>
          {clear === 1 ? 'One more rule' : `${clear} more rules`} found nothing.
        </Text>
      )}
    </Stack>
  );
}
