import type { Column, ResultTable, TimeColumn } from './columns';

/** One line of a chart: times ascending, values parallel to them. */
export interface Series {
  /** Unique among the series of a result. */
  key: string;
  /** What tells it from others: result, measurement, field, tags. */
  labels: readonly (readonly [string, string])[];
  kind: 'float' | 'integer' | 'boolean';
  /** Epoch ms with fraction. */
  t: Float64Array;
  /** NaN where there is no value; 0 and 1 for booleans. */
  v: Float64Array;
  /** Nanoseconds within the millisecond, when there are any. */
  ns?: Int32Array;
  /** Digits of integers that a double cannot hold, by index. */
  exact?: Map<number, string>;
  hasGaps: boolean;
}

interface ValueColumn {
  name: string;
  kind: Series['kind'];
  v: Float64Array;
  exact?: Map<number, string>;
}

const bounds = new Set(['_start', '_stop']);

function timeColumn(columns: readonly Column[]): TimeColumn | undefined {
  const times = columns.filter((column) => column.kind === 'time');
  return (
    times.find(({ name }) => name === '_time' || name === 'time') ??
    times.find(({ name }) => !bounds.has(name)) ??
    times[0]
  );
}

function valueColumn(column: Column): ValueColumn | undefined {
  const { name } = column;
  if (column.kind === 'number') {
    const kind = column.type === 'long' || column.type === 'unsignedLong' ? 'integer' : 'float';
    return { name, kind, v: column.v, exact: column.exact };
  }
  if (column.kind !== 'boolean') return undefined;
  return {
    name,
    kind: 'boolean',
    v: Float64Array.from(column.v, (x) => (x === 2 ? Number.NaN : x)),
  };
}

type Points = Pick<Series, 't' | 'v' | 'ns' | 'exact'>;

function isAscending(t: Float64Array): boolean {
  for (let i = 1; i < t.length; i++) if (!((t[i] as number) >= (t[i - 1] as number))) return false;
  return t.length === 0 || !Number.isNaN(t[0] as number);
}

/** Flux tables may be in any order, InfluxQL ones descend with `ORDER BY time DESC`; rows without a time are left out. */
function ascending({ t, v, ns, exact }: Points): Points {
  if (isAscending(t)) return { t, v, ns, exact };
  const order = Uint32Array.from(t.keys())
    .filter((i) => !Number.isNaN(t[i] as number))
    .sort((a, b) => (t[a] as number) - (t[b] as number) || a - b);
  const moved = new Map<number, string>();
  if (exact) {
    order.forEach((from, to) => {
      const text = exact.get(from);
      if (text !== undefined) moved.set(to, text);
    });
  }
  return {
    t: Float64Array.from(order, (i) => t[i] as number),
    v: Float64Array.from(order, (i) => v[i] as number),
    ns: ns && Int32Array.from(order, (i) => ns[i] as number),
    exact: exact && moved,
  };
}

function hasGaps(v: Float64Array): boolean {
  for (let i = 0; i < v.length; i++) if (!Number.isFinite(v[i] as number)) return true;
  return false;
}

function seriesOfTable(table: ResultTable): Omit<Series, 'key'>[] {
  const time = timeColumn(table.columns);
  if (!time || table.length === 0) return [];
  const constants = table.columns.flatMap((column): [string, string][] =>
    column.kind === 'constant' && column.type !== 'time' ? [[column.name, column.text ?? '']] : [],
  );
  return table.columns.flatMap((column) => {
    const value = valueColumn(column);
    if (!value) return [];
    const points = ascending({ t: time.t, v: value.v, ns: time.ns, exact: value.exact });
    const isNamed = constants.some(([name]) => name === '_field');
    const labels: [string, string][] = [['result', table.result], ...constants];
    if (!isNamed || value.name !== '_value') labels.push([isNamed ? 'value' : 'field', value.name]);
    return { labels, kind: value.kind, ...points, hasGaps: hasGaps(points.v) };
  });
}

/** Every numeric or boolean column of every table over the table's time column. */
export function seriesOf(tables: readonly ResultTable[]): Series[] {
  const seen = new Map<string, number>();
  return tables.flatMap(seriesOfTable).map((series) => {
    const text = JSON.stringify(series.labels);
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return { key: count === 0 ? text : `${text} ${count + 1}`, ...series };
  });
}

/** What the series have in common, and per series the rest: its name beside the others. */
export function namesOf(series: readonly Series[]): {
  common: [string, string][];
  names: string[];
} {
  const values = new Map<string, Set<string>>();
  for (const { labels } of series) {
    for (const [name, value] of labels) {
      const set = values.get(name) ?? new Set();
      values.set(name, set.add(value));
    }
  }
  const differs = (name: string) =>
    (values.get(name)?.size ?? 0) > 1 ||
    series.some(({ labels }) => !labels.some(([other]) => other === name));
  const differing = [...values.keys()].filter(differs);
  const common = [...values].flatMap(([name, set]): [string, string][] =>
    differs(name) ? [] : [[name, [...set][0] ?? '']],
  );
  const names = series.map(({ labels }) => {
    const own = labels.filter(([name]) => differing.includes(name)).map(([, value]) => value);
    const field = labels.find(([name]) => name === '_field' || name === 'field')?.[1] ?? 'value';
    return own.filter((value) => value !== '').join(' · ') || field;
  });
  return { common, names };
}
