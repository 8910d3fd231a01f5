import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { Bucket } from '@/api/buckets';
import { bucketQueries } from '@/api/buckets';
import type { Dbrp } from '@/api/dbrps';
import { dbrpQueries } from '@/api/dbrps';
import { NoBuckets } from '@/components/NoBuckets';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { copyText } from '@/ui/copyText';
import { DataTable } from '@/ui/table/DataTable';
import type { RowAction } from '@/ui/table/RowMenu';
import { bucketSpec, isSystem } from './bucketSpec';
import { DeleteBucketDialog } from './DeleteBucketDialog';

const none: readonly Dbrp[] = [];

export function BucketTable() {
  const { server = '', orgId = '' } = useParams();
  const { data: buckets } = useSuspenseQuery(bucketQueries.inOrg(orgId));
  // The table does not wait for the databases: a server before 2.4 or a refusal leaves their column empty.
  const { data: dbrps = none } = useQuery(dbrpQueries.inOrg(orgId));
  const rows = useMemo(() => {
    const ofBucket = new Map<string, Dbrp[]>();
    for (const dbrp of dbrps) {
      const known = ofBucket.get(dbrp.bucketID);
      if (known) known.push(dbrp);
      else ofBucket.set(dbrp.bucketID, [dbrp]);
    }
    return buckets.map((bucket) => ({ ...bucket, databases: ofBucket.get(bucket.id) ?? none }));
  }, [buckets, dbrps]);
  const hasOnlySystem = buckets.length > 0 && buckets.every(isSystem);
  const [deleting, setDeleting] = useState<Bucket | null>(null);
  const { can } = useCaller();
  const href = useCallback(({ id }: Bucket) => paths.bucket(server, orgId, id), [server, orgId]);
  const menu = (bucket: Bucket): RowAction[] => {
    const { answer, reason } = can(writeOf('buckets', { orgID: orgId, id: bucket.id }));
    const refused = answer === 'no' ? reason : undefined;
    return [
      { label: 'Explore data', to: paths.explorer(server, orgId, bucket.name) },
      {
        label: 'Write data',
        to: paths.write(server, orgId, bucket.name),
        disabledReason: isSystem(bucket) ? 'a system bucket' : refused,
      },
      { label: 'Edit', to: paths.editBucket(server, orgId, bucket.id), disabledReason: refused },
      { label: 'Copy id', onClick: () => void copyText(bucket.id) },
      {
        label: 'Delete',
        danger: true,
        disabledReason: isSystem(bucket) ? 'a system bucket' : refused,
        onClick: () => setDeleting(bucket),
      },
    ];
  };
  return (
    <>
      {hasOnlySystem && <NoBuckets server={server} orgId={orgId} />}
      <DataTable
        spec={bucketSpec}
        rows={rows}
        href={href}
        menu={menu}
        empty={<NoBuckets server={server} orgId={orgId} />}
      />
      {deleting && (
        <DeleteBucketDialog
          bucket={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => setDeleting(null)}
        />
      )}
    </>
  );
}
