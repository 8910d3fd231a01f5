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
export function fluxOf({ bucket, measurement, fields, tags, fn }: Selection): string {
  if (bucket === '') return '';
  const lines = [
    `from(bucket: ${fluxString(bucket)})`,
    'range(start: v.timeRangeStart, stop: v.timeRangeStop)',
    ...(measurement === '' ? [] : [filter('_measurement', [measurement])]),
    ...(fields.length > 0 ? [filter('_field', fields)] : []),
    ...tags.filter(({ values }) => values.length > 0).map(({ key, values }) => filter(key, values)),
    ...(fn === 'none'
      ? []
      : [`aggregateWindow(every: v.windowPeriod, fn: ${fn}, createEmpty: false)`]),
  ];
  return lines.join('\n  |> ');
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
