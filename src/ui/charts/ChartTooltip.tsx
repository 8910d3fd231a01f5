import type { Reading } from '@/lib/readings';
import type { Zone } from '@/lib/ticks';
import { timeLabel } from '@/lib/ticks';
import { wholeMs } from '@/lib/epochTime';
import { shortValue } from '@/lib/valueText';
import classes from './chart.module.css';
import type { NamedSeries } from './namedSeries';
import { Swatch } from './Swatch';

const mostRows = 14;

/** The time of a point with the digits it really has. */
export function pointTime(one: NamedSeries, index: number, zone: Zone): string {
  const ns = one.series.ns?.[index] ?? 0;
  return timeLabel(wholeMs(one.series.t[index] ?? 0, ns), ns, zone);
}

export interface ChartTooltipProps {
  visible: readonly NamedSeries[];
  readings: readonly Reading[];
  /** The reading nearest to the pointer. */
  near: number;
  time: string;
  /** Pixels from the left of the plot, and its width. */
  x: number;
  width: number;
}

/** All series at one time, highest first; of very many those around the pointer. */
export function ChartTooltip({ visible, readings, near, time, x, width }: ChartTooltipProps) {
  const first = Math.max(0, Math.min(near - mostRows / 2, readings.length - mostRows));
  const rows = readings.slice(first, first + mostRows);
  const left = readings.length - rows.length;
  const side = x > width / 2 ? `translateX(calc(${x - 12}px - 100%))` : `translateX(${x + 12}px)`;
  return (
    <div className={classes.tooltip} style={{ transform: side }}>
      <div className={classes.tooltipTime}>{time}</div>
      {rows.map((reading, row) => {
        const one = visible[reading.series];
        if (!one) return null;
        return (
          <div
            key={one.series.key}
            className={classes.tooltipRow}
            data-near={first + row === near || undefined}
          >
            <Swatch place={one.place} />
            <span className={classes.tooltipName}>{one.name}</span>
            <span className={classes.tooltipValue}>{shortValue(one.series, reading.index)}</span>
          </div>
        );
      })}
      {left > 0 && <div className={classes.tooltipTime}>and {left} more</div>}
    </div>
  );
}
