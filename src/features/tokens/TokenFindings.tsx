import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { FindingList } from '@/components/FindingList';
import type { RuleName } from '@/lib/findings';
import { paths } from '@/lib/paths';
import type { TokenRow } from './tokenRows';

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
  return (
    <FindingList findings={row.findings} fixOf={(rule) => <WayToFix rule={rule} row={row} />} />
  );
}

function WayToFix({ rule, row }: { rule: RuleName; row: TokenRow }) {
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
