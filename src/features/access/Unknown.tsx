import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';

export interface UnknownProps {
  kind: 'bucket' | 'user' | 'org';
  id: string;
}

/** Deleted, or hidden from this credential: the server does not tell which. */
export function Unknown({ kind, id }: UnknownProps) {
  const { server = '' } = useParams();
  return (
    <NothingHere
      title={`No such ${kind}`}
      action={
        <Anchor component={Link} to={paths.access(server)}>
          To all access
        </Anchor>
      }
    >
      There is none with the id {id}, or this credential may not read it.
    </NothingHere>
  );
}
