import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { readOf, writeOf } from '@/lib/permissions';
import { NothingHere } from '@/ui/NothingHere';
import { useCaller } from './useCaller';

export interface NoBucketsProps {
  server: string;
  orgId: string;
}

/** In place of the buckets of an org that has none besides the system buckets, as far as the credential sees. */
export function NoBuckets({ server, orgId }: NoBucketsProps) {
  const { can } = useCaller();
  const seesAll = can(readOf('buckets', { orgID: orgId })).answer === 'yes';
  const mayCreate = can(writeOf('buckets', { orgID: orgId })).answer !== 'no';
  return (
    <NothingHere
      title={seesAll ? 'No buckets yet' : 'No buckets that this credential may read'}
      action={
        mayCreate ? (
          <Button component={Link} to={paths.newBucket(server, orgId)}>
            Create the first bucket
          </Button>
        ) : undefined
      }
    >
      {seesAll
        ? 'A bucket is a named place for time series, with a retention after which points are dropped.'
        : 'Buckets that exist but are hidden from this credential are not listed.'}
    </NothingHere>
  );
}
