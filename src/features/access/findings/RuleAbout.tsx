import { Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { RuleName } from '@/lib/findings';
import { rules } from '@/lib/findings';
import { SeverityBadge } from './SeverityBadge';

/** What a rule looks for, why it matters and what to do. */
export function RuleAbout({ rule }: { rule: RuleName }) {
  const { title, severity, why, fix } = rules[rule];
  return (
    <Paper withBorder p="sm" component="section" aria-label={title}>
      <Stack gap={6}>
        <Group gap="xs">
          <Title order={2} size="h4">
            {title}
          </Title>
          <SeverityBadge severity={severity} />
          <Code>{rule}</Code>
        </Group>
        <Text>{why}</Text>
        <Text c="dimmed">{fix}</Text>
      </Stack>
    </Paper>
  );
}
