import { MantineProvider, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import { cssVariables, theme } from '@/app/theme';
import type { Column, ResultTable as Table } from '@/lib/columns';
import type { Series } from '@/lib/series';
import { ResultState } from '@/ui/charts/ResultState';
import { ResultTable } from '@/ui/charts/ResultTable';
import { TimeSeriesChart } from '@/ui/charts/TimeSeriesChart';
import { runInWorker } from '@/worker/runInWorker';
import type { Mounted } from './chartRivals';
import { collectPivoted, mountNaive, mountUplot, rowsOf } from './chartRivals';
import { painted, watchPaint } from './paintProbe';
import { randomSeries } from './randomSeries';

const root = document.getElementById('root') as HTMLElement;
/** Where charts that are not ours are mounted. */
const rivals = document.getElementById('rivals') as HTMLElement;

const react = createRoot(root);

/** The provider stays, as in the app; its first mount is no part of a chart's. */
function show(content: ReactNode, scheme: 'light' | 'dark' = 'light') {
  react.render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={scheme}>
      <div id="host">{content}</div>
    </MantineProvider>,
  );
}

const hideReact: Mounted = () => show(null);

function mountChart(series: Series[], scheme: 'light' | 'dark' = 'light'): Mounted {
  const { t = new Float64Array() } = series[0] ?? {};
  const whole = { from: t[0] ?? 0, to: t.at(-1) ?? 1 };
  const draw = (interval: typeof whole) =>
    show(
      <TimeSeriesChart
        label="Temperature"
        series={series}
        interval={interval}
        zone="utc"
        height={340}
        onSelect={draw}
        onReset={() => draw(whole)}
      />,
      scheme,
    );
  draw(whole);
  return hideReact;
}

function tableOf({ t, v, labels }: Series, id: number): Table {
  const columns: Column[] = [
    { kind: 'time', type: 'time', name: '_time', t },
    { kind: 'number', type: 'double', name: '_value', v },
    ...labels.map(([name, text]): Column => ({ kind: 'constant', type: 'string', name, text })),
  ];
  return { result: '_result', id, length: t.length, columns };
}

function mountRows(series: Series[], scheme: 'light' | 'dark' = 'light'): Mounted {
  show(
    <Stack>
      <ResultTable label="Rows" tables={series.map(tableOf)} height={300} />
      <ResultState state="loading" rows={1_234_567} bytes={61_400_000} ms={400} />
      <ResultState state="tooMuch" by="rows" rows={2_000_000} bytes={234_000_000} />
      <ResultState state="failed" title="The query failed" detail="error @1:1-1:4: …" />
      <ResultState state="empty">Choose a longer time range.</ResultState>
    </Stack>,
    scheme,
  );
  return hideReact;
}

async function resultOf(url: string, onPartial?: (series: Series[]) => void): Promise<Series[]> {
  const outcome = await runInWorker(
    { language: 'flux', url, headers: {}, body: '{}', credentials: 'omit' },
    onPartial ? { onPartial: ({ series }) => onPartial(series) } : {},
  );
  if (outcome.kind !== 'done') throw new Error(`the query ended as ${outcome.kind}`);
  return outcome.result.series;
}

let unmount: Mounted | undefined;
let data: Series[] = [];

let move: ReturnType<typeof painted> | undefined;

/** What the benchmark and the pictures call. */
const page = {
  painted,
  awaitMove() {
    move = new Promise((resolve) => {
      const start = () => resolve(painted(() => undefined));
      addEventListener('pointermove', start, { once: true, capture: true });
    });
  },
  moved: () => move,
  make(points: number, count: number, jitter = false) {
    data = randomSeries(points, count, jitter);
  },
  chart: (scheme?: 'light' | 'dark') => (unmount = mountChart(data, scheme)),
  rows: (scheme?: 'light' | 'dark') => (unmount = mountRows(data, scheme)),
  uplot: () => (unmount = mountUplot(rivals, data)),
  naive() {
    const rows = rowsOf(data);
    const keys = data.map(({ key }) => key);
    unmount = mountNaive(rivals, rows, keys);
  },
  /** As in the explorer: what has come of a slow answer is drawn before the rest. */
  async queryChart(url: string) {
    unmount = mountChart(await resultOf(url, (series) => mountChart(series)));
  },
  async queryUplot(url: string) {
    unmount = mountUplot(rivals, await resultOf(url));
  },
  async queryNothing(url: string) {
    const series = await resultOf(url);
    rivals.textContent = `${series.length} series`;
  },
  async queryNaive(url: string) {
    const { rows, keys } = await collectPivoted(url);
    unmount = mountNaive(rivals, rows, keys);
  },
  clear() {
    unmount?.();
    unmount = undefined;
    rivals.replaceChildren();
  },
};

hideReact();
watchPaint();
Object.assign(window, { chartPage: page });
