import { Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { byGravity } from '@/lib/byGravity';
import type { Finding, RuleName } from '@/lib/findings';
import { rules } from '@/lib/findings';
import { FindingMark } from './FindingMark';

export interface FindingListProps {
  findings: readonly Finding[];
  /** Where it is put right. */
  fixOf: (rule: RuleName) => ReactNode;
}

/** What is odd about one credential, why it matters and what to do. */
export function FindingList({ findings, fixOf }: FindingListProps) {
  if (findings.length === 0) return <Text c="dimmed">Nothing to remark.</Text>;
  return (
    <List listStyleType="none" spacing="sm" size="sm">
      {byGravity(findings).map(({ rule, detail }) => (
        <List.Item key={rule} styles={{ itemWrapper: { width: '100%' }, itemLabel: { flex: 1 } }}>
          <Stack gap={2}>
            <Group gap={8}>
              <Text span fw={600}>
                <FindingMark severity={rules[rule].severity} title={rules[rule].title} />
              </Text>
              <Text span style={{ overflowWrap: 'anywhere' }}>
                {detail}
              </Text>
            </Group>
            <Text c="dimmed">
              {rules[rule].why} {rules[rule].fix} {fixOf(rule)}
            </Text>
          </Stack>
        </List.Item>
      ))}
    </List>
  );
}
