import { Box, Button, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useMemo, useRef } from 'react';
import { NothingHere } from '@/ui/NothingHere';
import classes from './DataTable.module.css';
import type { RowAction } from './RowMenu';
import type { Selection, TableSelection } from './selection';
import { useSelection } from './selection';
import { SelectionBar } from './SelectionBar';
import { TableHead } from './TableHead';
import { TableRows } from './TableRows';
import type { TableSpec } from './tableSpec';
import { TableToolbar } from './TableToolbar';
import { useRowMenu } from './useRowMenu';
import type { TableView } from './useTableRows';
import { useTableRows } from './useTableRows';

export interface DataTableProps<Row> {
  spec: TableSpec<Row>;
  rows: readonly Row[];
  /** Shown instead of the table when there are no rows at all. */
  empty: ReactNode;
  /** Where Enter or a click on the first column leads. Keep it stable: rows are drawn again when it changes. */
  href?: (row: Row) => string;
  menu?: (row: Row) => readonly RowAction[];
  /** Lets rows be picked; what can be done with them stands in a bar below the table. */
  bulk?: (selection: Selection<Row>) => ReactNode;
  /** Beside the count, about the rows that are shown: an export. */
  tools?: (shown: readonly Row[]) => ReactNode;
}

const controlWidth = 36;

/** Search, sorting, facets (all in the address), count and a menu a row, at any number of rows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { spec, rows, empty, bulk, tools } = props;
  const view = useTableRows(spec, rows);
  const selection = useSelection(spec, rows, view.shown);
  const root = useRef<HTMLDivElement>(null);
  if (rows.length === 0) return empty;
  // The button that was pressed goes with the bar.
  const clear = () => {
    selection.clear();
    root.current?.querySelector<HTMLElement>('thead input')?.focus();
  };
  return (
    <Stack gap="xs" ref={root}>
      {(rows.length > (spec.plainUpTo ?? 0) || view.shown.length < rows.length) && (
        <TableToolbar spec={spec} rows={rows} view={view} tools={tools?.(view.shown)} />
      )}
      {view.shown.length === 0 ? (
        <NothingHere
          title={`No ${spec.noun[0]} matches`}
          action={
            <Button size="xs" variant="default" onClick={view.clear}>
              Clear search and filters
            </Button>
          }
        />
      ) : (
        <ShownRows {...props} view={view} selection={bulk && selection} />
      )}
      {bulk && (
        <SelectionBar spec={spec} total={rows.length} selection={selection} onClear={clear}>
          {bulk(selection)}
        </SelectionBar>
      )}
    </Stack>
  );
}

interface ShownRowsProps<Row> extends DataTableProps<Row> {
  view: TableView<Row>;
  selection?: TableSelection<Row>;
}

function ShownRows<Row>(props: ShownRowsProps<Row>) {
  const { spec: all, rows, href, menu: actionsOf, view, selection } = props;
  const spec = useFitting(all, rows);
  const { shown, state, adjust } = view;
  const frame = useRef<HTMLDivElement>(null);
  const { open, menu } = useRowMenu(frame, spec, actionsOf);
  const controls = (actionsOf ? 1 : 0) + (selection ? 1 : 0);
  const minWidth = spec.columns.reduce((sum, { width }) => sum + width, controls * controlWidth);
  const hasHeading = spec.apart !== undefined && shown.some(spec.apart.of);
  return (
    <Box ref={frame} className={classes.frame}>
      <table
        className={classes.table}
        data-selectable={selection ? '' : undefined}
        aria-rowcount={shown.length + (hasHeading ? 2 : 1)}
        aria-label={spec.noun[1]}
        style={{ minWidth }}
      >
        <colgroup>
          {selection && <col style={{ width: controlWidth }} />}
          {spec.columns.map(({ key, width, grows }) => (
            <col key={key} style={grows ? undefined : { width }} />
          ))}
          {actionsOf && <col style={{ width: controlWidth }} />}
        </colgroup>
        <TableHead
          columns={spec.columns}
          sort={state.sort}
          onSort={(sort) => adjust({ sort })}
          hasMenu={actionsOf !== undefined}
          selection={selection}
        />
        <TableRows
          spec={spec}
          rows={shown}
          columnCount={spec.columns.length + controls}
          href={href}
          onMenu={actionsOf && open}
          selection={selection}
        />
      </table>
      {menu}
    </Box>
  );
}

const wideWindow = '(min-width: 88em)';

/** Without columns that have nothing to show, and in a window that is not wide without those that can be done without. */
function useFitting<Row>(spec: TableSpec<Row>, rows: readonly Row[]): TableSpec<Row> {
  const isWide = useMediaQuery(wideWindow, true, { getInitialValueInEffect: false });
  return useMemo(() => {
    const columns = spec.columns.filter(
      ({ wide, sparse, text }) =>
        (isWide || !wide) && (!sparse || rows.some((row) => text(row) !== '')),
    );
    return { ...spec, columns };
  }, [isWide, spec, rows]);
}
