import { memo } from 'react';
import { CartesianGrid, LineChart, XAxis, YAxis } from 'recharts';
import type { Interval } from '@/lib/timeRange';
import type { PlotLayout } from './plotLayout';
import { margin, timeTickLabel, xAxisHeight } from './plotLayout';
import { SeriesLayer } from './SeriesLayer';

const noRows: never[] = [];
const tickStyle = { fill: 'var(--chart-axis)', fontSize: 11 };
const lineStyle = { stroke: 'var(--chart-grid)' };

export interface ChartFrameProps {
  layout: PlotLayout;
  interval: Interval;
}

/** Axes and grid by Recharts; the series are drawn by our layer inside it. */
export const ChartFrame = memo(function ChartFrame({ layout, interval }: ChartFrameProps) {
  const { width, height, axisWidth, xTicks, yTicks, yLabels } = layout;
  const low = yTicks[0] ?? 0;
  const high = yTicks.at(-1) ?? 1;
  return (
    <LineChart
      width={width}
      height={height}
      data={noRows}
      margin={margin}
      accessibilityLayer={false}
      aria-hidden
    >
      <CartesianGrid stroke="var(--chart-grid)" />
      <XAxis
        type="number"
        dataKey="t"
        domain={[interval.from, interval.to]}
        ticks={xTicks}
        interval={0}
        height={xAxisHeight}
        tickFormatter={timeTickLabel(layout)}
        tick={tickStyle}
        tickLine={lineStyle}
        axisLine={lineStyle}
        allowDataOverflow
      />
      <YAxis
        type="number"
        dataKey="v"
        domain={[low, high]}
        ticks={yTicks}
        interval={0}
        width={axisWidth}
        tickFormatter={(tick: number) => yLabels.get(tick) ?? String(tick)}
        tick={tickStyle}
        tickLine={false}
        axisLine={false}
        allowDataOverflow
      />
      <SeriesLayer />
    </LineChart>
  );
});
