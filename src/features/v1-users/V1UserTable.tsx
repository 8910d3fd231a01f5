import { Box, Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { V1User } from '@/api/v1Users';
import { v1UserQueries } from '@/api/v1Users';
import { useCaller } from '@/components/useCaller';
import { useSurroundings } from '@/components/useSurroundings';
import { bucketLabels } from '@/lib/bucketLabels';
import { changeObstacle } from '@/lib/changeNeeds';
import { paths } from '@/lib/paths';
import type { Surroundings } from '@/lib/surroundings';
import { copyText } from '@/ui/copyText';
import { NothingHere } from '@/ui/NothingHere';
import { DataTable } from '@/ui/table/DataTable';
import type { RowAction } from '@/ui/table/RowMenu';
import type { TableSpec } from '@/ui/table/tableSpec';
import { useUrlState } from '@/ui/useUrlState';
import { ColumnsMenu } from './ColumnsMenu';
import { columnsUrl } from './columnsUrl';
import { DeleteV1UserDialog } from './DeleteV1UserDialog';
import { useDatabases } from './useDatabases';
import type { V1UserRow } from './v1UserRows';
import { usualColumns, v1UserRows } from './v1UserRows';
import classes from './v1Users.module.css';
import { v1UserSpec } from './v1UserSpec';

/** As many as a window of usual width has room for. */
const usual = 4;
/** Pixels of columns above which the table scrolls sideways in itself. */
const roomy = 1100;

export function V1UserTable() {
  const { server = '' } = useParams();
  const { data: v1Users } = useSuspenseQuery(v1UserQueries.all);
  const around = useSurroundings();
  const orgIDs = useMemo(() => [...new Set(v1Users.map(({ orgID }) => orgID))], [v1Users]);
  const databases = useDatabases(orgIDs);
  const rows = useMemo(() => v1UserRows(v1Users, around, databases), [v1Users, around, databases]);
  const { spec, menu: columns } = useColumns(rows, around);
  const [deleting, setDeleting] = useState<V1User | null>(null);
  const { can } = useCaller();
  const href = useCallback(({ id }: V1UserRow) => paths.v1User(server, id), [server]);
  const menu = (row: V1UserRow): RowAction[] => {
    const { id, name } = row;
    return [
      { label: 'Open', to: paths.v1User(server, id) },
      { label: 'Copy user name', onClick: () => void copyText(name) },
      { label: 'Copy id', onClick: () => void copyText(id) },
      {
        label: 'Delete',
        danger: true,
        disabledReason: changeObstacle(row, can),
        onClick: () => setDeleting(v1Users.find((v1User) => v1User.id === id) ?? null),
      },
    ];
  };
  return (
    <>
      <Box className={widthOf(spec) > roomy ? classes.scroller : undefined}>
        <DataTable
          spec={spec}
          rows={rows}
          href={href}
          menu={menu}
          tools={() => columns}
          empty={<NoV1Users />}
        />
      </Box>
      {deleting && (
        <DeleteV1UserDialog
          v1User={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => setDeleting(null)}
        />
      )}
    </>
  );
}

function widthOf({ columns }: TableSpec<V1UserRow>): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** The table with a column for each chosen bucket, and the menu that chooses. */
function useColumns(rows: readonly V1UserRow[], around: Surroundings) {
  const { state, adjust } = useUrlState(columnsUrl);
  const buckets = useMemo(() => [...around.buckets.values()], [around]);
  const labelOf = useMemo(() => bucketLabels(around), [around]);
  const chosen = useMemo(() => state.columns ?? usualColumns(rows, usual), [state.columns, rows]);
  const text = chosen.join('-');
  const spec = useMemo(() => {
    const shown = text.split('-').flatMap((id) => around.buckets.get(id) ?? []);
    return v1UserSpec(shown.map((bucket) => ({ bucket, label: labelOf(bucket) })));
  }, [text, around, labelOf]);
  const menu = (
    <ColumnsMenu
      buckets={buckets}
      labelOf={labelOf}
      chosen={chosen}
      isUsual={state.columns === null}
      onChange={(columns) => adjust({ columns })}
    />
  );
  return { spec, menu };
}

function NoV1Users() {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  return (
    <NothingHere
      title={caller.isOperator ? 'No v1 users yet' : 'No v1 users that this credential may read'}
      action={
        <Button component={Link} to={paths.newV1User(server)}>
          Create a v1 user
        </Button>
      }
    >
      A v1 user is a user name and password for clients of InfluxDB 1.x: they write and query by the
      1.x paths, and nothing else.
    </NothingHere>
  );
}
