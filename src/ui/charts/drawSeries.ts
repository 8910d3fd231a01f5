import { m4, m4Size } from '@/lib/m4';
import type { Series } from '@/lib/series';

export interface DrawnSeries {
  series: Series;
  color: string;
  dash: readonly number[];
  isFaint: boolean;
}

export interface DrawArea {
  width: number;
  height: number;
  time: readonly [number, number];
  value: readonly [number, number];
}

const lineWidth = 1.25;
/** More points than pixels: a line of one pixel without round joins looks the same and is drawn in a fraction of the time. */
const denseWidth = 1;
/** Points further apart than this are marked; pixels. */
const markDistance = 14;
/** Of a point without neighbours; pixels. */
const aloneSize = 6;
/** Longer jumps than this overflow the rasterizer; pixels. */
const farOutside = 20_000;

/** Draws the series in order, each by the points that matter at this width. */
export function drawSeries(
  context: CanvasRenderingContext2D,
  drawn: readonly DrawnSeries[],
  area: DrawArea,
): void {
  const indices = new Uint32Array(m4Size(Math.max(1, Math.round(area.width))));
  const isDense = drawn.some(({ series }) => series.t.length > area.width);
  context.lineJoin = isDense ? 'bevel' : 'round';
  context.lineWidth = isDense ? denseWidth : lineWidth;
  for (const one of drawn) {
    context.globalAlpha = one.isFaint ? 0.18 : 1;
    context.strokeStyle = one.color;
    context.fillStyle = one.color;
    context.setLineDash([...one.dash]);
    drawLine(context, one.series, indices, area);
  }
  context.globalAlpha = 1;
}

function drawLine(
  context: CanvasRenderingContext2D,
  series: Series,
  indices: Uint32Array,
  area: DrawArea,
): void {
  const { width, height, time, value } = area;
  const { t, v } = series;
  const pixelsPerMs = width / (time[1] - time[0]);
  const pixelsPerUnit = height / (value[1] - value[0]);
  const view = { from: time[0], to: time[1], width: Math.max(1, Math.round(width)) };
  const count = m4(series, view, indices);
  const marks = count * markDistance < width;
  let pointsInRun = 0;
  let x = 0;
  let y = 0;
  context.beginPath();
  for (let k = 0; k < count; k++) {
    const i = indices[k] as number;
    const reading = v[i] as number;
    if (!Number.isFinite(reading)) {
      if (pointsInRun === 1) markAlone(context, x, y, area);
      pointsInRun = 0;
      continue;
    }
    x = clamped(((t[i] as number) - time[0]) * pixelsPerMs);
    y = (value[1] - reading) * pixelsPerUnit;
    if (pointsInRun++ === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
    if (marks) mark(context, x, y);
  }
  if (pointsInRun === 1) markAlone(context, x, y, area);
  context.stroke();
}

function clamped(x: number): number {
  return Math.max(-farOutside, Math.min(farOutside, x));
}

function mark(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.fillRect(x - 1.75, y - 1.75, 3.5, 3.5);
}

/** A point without neighbours is all there is to see: larger, and whole at the edges too. */
function markAlone(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  { width, height }: DrawArea,
): void {
  if (x < 0 || x > width) return;
  const left = Math.min(Math.max(x - aloneSize / 2, 0), width - aloneSize);
  const top = Math.min(Math.max(y - aloneSize / 2, 0), height - aloneSize);
  context.fillRect(left, top, aloneSize, aloneSize);
}
