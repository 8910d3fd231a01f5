import { useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { NoSuch } from '@/ui/NoSuch';

export interface UnknownProps {
  kind: 'bucket' | 'user' | 'org';
  id: string;
}

/** Deleted, or hidden from this credential: the server does not tell which. */
export function Unknown({ kind, id }: UnknownProps) {
  const { server = '' } = useParams();
  return (
    <NoSuch title={`No such ${kind}`} to={paths.access(server)} list="all access">
      There is none with the id {id}, or this credential may not read it.
    </NoSuch>
  );
}
