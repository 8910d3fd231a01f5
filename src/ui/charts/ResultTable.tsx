import { memo, useMemo } from 'react';
import type { ResultTable as Table } from '@/lib/columns';
import type { ResultGrid } from '@/lib/resultGrid';
import { resultGrid } from '@/lib/resultGrid';
import classes from './ResultTable.module.css';
import { useLongScroll } from './useLongScroll';

export interface ResultTableProps {
  label: string;
  tables: readonly Table[];
  /** Pixels. */
  height?: number;
}

const rowHeight = 24;
const headHeight = 40;
/** Room for a horizontal scroll bar. */
const barHeight = 16;
const padding = 18;

/** Every row of every table as it came: exact digits, nothing rounded. Only the rows in view exist. */
export function ResultTable({ label, tables, height = 420 }: ResultTableProps) {
  const grid = useMemo(() => resultGrid(tables), [tables]);
  const widths = useMemo(() => columnWidths(grid), [grid]);
  const visible = Math.max(1, Math.floor((height - headHeight - barHeight) / rowHeight));
  const { scroller, first, distance, onScroll, onKeyDown } = useLongScroll(
    grid.rows,
    rowHeight,
    visible,
  );
  const shown = Math.min(visible, grid.rows);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and wheel scroll it
    <section
      ref={scroller}
      className={classes.scroller}
      style={{ height: Math.min(height, headHeight + barHeight + grid.rows * rowHeight) }}
      aria-label={`${label}: rows`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div className={classes.content} style={{ height: `calc(100% + ${distance}px)` }}>
        <table
          className={classes.table}
          aria-label={label}
          aria-rowcount={grid.rows + 1}
          style={{
            width: cssWidth(
              widths.reduce((sum, width) => sum + width, 0),
              widths.length,
            ),
          }}
        >
          <colgroup>
            {widths.map((width, i) => (
              <col key={grid.columns[i - 1]?.name ?? ''} style={{ width: cssWidth(width, 1) }} />
            ))}
          </colgroup>
          <Head grid={grid} />
          <tbody>
            {Array.from({ length: shown }, (_, i) => (
              <Row key={i} grid={grid} row={first + i} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** One `ch` is the width of a digit in the font that is really used. */
function cssWidth(characters: number, columns: number): string {
  return `calc(${characters.toFixed(1)}ch + ${columns * padding}px)`;
}

/** Of the row numbers, then of each column; digits. */
function columnWidths({ columns, rows }: ResultGrid): number[] {
  const longest = ({ name, type, width, isNumeric }: ResultGrid['columns'][number]) =>
    Math.max(name.length * 1.15, type.length * 0.85, isNumeric ? width : width * 1.08);
  return [Math.max(3, String(rows).length), ...columns.map(longest)];
}

function Head({ grid }: { grid: ResultGrid }) {
  return (
    <thead>
      <tr aria-rowindex={1} style={{ height: headHeight }}>
        <th scope="col">#</th>
        {grid.columns.map(({ name, type, isNumeric }) => (
          <th key={name} scope="col" data-numeric={isNumeric || undefined} title={name}>
            {name}
            <div className={classes.type}>{type}</div>
          </th>
        ))}
      </tr>
    </thead>
  );
}

const Row = memo(function Row({ grid, row }: { grid: ResultGrid; row: number }) {
  const startsTable = row > 0 && grid.tableAt(row) !== grid.tableAt(row - 1);
  return (
    <tr aria-rowindex={row + 2} data-first={startsTable || undefined} style={{ height: rowHeight }}>
      <th scope="row">{row + 1}</th>
      {grid.columns.map(({ name, isNumeric }, i) => (
        <td key={name} data-numeric={isNumeric || undefined}>
          {grid.text(row, i)}
        </td>
      ))}
    </tr>
  );
});
