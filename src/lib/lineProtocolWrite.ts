import type { FieldValue, Point, Tags } from './lineProtocol';

/** Never escapes `=` here: a 2.x server would store the point and not find it again. */
export function escapeMeasurement(name: string): string {
  return name.replace(/[, ]/g, '\\$&');
}

/** For tag keys, tag values and field keys. */
export function escapeTag(text: string): string {
  return text.replace(/[,= ]/g, '\\$&');
}

export function escapeField(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

/** `measurement,key=value,…`, as the server prints series. */
export function formatSeriesKey(measurement: string, tags: Tags): string {
  return (
    escapeMeasurement(measurement) +
    tags.map(([key, value]) => `,${escapeTag(key)}=${escapeTag(value)}`).join('')
  );
}

/** One line with its time in nanoseconds; without a time it has no timestamp. */
export function formatPoint(point: Point): string {
  const fields = point.fields.map(([key, value]) => `${escapeTag(key)}=${formatValue(value)}`);
  const line = `${formatSeriesKey(point.measurement, point.tags)} ${fields.join(',')}`;
  return point.timeNs === null ? line : `${line} ${point.timeNs.toString()}`;
}

function formatValue(field: FieldValue): string {
  switch (field.type) {
    case 'float':
      return Object.is(field.value, -0) ? '-0' : String(field.value);
    case 'integer':
      return `${field.value.toString()}i`;
    case 'unsigned':
      return `${field.value.toString()}u`;
    case 'boolean':
      return String(field.value);
    case 'string':
      return `"${escapeField(field.value)}"`;
  }
}
