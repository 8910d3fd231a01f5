import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Series } from '@/lib/series';
import { namesOf } from '@/lib/series';
import { extentOf, statsOf } from '@/lib/seriesStats';
import type { Zone } from '@/lib/ticks';
import { timeLabel } from '@/lib/ticks';
import type { Interval } from '@/lib/timeRange';
import classes from './chart.module.css';
import { ChartFrame } from './ChartFrame';
import { ChartLegend } from './ChartLegend';
import { ChartOverlay } from './ChartOverlay';
import { chooseSeries, commonText } from './namedSeries';
import { plotLayout } from './plotLayout';
import { LayerContext } from './SeriesLayer';
import { useHost } from './useHost';
import { useSeriesChoice } from './useSeriesChoice';

export interface TimeSeriesChartProps {
  /** What the chart shows, for screen readers. */
  label: string;
  series: readonly Series[];
  /** The interval that the series were asked for. */
  interval: Interval;
  zone: Zone;
  /** Of the plot, in pixels. */
  height?: number;
  /** Called with the part that was dragged over or chosen with Shift and the arrow keys. */
  onSelect?: (interval: Interval) => void;
  /** Called by a double click: back to the range before. */
  onReset?: () => void;
}

const mostSeries = 20;

/** Lines over time, with axes, legend, tooltip and zoom; the same at every number of points. */
export function TimeSeriesChart(props: TimeSeriesChartProps) {
  const { label, series, interval, zone, height = 320, onSelect, onReset } = props;
  const { ref, host, width } = useHost();
  const [showsAll, setShowsAll] = useState(false);
  const [focus, setFocus] = useState<string | null>(null);

  const { names, common } = useMemo(() => namesOf(series), [series]);
  const stats = useMemo(() => series.map((one) => statsOf(one, interval)), [series, interval]);
  const statsByKey = useMemo(
    () => new Map(series.flatMap(({ key }, i) => (stats[i] ? [[key, stats[i]]] : []))),
    [series, stats],
  );
  const shown = useMemo(
    () => chooseSeries(series, names, stats, mostSeries, showsAll),
    [series, names, stats, showsAll],
  );
  const keys = useMemo(() => shown.map((one) => one.series.key), [shown]);
  const { hidden, isolate, toggle } = useSeriesChoice(keys);
  const visible = useMemo(
    () => shown.filter((one) => !hidden.has(one.series.key)),
    [shown, hidden],
  );

  const layout = useMemo(() => {
    const extent = extentOf(
      visible.map((one) => one.series),
      visible.flatMap((one) => statsByKey.get(one.series.key) ?? []),
    );
    return plotLayout({ width, height, interval, extent, zone });
  }, [visible, statsByKey, width, height, interval, zone]);
  const layer = useMemo(() => ({ visible, focus, host }), [visible, focus, host]);
  const span = `${timeLabel(interval.from, 0, zone)} to ${timeLabel(interval.to, 0, zone)}`;

  return (
    <Stack component="figure" gap={6} m={0} className={classes.chart} aria-label={label}>
      {common.length > 0 && (
        <Text size="xs" c="dimmed" truncate>
          {commonText(common)}
        </Text>
      )}
      <div ref={ref} className={classes.plot} style={{ height }}>
        {width > 0 && (
          <>
            <LayerContext value={layer}>
              <ChartFrame layout={layout} interval={interval} />
            </LayerContext>
            <ChartOverlay {...{ label, visible, interval, layout, onSelect, onReset }} />
          </>
        )}
      </div>
      <TooMany
        shown={shown.length}
        total={series.length}
        showsAll={showsAll}
        onChange={setShowsAll}
      />
      <ChartLegend
        shown={shown}
        stats={statsByKey}
        hidden={hidden}
        caption={`${label}: ${series.length} series from ${span}`}
        onIsolate={isolate}
        onToggle={toggle}
        onPoint={setFocus}
      />
    </Stack>
  );
}

interface TooManyProps {
  shown: number;
  total: number;
  showsAll: boolean;
  onChange: (showsAll: boolean) => void;
}

function TooMany({ shown, total, showsAll, onChange }: TooManyProps) {
  if (total <= mostSeries) return null;
  return (
    <Group gap={6} component="output">
      <Text size="xs">
        {showsAll
          ? `All ${total} series are shown.`
          : `${shown} of ${total} series are shown: those with the highest peaks.`}
      </Text>
      <Anchor component="button" type="button" size="xs" onClick={() => onChange(!showsAll)}>
        {showsAll ? `Show the top ${mostSeries}` : 'Show all'}
      </Anchor>
    </Group>
  );
}
