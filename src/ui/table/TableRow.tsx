import { UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { memo } from 'react';
import { Link } from 'react-router-dom';
import classes from './DataTable.module.css';
import { SelectBox } from './SelectBox';
import type { Column, TableSpec } from './tableSpec';

export interface TableRowProps<Row> {
  spec: TableSpec<Row>;
  row: Row;
  /** Among everything below the header, from 0. */
  index: number;
  href?: string;
  /** The one row that Tab reaches. */
  isActive: boolean;
  onMenu?: (row: Row, button: HTMLElement) => void;
  /** Undefined where rows cannot be picked. */
  isSelected?: boolean;
  onSelect?: (row: Row, isRange: boolean) => void;
  /** Keys on the link of the row. */
  onMove: (event: KeyboardEvent<HTMLElement>) => void;
  /** What has the focus is the row that Tab reaches, and stays drawn when it is scrolled out of view. */
  onEnter: (index: number) => void;
}

export function cellClass<Row>({ align, mono, muted }: Column<Row>, isName: boolean): string {
  return [
    align === 'right' && classes.right,
    mono && classes.mono,
    muted && classes.muted,
    isName && classes.name,
  ]
    .filter(Boolean)
    .join(' ');
}

function PlainRow<Row>(props: TableRowProps<Row>) {
  const { spec, row, index, href, isActive, onMenu, onMove, isSelected, onSelect } = props;
  const enter = () => props.onEnter(index);
  const name = spec.rowName(row);
  const tabIndex = isActive ? 0 : -1;
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    onMove(event);
    if (event.key !== ' ' || !onSelect) return;
    event.preventDefault();
    onSelect(row, event.shiftKey);
  };
  const isApart = spec.apart?.of(row) ?? false;
  return (
    <tr
      className={isApart ? `${classes.row} ${classes.apart}` : classes.row}
      aria-rowindex={index + 2}
      data-index={index}
      data-selected={isSelected === true ? '' : undefined}
    >
      {onSelect && (
        <td className={classes.select}>
          <SelectBox
            label={`Select ${name}`}
            checked={isSelected === true}
            tabIndex={tabIndex}
            onKeyDown={onMove}
            onFocus={enter}
            onToggle={(isRange) => onSelect(row, isRange)}
          />
        </td>
      )}
      {spec.columns.map((column, position) => {
        const content = (column.cell ?? column.text)(row);
        const className = cellClass(column, position === 0);
        if (position > 0) {
          return (
            <td key={column.key} className={className} title={column.text(row)}>
              {content}
            </td>
          );
        }
        return (
          <th key={column.key} scope="row" className={className} title={column.text(row)}>
            {href === undefined ? (
              content
            ) : (
              <Link
                to={href}
                className={classes.link}
                tabIndex={tabIndex}
                onKeyDown={onKey}
                onFocus={enter}
                data-row-link=""
              >
                {content}
              </Link>
            )}
          </th>
        );
      })}
      {onMenu && (
        <td className={classes.control}>
          <UnstyledButton
            className={classes.dots}
            tabIndex={tabIndex}
            aria-label={`Actions for ${name}`}
            aria-haspopup="menu"
            onFocus={enter}
            onClick={(event) => onMenu(row, event.currentTarget)}
          >
            ⋯
          </UnstyledButton>
        </td>
      )}
    </tr>
  );
}

export const TableRow = memo(PlainRow) as typeof PlainRow;
