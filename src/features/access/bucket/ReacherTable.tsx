import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import type { Reacher } from '@/lib/bucketAccess';
import { paths } from '@/lib/paths';
import { copyText } from '@/ui/copyText';
import { NothingHere } from '@/ui/NothingHere';
import { DataTable } from '@/ui/table/DataTable';
import type { RowAction } from '@/ui/table/RowMenu';
import { reacherSpec } from './reacherSpec';

export function ReacherTable({ reachers }: { reachers: readonly Reacher[] }) {
  const { server = '' } = useParams();
  const href = useCallback(
    ({ kind, id }: Reacher) =>
      kind === 'session' ? paths.userAccess(server, id) : paths.credential(server, { kind, id }),
    [server],
  );
  const menu = (reacher: Reacher): RowAction[] => [
    { label: 'Open', to: href(reacher) },
    ...(reacher.kind === 'token'
      ? [{ label: 'Replace with changes', to: paths.replaceToken(server, reacher.id) }]
      : []),
    { label: 'All that the owner reaches', to: paths.userAccess(server, reacher.ownerID) },
    { label: 'Copy id', onClick: () => void copyText(reacher.id) },
  ];
  return (
    <DataTable
      spec={reacherSpec}
      rows={reachers}
      href={href}
      menu={menu}
      empty={
        <NothingHere title="Nobody reads or writes it, as far as this credential sees">
          The tokens and v1 users of others are listed to an operator only.
        </NothingHere>
      }
    />
  );
}
