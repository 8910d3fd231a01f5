import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { V1User } from '@/api/v1Users';
import { FindingList } from '@/components/FindingList';
import { useSurroundings } from '@/components/useSurroundings';
import type { RuleName } from '@/lib/findings';
import { paths } from '@/lib/paths';
import { Section } from '@/ui/Section';
import { useDatabases } from './useDatabases';
import { v1UserRows } from './v1UserRows';

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
  return (
    <FindingList
      findings={row?.findings ?? []}
      fixOf={(rule) => <WayToFix rule={rule} v1User={v1User} bucketID={row?.buckets[0]?.id} />}
    />
  );
}

interface WayToFixProps {
  rule: RuleName;
  v1User: V1User;
  /** One that it reaches. */
  bucketID: string | undefined;
}

/** Where the fix can be made, unless it is on this page. */
function WayToFix({ rule, v1User: { orgID, userID, user }, bucketID }: WayToFixProps) {
  const { server = '' } = useParams();
  if (rule === 'database-nowhere' && bucketID !== undefined) {
    return (
      <Anchor
        component={Link}
        to={paths.newDbrp(server, orgID, bucketID)}
        size="sm"
        underline="always"
      >
        Map a database
      </Anchor>
    );
  }
  if (rule === 'owner-inactive') {
    return (
      <Anchor component={Link} to={paths.user(server, userID)} size="sm" underline="always">
        To the user {user || userID}
      </Anchor>
    );
  }
  return null;
}
