import { Select } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { bucketQueries } from '@/api/buckets';
import { counted } from '@/lib/counted';
import { compareNatural } from '@/lib/naturalOrder';

export interface BucketSelectProps {
  orgId: string;
  /** A bucket's name. */
  value: string | null;
  onChange: (name: string | null) => void;
  label?: string;
  withSystem?: boolean;
  error?: string | null;
}

/** More are found by typing. */
const shown = 200;

/** Every bucket of the org that the credential may read, system buckets last. */
export function BucketSelect(props: BucketSelectProps) {
  const { orgId, value, onChange, label = 'Bucket', withSystem = false, error } = props;
  const { data: buckets } = useSuspenseQuery(bucketQueries.inOrg(orgId));
  const { data, count } = useMemo(() => {
    const named = (type: string) =>
      buckets
        .filter((bucket) => bucket.type === type)
        .map(({ name }) => name)
        .sort((a, b) => compareNatural(a, b));
    const users = named('user');
    const system = named('system');
    if (!withSystem || system.length === 0) return { data: users, count: users.length };
    const data = [...users, { group: 'System buckets', items: system }];
    return { data, count: users.length + system.length };
  }, [buckets, withSystem]);
  return (
    <Select
      label={label}
      data={data}
      value={value}
      onChange={onChange}
      error={error}
      searchable
      limit={shown}
      nothingFoundMessage="No bucket matches"
      placeholder={counted(count, 'bucket')}
    />
  );
}
