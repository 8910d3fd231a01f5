import type { KeyboardEvent, PointerEvent } from 'react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { nearestTime, nextTime } from '@/lib/readings';
import type { Interval } from '@/lib/timeRange';
import type { NamedSeries } from './namedSeries';

export interface Crosshair {
  /** Time of the point it stands at. */
  time: number;
  /** Pixels from the top of the plot, when a pointer moves it. */
  y: number | null;
}

export interface CrosshairOptions {
  visible: readonly NamedSeries[];
  interval: Interval;
  width: number;
  onSelect?: (interval: Interval) => void;
}

/** Shorter drags than this are clicks; pixels. */
const leastDrag = 4;
/** Points that Page Up and Page Down pass over, in parts of the width. */
const pageParts = 10;

/** The crosshair and the selection of a chart, moved by pointer and keys. */
export function useCrosshair({ visible, interval, width, onSelect }: CrosshairOptions) {
  const [crosshair, setCrosshair] = useState<Crosshair | null>(null);
  const [selection, setSelection] = useState<Interval | null>(null);
  const series = visible.map((one) => one.series);
  const msPerPixel = (interval.to - interval.from) / width;

  const timeAt = (x: number) =>
    Math.min(interval.to, Math.max(interval.from, interval.from + x * msPerPixel));
  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { time: timeAt(event.clientX - box.left), y: event.clientY - box.top };
  };

  const pointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !onSelect) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const { time } = place(event);
    setSelection({ from: time, to: time });
  };
  const pointerMove = (event: PointerEvent) => {
    const { time, y } = place(event);
    const snapped = nearestTime(series, time);
    // In the frame of the event: a frame later, the crosshair lags behind the pointer.
    flushSync(() => {
      setCrosshair(snapped === undefined ? null : { time: snapped, y });
      if (selection) setSelection({ from: selection.from, to: time });
    });
  };
  const pointerUp = () => {
    if (selection) finish(selection);
  };
  const pointerLeave = () => setCrosshair(null);

  const finish = (chosen: Interval) => {
    setSelection(null);
    const from = Math.min(chosen.from, chosen.to);
    const to = Math.max(chosen.from, chosen.to);
    if (to - from >= leastDrag * msPerPixel) onSelect?.({ from, to });
  };

  const step = (direction: 1 | -1, pixels: number, extend: boolean) => {
    const edge = direction > 0 ? interval.from : interval.to;
    const least = pixels * msPerPixel;
    // The first step comes from outside and stops at the point of the edge.
    const start = crosshair?.time ?? edge - direction * least;
    const time = nextTime(series, start, direction, least, interval);
    if (time === undefined) return;
    setCrosshair({ time, y: null });
    if (!extend) setSelection(null);
    else if (onSelect) setSelection({ from: selection?.from ?? start, to: time });
  };
  const jump = (edge: number) => {
    const time = nearestTime(series, edge);
    if (time !== undefined) setCrosshair({ time, y: null });
  };
  const leave = () => {
    setSelection(null);
    setCrosshair(null);
  };

  const keys: Record<string, (extend: boolean) => void> = {
    ArrowRight: (extend) => step(1, 1, extend),
    ArrowLeft: (extend) => step(-1, 1, extend),
    PageUp: (extend) => step(1, width / pageParts, extend),
    PageDown: (extend) => step(-1, width / pageParts, extend),
    Home: () => jump(interval.from),
    End: () => jump(interval.to),
    Escape: leave,
    Enter: () => selection && finish(selection),
  };
  const keyDown = (event: KeyboardEvent) => {
    const act = keys[event.key];
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    act(event.shiftKey);
  };

  return {
    crosshair,
    selection,
    pointerDown,
    pointerMove,
    pointerUp,
    pointerLeave,
    keyDown,
    leave,
  };
}
