import type { KeyboardEvent } from 'react';
import { Fragment, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { movedIndex } from '@/ui/movedIndex';
import classes from './DataTable.module.css';
import type { TableSelection } from './selection';
import type { TableSpec } from './tableSpec';
import { TableRow } from './TableRow';
import { useRowWindow } from './useRowWindow';

export interface TableRowsProps<Row> {
  spec: TableSpec<Row>;
  rows: readonly Row[];
  columnCount: number;
  href?: (row: Row) => string;
  onMenu?: (row: Row, button: HTMLElement) => void;
  selection?: Pick<TableSelection<Row>, 'has' | 'toggle'>;
}

export function TableRows<Row>(props: TableRowsProps<Row>) {
  const { spec, rows, columnCount, href, onMenu, selection } = props;
  const [active, setActive] = useState(0);
  const firstApart = spec.apart ? rows.findIndex(spec.apart.of) : -1;
  const count = rows.length + (firstApart < 0 ? 0 : 1);
  const { drawn, gapAfter, ref } = useRowWindow(count, active);
  const activeIndex = Math.min(active, count - 1);

  const move = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const link = event.currentTarget;
      const from = Number(link.closest('tr')?.dataset['index']);
      let to = movedIndex(event.key, from, count - 1);
      if (to === undefined) return;
      if (to === firstApart) to += to > from || to === 0 ? 1 : -1;
      event.preventDefault();
      const body = link.closest('tbody');
      const index = to;
      flushSync(() => setActive(index));
      body?.querySelector<HTMLElement>(`tr[data-index="${index}"] [data-row-link]`)?.focus();
    },
    [count, firstApart],
  );

  return (
    <tbody ref={ref}>
      {drawn.map(({ index, gapBefore }) => (
        <Fragment key={index}>
          <Gap height={gapBefore} />
          {index === firstApart ? (
            <tr className={classes.heading} aria-rowindex={index + 2}>
              <th colSpan={columnCount} scope="rowgroup">
                <span className={classes.headingText}>{spec.apart?.label}</span>
              </th>
            </tr>
          ) : (
            <RowAt
              row={rows[firstApart >= 0 && index > firstApart ? index - 1 : index]}
              {...{ spec, index, href, onMenu, selection }}
              onMove={move}
              onEnter={setActive}
              isActive={index === activeIndex || (activeIndex === firstApart && index === 1)}
            />
          )}
        </Fragment>
      ))}
      <Gap height={gapAfter} />
    </tbody>
  );
}

interface RowAtProps<Row> extends Omit<TableRowsProps<Row>, 'rows' | 'columnCount'> {
  row: Row | undefined;
  index: number;
  isActive: boolean;
  onMove: (event: KeyboardEvent<HTMLElement>) => void;
  onEnter: (index: number) => void;
}

function RowAt<Row>({ row, href, selection, ...rest }: RowAtProps<Row>) {
  if (row === undefined) return null;
  return (
    <TableRow
      {...rest}
      row={row}
      href={href?.(row)}
      isSelected={selection?.has(row)}
      onSelect={selection?.toggle}
    />
  );
}

function Gap({ height }: { height: number }) {
  return height === 0 ? null : <tr aria-hidden style={{ height }} />;
}
