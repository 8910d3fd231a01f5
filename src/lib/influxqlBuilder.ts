import type { FluxVariables, Selection } from './fluxBuilder';
import { fluxDuration } from './fluxText';
import { quoteIdentifier, quoteString } from './influxqlQuoting';

/** InfluxQL with the range and window of the page as variables; empty while no measurement is picked. */
export function influxqlOf({ measurement, fields, tags, fn }: Selection): string {
  if (measurement === '') return '';
  const columns = fields.map((field) => {
    const name = quoteIdentifier(field);
    return fn === 'none' ? name : `${fn}(${name}) AS ${name}`;
  });
  const conditions = [
    '$timeFilter',
    ...tags.filter(({ values }) => values.length > 0).map(({ key, values }) => anyOf(key, values)),
  ];
  // Without `*` the points of all tags would be mixed into one series.
  const groups = fn === 'none' ? '*' : 'time($interval), *';
  const fill = fn === 'none' ? '' : ' fill(none)';
  return [
    `SELECT ${columns.length > 0 ? columns.join(', ') : '*'}`,
    `FROM ${quoteIdentifier(measurement)}`,
    `WHERE ${conditions.join(' AND ')}`,
    `GROUP BY ${groups}${fill}`,
  ].join('\n');
}

/** The newest point of the selection: one row, or none. Without GROUP BY its time is the first column. */
export function lastInfluxqlOf({ measurement, fields, tags }: Selection): string {
  const conditions = tags
    .filter(({ values }) => values.length > 0)
    .map(({ key, values }) => anyOf(key, values));
  return [
    `SELECT ${fields.length > 0 ? fields.map(quoteIdentifier).join(', ') : '*'}`,
    `FROM ${quoteIdentifier(measurement)}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    'ORDER BY time DESC LIMIT 1',
  ].join('\n');
}

function anyOf(tag: string, values: readonly string[]): string {
  const terms = values.map((value) => `${quoteIdentifier(tag)} = ${quoteString(value)}`);
  return terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`;
}

/** `$timeFilter` and `$interval` written out. Always both bounds: without them a server builds every empty window. */
export function withInfluxqlVariables(text: string, { from, to, everyMs }: FluxVariables): string {
  return text
    .replaceAll('$timeFilter', `time >= ${Math.floor(from)}ms AND time < ${Math.ceil(to)}ms`)
    .replaceAll('$interval', fluxDuration(everyMs));
}
