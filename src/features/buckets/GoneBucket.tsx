import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { isNotFound } from '@/api/errors';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';

/** The server answers "not found" for a deleted bucket and for one that the credential may not read. */
export function goneBucket(error: unknown) {
  return isNotFound(error) ? <GoneBucket /> : undefined;
}

function GoneBucket() {
  const { server = '', orgId = '', bucketId = '' } = useParams();
  return (
    <NothingHere
      title="No such bucket"
      action={
        <Anchor component={Link} to={paths.buckets(server, orgId)}>
          To the buckets
        </Anchor>
      }
    >
      There is none with the id {bucketId}, or this credential may not read it.
    </NothingHere>
  );
}
