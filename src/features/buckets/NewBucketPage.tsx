import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { bucketCalls, bucketMutations, bucketQueries } from '@/api/buckets';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { BucketForm } from './BucketForm';
import type { BucketValues } from './bucketValues';
import { draftOf, emptyBucket } from './bucketValues';

export function NewBucketPage() {
  const { server = '', orgId = '' } = useParams();
  const navigate = useNavigate();
  const { data: buckets } = useQuery(bucketQueries.inOrg(orgId));
  const takenNames = useMemo(() => new Set(buckets?.map(({ name }) => name)), [buckets]);
  const { mutateAsync } = useMutation(bucketMutations.create);
  const create = async (values: BucketValues) => {
    const draft = draftOf(values, orgId);
    if (!draft) return;
    const { id } = await mutateAsync(draft);
    await navigate(paths.bucket(server, orgId, id));
  };
  const callsOf = (values: BucketValues) => {
    const draft = draftOf(values, orgId);
    return draft ? [bucketCalls.create(draft)] : [];
  };
  return (
    <>
      <PageHeader title="New bucket" />
      <BucketForm
        initial={emptyBucket}
        takenNames={takenNames}
        submitLabel="Create bucket"
        cancelTo={paths.buckets(server, orgId)}
        onSubmit={create}
        callsOf={callsOf}
      />
    </>
  );
}
