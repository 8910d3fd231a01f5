import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dbrpQueries } from '@/api/dbrps';
import type { V1User } from '@/api/v1Users';
import { useCaller } from '@/components/useCaller';
import { listText } from '@/lib/listText';
import { heldOnBucket, indexOf } from '@/lib/permissionIndex';
import { readOf } from '@/lib/permissions';
import { databaseText } from './useDatabases';

/** What its clients lose, by the names they use. */
export function ReachedDatabases({ v1User: { orgID, permissions } }: { v1User: V1User }) {
  const { can } = useCaller();
  const { data: dbrps, isError } = useQuery(dbrpQueries.inOrg(orgID));
  if (isError) {
    return (
      <Text size="sm" c="dimmed">
        The databases that it reaches: this credential cannot list them.
      </Text>
    );
  }
  if (!dbrps) return null;
  const held = indexOf(permissions);
  const names = dbrps
    .filter(({ bucketID: id }) => heldOnBucket(held, { id, orgID, type: 'user' }) !== 0)
    .map(databaseText);
  return (
    <Text size="sm">
      {names.length === 0
        ? nowhereText(can(readOf('buckets', { orgID })).answer === 'yes')
        : `It reaches the database${names.length === 1 ? '' : 's'} ${listText(names, 8)}.`}
    </Text>
  );
}

/** Mappings to buckets that the caller may not read are not listed to it. */
function nowhereText(seesAll: boolean): string {
  return seesAll
    ? 'No database leads to a bucket that it reaches: no client can be using it.'
    : 'No database is seen to lead to a bucket that it reaches.';
}
