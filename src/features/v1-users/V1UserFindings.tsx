import { Alert, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { V1User } from '@/api/v1Users';
import { useSurroundings } from '@/components/useSurroundings';
import type { Rule } from '@/lib/findings';
import { rules } from '@/lib/findings';
import { Section } from '@/ui/Section';
import { useDatabases } from './useDatabases';
import { v1UserRows } from './v1UserRows';

const colors: Record<Rule['severity'], string> = {
  danger: 'danger',
  warning: 'warning',
  notice: 'gray',
};

export function V1UserFindings({ v1User }: { v1User: V1User }) {
  return (
    <Section title="Findings" lines={2}>
      <Findings v1User={v1User} />
    </Section>
  );
}

function Findings({ v1User }: { v1User: V1User }) {
  const around = useSurroundings();
  const orgIDs = useMemo(() => [v1User.orgID], [v1User.orgID]);
  const databases = useDatabases(orgIDs);
  const [row] = v1UserRows([v1User], around, databases);
  const findings = row?.findings ?? [];
  if (findings.length === 0) return <Text c="dimmed">Nothing is wrong with it.</Text>;
  return (
    <Stack gap="xs">
      {findings.map(({ rule, detail }) => (
        <Alert
          key={rule}
          color={colors[rules[rule].severity]}
          variant="light"
          title={rules[rule].title}
          role="note"
        >
          <Text size="sm">{detail}.</Text>
          <Text size="sm" c="dimmed">
            {rules[rule].why} {rules[rule].fix}
          </Text>
        </Alert>
      ))}
    </Stack>
  );
}
