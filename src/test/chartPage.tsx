import { MantineProvider, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import uPlot from 'uplot';
import '@mantine/core/styles.css';
import 'uplot/dist/uPlot.min.css';
import { cssVariables, theme } from '@/app/theme';
import type { Column, ResultTable as Table } from '@/lib/columns';
import type { Series } from '@/lib/series';
import { ResultState } from '@/ui/charts/ResultState';
import { ResultTable } from '@/ui/charts/ResultTable';
import { TimeSeriesChart } from '@/ui/charts/TimeSeriesChart';
import { randomSeries, randomSeriesStart } from './randomSeries';

const day = { from: randomSeriesStart, to: randomSeriesStart + 86_400_000 };
const root = document.getElementById('root') as HTMLElement;
const height = 340;

type Mounted = () => void;

function withTheme(scheme: 'light' | 'dark', content: ReactNode) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
      {content}
    </MantineProvider>
  );
}

function mountHeadgate(series: Series[], scheme: 'light' | 'dark'): Mounted {
  const react = createRoot(root);
  const show = (interval: typeof day) =>
    react.render(
      withTheme(
        scheme,
        <TimeSeriesChart
          label="Temperature"
          series={series}
          interval={interval}
          zone="utc"
          height={height}
          onSelect={show}
          onReset={() => show(day)}
        />,
      ),
    );
  show(day);
  return () => react.unmount();
}

function mountTable(series: Series[], scheme: 'light' | 'dark'): Mounted {
  const react = createRoot(root);
  const tables = series.map(({ t, v, labels }, id): Table => ({
    result: '_result',
    id,
    length: t.length,
    columns: [
      { kind: 'time', type: 'time', name: '_time', t },
      { kind: 'number', type: 'double', name: '_value', v },
      ...labels.map(([name, text]): Column => ({ kind: 'constant', type: 'string', name, text })),
    ],
  }));
  const loading = { rows: 1_234_567, bytes: 61_400_000, ms: 400 };
  react.render(
    withTheme(
      scheme,
      <Stack>
        <ResultTable label="Rows" tables={tables} height={300} />
        <ResultState state="loading" {...loading} onCancel={() => undefined} />
        <ResultState state="tooMuch" by="rows" rows={2_000_000} bytes={234_000_000} />
        <ResultState
          state="failed"
          title="The query failed"
          detail="error @1:1-1:4: undefined identifier foo"
          onRetry={() => undefined}
        />
        <ResultState state="empty">Choose a longer time range.</ResultState>
      </Stack>,
    ),
  );
  return () => react.unmount();
}

function mountUplot(series: Series[], isJoined: boolean): Mounted {
  const data: uPlot.AlignedData = isJoined
    ? uPlot.join(series.map((one) => [one.t, one.v] as unknown as uPlot.AlignedData))
    : [series[0]?.t ?? [], ...series.map((one) => one.v)];
  const lines = series.map((_, i): uPlot.Series => ({
    label: `s${i}`,
    stroke: `hsl(${i * 45} 70% 45%)`,
    width: 1,
    points: { show: false },
  }));
  const options: uPlot.Options = {
    width: root.clientWidth,
    height,
    ms: 1,
    cursor: { drag: { x: true, y: false } },
    series: [{}, ...lines],
  };
  const plot = new uPlot(options, data, root);
  return () => plot.destroy();
}

let unmount: Mounted | undefined;

/** What the benchmark and the pictures call. */
const page = {
  make: randomSeries,
  mount(
    kind: 'headgate' | 'uplot' | 'table',
    series: Series[],
    more: { scheme?: 'light' | 'dark'; isJoined?: boolean } = {},
  ) {
    unmount?.();
    if (kind === 'uplot') unmount = mountUplot(series, more.isJoined ?? false);
    else if (kind === 'table') unmount = mountTable(series, more.scheme ?? 'light');
    else unmount = mountHeadgate(series, more.scheme ?? 'light');
  },
  clear() {
    unmount?.();
    unmount = undefined;
    root.replaceChildren();
  },
};

Object.assign(window, { chartPage: page });
