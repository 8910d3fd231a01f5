import { Anchor, Badge, Group, List, Stack, Text } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { severityColors } from '@/components/severityColors';
import type { RuleName } from '@/lib/findings';
import { rules } from '@/lib/findings';
import { paths } from '@/lib/paths';
import type { TokenRow } from './tokenRows';
import { byGravity } from './tokenSpec';

const byUser: ReadonlySet<RuleName> = new Set(['owner-inactive', 'owner-gone']);
const byReplacing: ReadonlySet<RuleName> = new Set([
  'operator-token',
  'older-set',
  'unscoped-permission',
  'beyond-buckets',
  'deleted-bucket',
  'matches-nothing',
]);

export function TokenFindings({ row }: { row: TokenRow }) {
  if (row.findings.length === 0) return <Text c="dimmed">Nothing to remark.</Text>;
  return (
    <List listStyleType="none" spacing="sm" size="sm">
      {byGravity(row.findings).map(({ rule, detail }) => (
        <List.Item key={rule}>
          <Stack gap={2}>
            <Group gap="xs">
              <Badge color={severityColors[rules[rule].severity]}>{rules[rule].title}</Badge>
              <Text span style={{ overflowWrap: 'anywhere' }}>
                {detail}
              </Text>
            </Group>
            <Text c="dimmed">
              {rules[rule].why} {rules[rule].fix} <Fix rule={rule} row={row} />
            </Text>
          </Stack>
        </List.Item>
      ))}
    </List>
  );
}

function Fix({ rule, row }: { rule: RuleName; row: TokenRow }) {
  const { server = '' } = useParams();
  if (byUser.has(rule)) {
    return (
      <Anchor component={Link} to={paths.user(server, row.userID)} size="sm" underline="always">
        To the user
      </Anchor>
    );
  }
  if (!byReplacing.has(rule)) return null;
  return (
    <Anchor component={Link} to={paths.replaceToken(server, row.id)} size="sm" underline="always">
      Replace with changes
    </Anchor>
  );
}
