import { Tooltip, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Fragment, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import type { HeatColumn, HeatRow } from '@/lib/heatMap';
import { paths } from '@/lib/paths';
import classes from './heat.module.css';
import { HeatHead } from './HeatHead';
import { HeatRowCells } from './HeatRowCells';
import type { Told } from './useHeatFocus';
import { useHeatFocus } from './useHeatFocus';
import type { Line } from './useLine';
import { useLine } from './useLine';

export interface HeatGridProps {
  server: string;
  label: string;
  rows: readonly HeatRow[];
  columns: readonly HeatColumn[];
  /** How many there are, in the corner. */
  corner: string;
  /** Why a cell is as it is. */
  wordsOf: (row: HeatRow, column: HeatColumn) => string;
}

const cellSize = 27;
const headHeight = 128;
const headWidths = { wide: 300, narrow: 146 };

/** Credentials by buckets, at any size of both. */
export function HeatGrid({ server, label, rows, columns, corner, wordsOf }: HeatGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const isNarrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const headWidth = isNarrow ? headWidths.narrow : headWidths.wide;
  const size = { rows: rows.length, columns: columns.length };
  const { active, told, onScroll, handlers } = useHeatFocus(frame, size, (at) => {
    const row = rows[at];
    if (row) void navigate(paths.credential(server, row.credential));
  });
  const rowLine = useLine(frame, {
    ...{ count: size.rows, size: cellSize, head: headHeight },
    active: active.row,
    isHorizontal: false,
  });
  const line = useLine(frame, {
    ...{ count: size.columns, size: cellSize, head: headWidth },
    active: active.column,
    isHorizontal: true,
  });
  return (
    <>
      <div ref={frame} className={classes.scroller} onScroll={onScroll}>
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid of ARIA's patterns: HTML has no element for it
          role="grid"
          className={classes.grid}
          aria-label={label}
          aria-rowcount={size.rows + 1}
          aria-colcount={size.columns + 1}
          style={{ width: headWidth + size.columns * cellSize }}
          {...handlers}
        >
          <Widths line={line} head={headWidth} />
          <HeatHead
            {...{ server, corner, columns, line }}
            active={active.row === -1 ? active.column : undefined}
          />
          <tbody>
            {rowLine.drawn.map(({ index, gapBefore }) => (
              <Fragment key={index}>
                <Gap height={gapBefore} />
                <RowAt
                  row={rows[index]}
                  {...{ server, index, columns, line }}
                  active={index === active.row ? active.column : undefined}
                />
              </Fragment>
            ))}
            <Gap height={rowLine.gapAfter} />
          </tbody>
        </table>
      </div>
      {told && <Reason {...{ told, rows, columns, wordsOf }} />}
    </>
  );
}

interface RowAtProps {
  server: string;
  row: HeatRow | undefined;
  index: number;
  columns: readonly HeatColumn[];
  line: Line;
  active: number | undefined;
}

function RowAt({ server, row, ...rest }: RowAtProps) {
  return (
    row && <HeatRowCells {...rest} row={row} href={paths.credential(server, row.credential)} />
  );
}

function Widths({ line, head }: { line: Line; head: number }) {
  return (
    <colgroup>
      <col style={{ width: head }} />
      {line.drawn.map(({ index, gapBefore }) => (
        <Fragment key={index}>
          {gapBefore > 0 && <col style={{ width: gapBefore }} />}
          <col style={{ width: cellSize }} />
        </Fragment>
      ))}
      {line.gapAfter > 0 && <col style={{ width: line.gapAfter }} />}
    </colgroup>
  );
}

function Gap({ height }: { height: number }) {
  return height === 0 ? null : <tr aria-hidden style={{ height }} />;
}

interface ReasonProps extends Pick<HeatGridProps, 'rows' | 'columns' | 'wordsOf'> {
  told: Told;
}

/** Beside the cell, and said aloud. */
function Reason({
  told: { element, row: at, column: place },
  rows,
  columns,
  wordsOf,
}: ReasonProps) {
  const row = rows[at];
  const column = columns[place];
  if (!row || !column) return null;
  const words = wordsOf(row, column);
  return (
    <>
      <VisuallyHidden component="output">{words}</VisuallyHidden>
      <Tooltip
        key={`${at} ${place}`}
        target={element}
        opened
        label={words}
        position="bottom"
        multiline
        maw={380}
        transitionProps={{ duration: 0 }}
      />
    </>
  );
}
