import { InfluxDB } from '@influxdata/influxdb-client';
import { createRoot } from 'react-dom/client';
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Series } from '@/lib/series';

/** What the benchmark compares our charts with. */
export type Mounted = () => void;

const height = 340;
const colorOf = (place: number) => `hsl(${place * 45} 70% 45%)`;

export function mountUplot(root: HTMLElement, series: readonly Series[]): Mounted {
  const isShared = series.every(({ t }) => t === series[0]?.t);
  const data: uPlot.AlignedData = isShared
    ? [series[0]?.t ?? [], ...series.map(({ v }) => v)]
    : uPlot.join(series.map(({ t, v }): uPlot.AlignedData => [t, v]));
  const lines = series.map((_, place): uPlot.Series => ({
    label: `s${place}`,
    stroke: colorOf(place),
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

type Row = Record<string, number>;

/** One object a time stamp, one `<Line>` a series: how Recharts is used by the book. */
export function mountNaive(root: HTMLElement, rows: Row[], keys: readonly string[]): Mounted {
  const react = createRoot(root);
  react.render(
    <LineChart width={root.clientWidth} height={height} data={rows}>
      <CartesianGrid strokeDasharray="3 3" />
      <XAxis dataKey="t" type="number" domain={['dataMin', 'dataMax']} allowDataOverflow />
      <YAxis domain={['auto', 'auto']} />
      <Tooltip isAnimationActive={false} />
      {keys.map((key, place) => (
        <Line
          key={key}
          dataKey={key}
          stroke={colorOf(place)}
          dot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>,
  );
  return () => react.unmount();
}

export function rowsOf(series: readonly Series[]): Row[] {
  const times = series[0]?.t ?? new Float64Array();
  return Array.from(times, (t, i) => {
    const row: Row = { t };
    for (const { key, v } of series) row[key] = v[i] ?? Number.NaN;
    return row;
  });
}

interface SensorRow {
  _time: string;
  _value: number;
  sensor_id: string;
}

/** The client library's objects, pivoted by hand. */
export async function collectPivoted(url: string): Promise<{ rows: Row[]; keys: string[] }> {
  const api = new InfluxDB({ url, token: 'none' }).getQueryApi('bench');
  const collected = await api.collectRows<SensorRow>('bench');
  const byTime = new Map<string, Row>();
  const keys = new Set<string>();
  for (const { _time, _value, sensor_id } of collected) {
    const row = byTime.get(_time) ?? { t: Date.parse(_time) };
    row[sensor_id] = _value;
    byTime.set(_time, row);
    keys.add(sensor_id);
  }
  return { rows: [...byTime.values()].sort((a, b) => (a.t ?? 0) - (b.t ?? 0)), keys: [...keys] };
}
