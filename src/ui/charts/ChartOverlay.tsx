import { readingsAt } from '@/lib/readings';
import type { Reading } from '@/lib/readings';
import type { Interval } from '@/lib/timeRange';
import { exactValue } from '@/lib/valueText';
import classes from './chart.module.css';
import { ChartTooltip, pointTime } from './ChartTooltip';
import type { NamedSeries } from './namedSeries';
import type { PlotLayout } from './plotLayout';
import { seriesStyle } from './seriesStyle';
import type { Crosshair } from './useCrosshair';
import { useCrosshair } from './useCrosshair';

export interface ChartOverlayProps {
  label: string;
  visible: readonly NamedSeries[];
  interval: Interval;
  layout: PlotLayout;
  onSelect?: (interval: Interval) => void;
  onReset?: () => void;
}

/** A series speaks at a time when it has a point within these many pixels. */
const reach = 24;
const mostSpoken = 5;

/** Crosshair, tooltip and selection over the plot, with a state of their own: the chart below stands still. */
export function ChartOverlay(props: ChartOverlayProps) {
  const { label, visible, interval, layout, onSelect, onReset } = props;
  const { plot, zone } = layout;
  const state = useCrosshair({ visible, interval, width: plot.width, onSelect });
  const { crosshair, selection } = state;
  const pixelsPerMs = plot.width / (interval.to - interval.from);
  const xOf = (time: number) => (time - interval.from) * pixelsPerMs;
  const readings = crosshair
    ? readingsAt(
        visible.map((one) => one.series),
        crosshair.time,
        reach / pixelsPerMs,
      )
    : [];
  const [first] = readings;
  const anchor = first && visible[first.series];
  const time = first && anchor ? pointTime(anchor, first.index, zone) : '';
  return (
    <div
      className={classes.overlay}
      style={{ left: plot.x, top: plot.y, width: plot.width, height: plot.height }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an input element can hold no crosshair
      role="slider"
      tabIndex={0}
      aria-label={`${label}: time`}
      aria-valuemin={interval.from}
      aria-valuemax={interval.to}
      aria-valuenow={crosshair?.time ?? interval.to}
      aria-valuetext={crosshair ? spoken(visible, readings, time) : 'Arrow keys read the values'}
      onPointerDown={state.pointerDown}
      onPointerMove={state.pointerMove}
      onPointerUp={state.pointerUp}
      onPointerLeave={state.pointerLeave}
      onDoubleClick={onReset}
      onKeyDown={state.keyDown}
      onBlur={state.leave}
    >
      {selection && <SelectionBand from={xOf(selection.from)} to={xOf(selection.to)} />}
      {crosshair && (
        <>
          <div
            className={classes.crosshair}
            style={{ transform: `translateX(${xOf(crosshair.time)}px)` }}
          />
          <Points visible={visible} readings={readings} layout={layout} xOf={xOf} />
          <ChartTooltip
            visible={visible}
            readings={readings}
            near={nearReading(visible, readings, layout, crosshair)}
            time={time}
            x={xOf(crosshair.time)}
            width={plot.width}
          />
        </>
      )}
    </div>
  );
}

function spoken(visible: readonly NamedSeries[], readings: readonly Reading[], time: string) {
  const values = readings.slice(0, mostSpoken).map(({ series, index }) => {
    const one = visible[series];
    return one ? `${one.name} ${exactValue(one.series, index)}` : '';
  });
  const left = readings.length - values.length;
  return [time, ...values, ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}

function yOf({ yTicks, plot }: PlotLayout, value: number): number {
  const low = yTicks[0] ?? 0;
  const high = yTicks.at(-1) ?? 1;
  return ((high - value) / (high - low)) * plot.height;
}

function nearReading(
  visible: readonly NamedSeries[],
  readings: readonly Reading[],
  layout: PlotLayout,
  { y }: Crosshair,
): number {
  if (y === null) return -1;
  const distance = ({ series, index }: Reading) =>
    Math.abs(yOf(layout, visible[series]?.series.v[index] ?? 0) - y);
  let best = -1;
  readings.forEach((reading, i) => {
    const before = readings[best];
    if (!before || distance(reading) < distance(before)) best = i;
  });
  return best;
}

function SelectionBand({ from, to }: { from: number; to: number }) {
  const left = Math.min(from, to);
  const width = Math.abs(to - from);
  return (
    <div className={classes.selection} style={{ transform: `translateX(${left}px)`, width }} />
  );
}

interface PointsProps {
  visible: readonly NamedSeries[];
  readings: readonly Reading[];
  layout: PlotLayout;
  xOf: (time: number) => number;
}

function Points({ visible, readings, layout, xOf }: PointsProps) {
  return readings.map(({ series, index }) => {
    const one = visible[series];
    if (!one) return null;
    const x = xOf(one.series.t[index] ?? 0);
    const y = yOf(layout, one.series.v[index] ?? 0);
    if (x < 0 || x > layout.plot.width) return null;
    return (
      <div
        key={one.series.key}
        className={classes.point}
        style={{
          transform: `translate(${x}px, ${y}px)`,
          background: `var(${seriesStyle(one.place).variable})`,
        }}
      />
    );
  });
}
