import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './DataTable.module.css';
import { SelectBox } from './SelectBox';
import type { TableSelection } from './selection';
import { cellClass } from './TableRow';
import type { Column } from './tableSpec';

export interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: string;
  onSort: (sort: string) => void;
  hasMenu: boolean;
  selection?: Pick<TableSelection<Row>, 'shown' | 'toggleShown'>;
}

export function TableHead<Row>(props: TableHeadProps<Row>) {
  const { columns, sort, onSort, hasMenu, selection } = props;
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection && (
          <th className={classes.select} scope="col">
            <SelectBox
              label="Select all shown"
              checked={selection.shown === 'all'}
              indeterminate={selection.shown === 'some'}
              onToggle={selection.toggleShown}
            />
          </th>
        )}
        {columns.map((column, position) => (
          <HeadCell key={column.key} isName={position === 0} {...{ column, sort, onSort }} />
        ))}
        {hasMenu && (
          <th className={classes.control} scope="col">
            <VisuallyHidden>Actions</VisuallyHidden>
          </th>
        )}
      </tr>
    </thead>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: string;
  onSort: (sort: string) => void;
  isName: boolean;
}

function HeadCell<Row>({ column, sort, onSort, isName }: HeadCellProps<Row>) {
  const { key, label } = column;
  const isUp = sort === key;
  const isDown = sort === `-${key}`;
  return (
    <th
      scope="col"
      className={cellClass({ ...column, mono: false, muted: false }, isName)}
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'}
    >
      <UnstyledButton
        className={classes.sorter}
        data-sorted={isUp || isDown || undefined}
        onClick={() => onSort(isUp ? `-${key}` : key)}
      >
        {label}
        {isUp && <IconArrowUp size={13} />}
        {isDown && <IconArrowDown size={13} />}
      </UnstyledButton>
    </th>
  );
}
