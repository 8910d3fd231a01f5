import { useParams } from 'react-router-dom';
import { isNotFound } from '@/api/errors';
import { paths } from '@/lib/paths';
import { NoSuch } from '@/ui/NoSuch';

/** The server answers "not found" for a deleted bucket and for one that the credential may not read. */
export function goneBucket(error: unknown) {
  return isNotFound(error) ? <GoneBucket /> : undefined;
}

function GoneBucket() {
  const { server = '', orgId = '', bucketId = '' } = useParams();
  return (
    <NoSuch title="No such bucket" to={paths.buckets(server, orgId)} list="the buckets">
      There is none with the id {bucketId}, or this credential may not read it.
    </NoSuch>
  );
}
