import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { bucketQueries } from '@/api/buckets';
import { NoBuckets } from '@/components/NoBuckets';
import { NothingHere } from '@/ui/NothingHere';
import type { Explorer } from './useExplorer';

/** What to do first. */
export function NothingPicked({ explorer: { source, state } }: { explorer: Explorer }) {
  if (source.language === 'influxql' || state.bucket !== '') {
    return (
      <NothingHere title="Nothing to show yet">
        Pick a measurement and its fields, or write a query.
      </NothingHere>
    );
  }
  return <NoBucketPicked orgID={source.orgID} />;
}

function NoBucketPicked({ orgID }: { orgID: string }) {
  const { server = '' } = useParams();
  const { data: buckets } = useQuery(bucketQueries.inOrg(orgID));
  if (buckets?.every(({ type }) => type === 'system')) {
    return <NoBuckets server={server} orgId={orgID} />;
  }
  return (
    <NothingHere title="Nothing to show yet">
      Pick a bucket, a measurement and its fields, or write a query.
    </NothingHere>
  );
}
