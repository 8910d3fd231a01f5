import { Fragment, memo } from 'react';
import { Link } from 'react-router-dom';
import { counted } from '@/lib/counted';
import type { HeatColumn } from '@/lib/heatMap';
import { paths } from '@/lib/paths';
import classes from './heat.module.css';
import type { Line } from './useLine';

export interface HeatHeadProps {
  server: string;
  corner: string;
  columns: readonly HeatColumn[];
  line: Line;
  /** The column whose head Tab reaches. */
  active: number | undefined;
}

function PlainHead({ server, corner, columns, line, active }: HeatHeadProps) {
  const { drawn, gapAfter } = line;
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td className={classes.corner} aria-colindex={1}>
          <span className={classes.cornerText}>{corner}</span>
        </td>
        {drawn.map(({ index, gapBefore }) => {
          const column = columns[index];
          if (!column) return null;
          const { bucket, readers, writers } = column;
          return (
            <Fragment key={index}>
              {gapBefore > 0 && <td aria-hidden />}
              <th scope="col" className={classes.columnHead} aria-colindex={index + 2}>
                <Link
                  to={paths.bucketAccess(server, bucket.id)}
                  className={classes.columnLink}
                  tabIndex={active === index ? 0 : -1}
                  title={`${bucket.name}: ${counted(readers, 'reader')}, ${counted(writers, 'writer')}`}
                  data-row={-1}
                  data-column={index}
                >
                  {bucket.name}
                </Link>
              </th>
            </Fragment>
          );
        })}
        {gapAfter > 0 && <td aria-hidden />}
      </tr>
    </thead>
  );
}

/** Not drawn again while a cell tells why it is as it is. */
export const HeatHead = memo(PlainHead);
