import type { Interval } from '@/lib/timeRange';
import type { Zone } from '@/lib/ticks';
import { tickLabel, timeTicks, valueTickLabels, valueTicks } from '@/lib/ticks';

/** Where things stand in a chart of this size; pixels. */
export interface PlotLayout {
  width: number;
  height: number;
  plot: { x: number; y: number; width: number; height: number };
  axisWidth: number;
  xTicks: number[];
  yTicks: number[];
  yLabels: Map<number, string>;
  zone: Zone;
}

export const margin = { top: 8, right: 20, bottom: 0, left: 0 };
export const xAxisHeight = 26;
const digitWidth = 6.6;
const valueTickDistance = 46;
const timeTickDistance = 84;

export interface PlotRequest {
  width: number;
  height: number;
  interval: Interval;
  extent: { low: number; high: number } | null;
  zone: Zone;
}

export function plotLayout({ width, height, interval, extent, zone }: PlotRequest): PlotLayout {
  const plotHeight = Math.max(40, height - margin.top - margin.bottom - xAxisHeight);
  const { low, high } = extent ?? { low: 0, high: 1 };
  const yTicks = valueTicks(low, high, Math.max(2, Math.floor(plotHeight / valueTickDistance)));
  const labels = valueTickLabels(yTicks);
  const axisWidth = Math.round(14 + digitWidth * Math.max(...labels.map((label) => label.length)));
  const plotWidth = Math.max(40, width - margin.left - margin.right - axisWidth);
  return {
    width,
    height,
    plot: { x: margin.left + axisWidth, y: margin.top, width: plotWidth, height: plotHeight },
    axisWidth,
    xTicks: timeTicks(interval, Math.max(2, Math.floor(plotWidth / timeTickDistance)), zone),
    yTicks,
    yLabels: new Map(yTicks.map((tick, i) => [tick, labels[i] ?? ''])),
    zone,
  };
}

export function timeTickLabel({ zone, xTicks }: PlotLayout): (t: number) => string {
  const step = (xTicks[1] ?? 0) - (xTicks[0] ?? 0);
  return (t) => tickLabel(t, zone, step);
}
