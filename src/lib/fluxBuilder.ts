import { fluxDuration, fluxMember, fluxString, fluxTime } from './fluxText';

/** What a window may be reduced to; `none` keeps every point. */
export const windowFunctions = [
  'mean',
  'median',
  'min',
  'max',
  'sum',
  'count',
  'first',
  'last',
  'none',
] as const;
export type WindowFunction = (typeof windowFunctions)[number];

export interface TagFilter {
  key: string;
  values: readonly string[];
}

/** What the builder has picked. Without fields all of them; tags must all match, their values are alternatives. */
export interface Selection {
  bucket: string;
  measurement: string;
  fields: readonly string[];
  tags: readonly TagFilter[];
  fn: WindowFunction;
}

/**
 * Flux over the range and window of the page (`v`), so that the text stays the same when they change. Empty
 * while no bucket is picked; without a measurement it reads all of them.
 */
export function fluxOf(selection: Selection): string {
  if (selection.bucket === '') return '';
  const { fn } = selection;
  return piped([
    ...picked(selection, 'start: v.timeRangeStart, stop: v.timeRangeStop'),
    ...(fn === 'none'
      ? []
      : [`aggregateWindow(every: v.windowPeriod, fn: ${fn}, createEmpty: false)`]),
  ]);
}

/** Where in time the newest point of the selection lies: one row with `_time`, or none. */
export function lastFluxOf(selection: Selection): string {
  return piped([
    ...picked(selection, 'start: 1970-01-01T00:00:00Z, stop: 2200-01-01T00:00:00Z'),
    'last()',
    'keep(columns: ["_time"])',
    'group()',
    'sort(columns: ["_time"], desc: true)',
    'limit(n: 1)',
  ]);
}

function piped(lines: readonly string[]): string {
  return lines.join('\n  |> ');
}

function picked({ bucket, measurement, fields, tags }: Selection, range: string): string[] {
  return [
    `from(bucket: ${fluxString(bucket)})`,
    `range(${range})`,
    ...(measurement === '' ? [] : [filter('_measurement', [measurement])]),
    ...(fields.length > 0 ? [filter('_field', fields)] : []),
    ...tags.filter(({ values }) => values.length > 0).map(({ key, values }) => filter(key, values)),
  ];
}

function filter(column: string, values: readonly string[]): string {
  const terms = values.map((value) => `${fluxMember('r', column)} == ${fluxString(value)}`);
  return `filter(fn: (r) => ${terms.join(' or ')})`;
}

export interface FluxVariables {
  /** Epoch milliseconds. */
  from: number;
  to: number;
  everyMs: number;
}

/** The text with the variables of the page written out, for use elsewhere. */
export function withVariables(text: string, { from, to, everyMs }: FluxVariables): string {
  const values: Record<string, string> = {
    timeRangeStart: fluxTime(from),
    timeRangeStop: fluxTime(to),
    windowPeriod: fluxDuration(everyMs),
  };
  return text.replace(
    /\bv\.(timeRangeStart|timeRangeStop|windowPeriod)\b/g,
    (whole, name: string) => values[name] ?? whole,
  );
}
