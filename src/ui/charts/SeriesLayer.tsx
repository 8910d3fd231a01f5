import { useComputedColorScheme } from '@mantine/core';
import { createContext, useContext, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { usePlotArea, useXAxisDomain, useYAxisDomain } from 'recharts';
import type { Series } from '@/lib/series';
import classes from './chart.module.css';
import { drawSeries } from './drawSeries';
import { seriesStyle } from './seriesStyle';

export interface LayerSeries {
  series: Series;
  /** Place among all series of the chart, which its colour follows. */
  place: number;
}

interface Layer {
  visible: readonly LayerSeries[];
  /** Key of the series that stands out. */
  focus: string | null;
  /** The element that the canvas lies in. */
  host: HTMLElement | null;
}

/** Past the frame: pointing at a series redraws the layer, not axes and grid. */
export const LayerContext = createContext<Layer>({ visible: [], focus: null, host: null });

type Numbers = readonly [number, number];

function numbersOf(domain: readonly unknown[] | undefined): Numbers | null {
  const [from, to] = domain ?? [];
  return typeof from === 'number' && typeof to === 'number' && from < to ? [from, to] : null;
}

function usePixelRatio(): number {
  const [ratio, setRatio] = useState(window.devicePixelRatio);
  useLayoutEffect(() => {
    const query = window.matchMedia(`(resolution: ${ratio}dppx)`);
    const update = () => setRatio(window.devicePixelRatio);
    query.addEventListener('change', update, { once: true });
    return () => query.removeEventListener('change', update);
  }, [ratio]);
  return ratio;
}

/** Draws the series of the chart on a canvas over the plot area of the frame that it stands in. */
export function SeriesLayer() {
  const { visible, focus, host } = useContext(LayerContext);
  const area = usePlotArea();
  const time = numbersOf(useXAxisDomain());
  const value = numbersOf(useYAxisDomain());
  const ratio = usePixelRatio();
  const scheme = useComputedColorScheme('light');
  const canvas = useRef<HTMLCanvasElement>(null);
  const { x = 0, y = 0, width = 0, height = 0 } = area ?? {};
  const [timeFrom, timeTo] = time ?? [];
  const [low, high] = value ?? [];

  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || timeFrom === undefined || timeTo === undefined) return;
    if (low === undefined || high === undefined) return;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const style = getComputedStyle(element);
    const drawn = visible.map(({ series, place }) => {
      const { variable, dash } = seriesStyle(place);
      const isFaint = focus !== null && focus !== series.key;
      return { series, dash, isFaint, color: style.getPropertyValue(variable) };
    });
    drawSeries(context, drawn, { width, height, time: [timeFrom, timeTo], value: [low, high] });
  }, [visible, focus, host, width, height, timeFrom, timeTo, low, high, ratio, scheme]);

  if (!host || width === 0) return null;
  return createPortal(
    <canvas
      ref={canvas}
      className={classes.canvas}
      style={{ left: x, top: y, width, height }}
      aria-hidden
    />,
    host,
  );
}
