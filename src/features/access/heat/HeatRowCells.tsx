import { Fragment, memo } from 'react';
import { Link } from 'react-router-dom';
import { credentialName } from '@/lib/credentialName';
import type { HeatColumn, HeatRow } from '@/lib/heatMap';
import { bitLetters, heldIn } from '@/lib/heatMap';
import classes from './heat.module.css';
import type { Line } from './useLine';

export interface HeatRowCellsProps {
  row: HeatRow;
  index: number;
  columns: readonly HeatColumn[];
  line: Line;
  href: string;
  /** The column of this row that Tab reaches, -1 for its head; undefined when it is in another row. */
  active: number | undefined;
}

function PlainRow({ row, index, columns, line, href, active }: HeatRowCellsProps) {
  const { credential, obstacle } = row;
  const { drawn, gapAfter } = line;
  return (
    <tr className={classes.row} aria-rowindex={index + 2}>
      <th scope="row" className={classes.rowHead} data-class={row.class} aria-colindex={1}>
        <Link
          to={href}
          className={classes.rowLink}
          tabIndex={active === -1 ? 0 : -1}
          title={`${credential.name}: ${row.class}`}
          data-row={index}
          data-column={-1}
        >
          {credentialName(credential)}
        </Link>
        <span className={classes.class}>{obstacle || row.class}</span>
      </th>
      {drawn.map(({ index: place, gapBefore }) => {
        const column = columns[place];
        if (!column) return null;
        const bits = heldIn(row, column);
        return (
          <Fragment key={place}>
            {gapBefore > 0 && <td aria-hidden />}
            <td
              className={classes.cell}
              aria-colindex={place + 2}
              tabIndex={active === place ? 0 : -1}
              data-row={index}
              data-column={place}
            >
              {bits > 0 && (
                <span
                  className={classes.mark}
                  data-bits={bits}
                  data-refused={obstacle === '' ? undefined : ''}
                >
                  {bitLetters[bits]}
                </span>
              )}
            </td>
          </Fragment>
        );
      })}
      {gapAfter > 0 && <td aria-hidden />}
    </tr>
  );
}

/** A stretch of a row: drawn again only when the columns in view change, or the focus comes or goes. */
export const HeatRowCells = memo(PlainRow);
