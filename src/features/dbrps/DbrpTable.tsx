import { Anchor } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { copyText } from '@/ui/copyText';
import { NothingHere } from '@/ui/NothingHere';
import { DataTable } from '@/ui/table/DataTable';
import type { RowAction } from '@/ui/table/RowMenu';
import type { DbrpRow } from './dbrpSpec';
import { dbrpRows, dbrpSpec } from './dbrpSpec';
import { DeleteDbrpDialog } from './DeleteDbrpDialog';
import { useMappedOrg } from './useMappedOrg';

export function DbrpTable() {
  const { server = '', orgId = '' } = useParams();
  const { mappings, buckets, seesAll } = useMappedOrg(orgId);
  const [deleting, setDeleting] = useState<DbrpRow | null>(null);
  const { can } = useCaller();
  const rows = useMemo(
    () => dbrpRows(mappings, { buckets, seesAll, pathOf: (id) => paths.bucket(server, orgId, id) }),
    [mappings, buckets, seesAll, server, orgId],
  );
  const href = useCallback(({ id }: DbrpRow) => paths.dbrp(server, orgId, id), [server, orgId]);
  const menu = (row: DbrpRow): RowAction[] => {
    const { answer, reason } = can(writeOf('buckets', { orgID: orgId, id: row.bucketID }));
    const refused = row.virtual
      ? 'it comes from the name of the bucket'
      : answer === 'no'
        ? reason
        : undefined;
    return [
      {
        label: 'Map the bucket to another database',
        to: paths.newDbrp(server, orgId, row.bucketID),
      },
      { label: 'Edit', to: paths.dbrp(server, orgId, row.id), disabledReason: refused },
      { label: 'Copy id', onClick: () => void copyText(row.id) },
      {
        label: 'Delete',
        danger: true,
        disabledReason: refused,
        onClick: () => setDeleting(row),
      },
    ];
  };
  return (
    <>
      <DataTable spec={dbrpSpec} rows={rows} href={href} menu={menu} empty={<NoMappings />} />
      {deleting && (
        <DeleteDbrpDialog
          dbrp={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => setDeleting(null)}
        />
      )}
    </>
  );
}

function NoMappings() {
  const { server = '', orgId = '' } = useParams();
  return (
    <NothingHere
      title="No database leads to a bucket that this credential may read"
      action={
        <Anchor component={Link} to={paths.buckets(server, orgId)}>
          To the buckets
        </Anchor>
      }
    >
      Since InfluxDB 2.4 every bucket answers for a database of its own name. Older servers need a
      mapping for each.
    </NothingHere>
  );
}
