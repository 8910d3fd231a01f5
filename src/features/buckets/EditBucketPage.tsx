import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { bucketCalls, bucketMutations, bucketQueries } from '@/api/buckets';
import { RanCalls } from '@/components/RanCalls';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { BucketForm } from './BucketForm';
import { isSystem } from './bucketSpec';
import type { BucketChanges, BucketValues } from './bucketValues';
import { changesOf, valuesOf } from './bucketValues';
import { goneBucket } from './GoneBucket';
import { isBucketCall } from './isBucketCall';
import { RetentionLoss } from './RetentionLoss';

export function EditBucketPage() {
  return (
    <Section lines={8} explain={goneBucket}>
      <EditBucket />
    </Section>
  );
}

function callsOf({ naming, retention }: BucketChanges) {
  return [
    ...(naming ? [bucketCalls.name(naming)] : []),
    ...(retention ? [bucketCalls.setRetention(retention)] : []),
  ];
}

function EditBucket() {
  const { server = '', orgId = '', bucketId = '' } = useParams();
  const navigate = useNavigate();
  const { data: bucket } = useSuspenseQuery(bucketQueries.one(bucketId));
  const { data: buckets } = useQuery(bucketQueries.inOrg(orgId));
  const takenNames = useMemo(() => new Set(buckets?.map(({ name }) => name)), [buckets]);
  const [initial] = useState(() => valuesOf(bucket));
  const { mutateAsync: name } = useMutation(bucketMutations.name);
  const { mutateAsync: setRetention } = useMutation(bucketMutations.setRetention);
  // After the first request the bucket is read again: a second attempt sends only what is left.
  const save = async (values: BucketValues) => {
    const { naming, retention } = changesOf(bucket, values);
    if (naming) await name(naming);
    if (retention) await setRetention(retention);
    await navigate(paths.bucket(server, orgId, bucketId));
  };
  return (
    <>
      <PageHeader title={`Edit ${bucket.name}`} />
      <RanCalls about={isBucketCall} />
      <BucketForm
        initial={initial}
        before={valuesOf(bucket)}
        takenNames={takenNames}
        nameLocked={isSystem(bucket) ? 'System buckets cannot be renamed' : undefined}
        submitLabel="Save"
        cancelTo={paths.bucket(server, orgId, bucketId)}
        onSubmit={save}
        callsOf={(values) => callsOf(changesOf(bucket, values))}
      >
        {(values) => <RetentionLoss bucket={bucket} values={values} />}
      </BucketForm>
    </>
  );
}
