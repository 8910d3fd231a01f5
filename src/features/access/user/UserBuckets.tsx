import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import type { UserRole } from '@/components/access/useUserRoles';
import { useAccess } from '@/components/useAccess';
import { useSurroundings } from '@/components/useSurroundings';
import { paths } from '@/lib/paths';
import { LoadingLines } from '@/ui/LoadingLines';
import { NothingHere } from '@/ui/NothingHere';
import { DataTable } from '@/ui/table/DataTable';
import type { UserBucket } from './userBuckets';
import { credentialSource, roleSource, userBuckets } from './userBuckets';
import { userBucketSpec } from './userBucketSpec';

export interface UserBucketsProps {
  id: string;
  roles: readonly UserRole[];
}

export function UserBuckets({ id, roles }: UserBucketsProps) {
  const { server = '' } = useParams();
  const { orgs } = useSurroundings();
  const access = useAccess();
  const rows = useMemo(() => {
    if (!access) return undefined;
    const byRole = roles.map(({ words, permissions }) => roleSource(words, permissions, access));
    const byCredential = access.credentials
      .filter(({ userID }) => userID === id)
      .map((credential) => credentialSource(credential, access));
    return userBuckets([...byRole, ...byCredential], orgs);
  }, [id, roles, access, orgs]);
  const href = useCallback(
    ({ bucket }: UserBucket) => paths.bucketAccess(server, bucket.id),
    [server],
  );
  if (!rows) return <LoadingLines lines={8} />;
  return (
    <DataTable
      spec={userBucketSpec}
      rows={rows}
      href={href}
      empty={
        <NothingHere title="No bucket">
          No role, no token and no v1 user of this user reaches one.
        </NothingHere>
      }
    />
  );
}
