import { quoteIdentifier, quoteString } from './influxqlQuoting';

export { quoteIdentifier, quoteString };

export interface TagValues {
  tag: string;
  /** Any of them. */
  values: readonly string[];
}

export type Aggregate =
  'mean' | 'max' | 'min' | 'sum' | 'count' | 'first' | 'last' | 'median' | 'spread' | 'stddev';

export interface MeasurementName {
  database?: string;
  retentionPolicy?: string;
  measurement: string;
}

export interface WindowedSelect extends MeasurementName {
  fields: readonly string[];
  /** Without one the raw points are read. */
  aggregate?: Aggregate;
  where?: readonly TagValues[];
  /** Half-open, epoch milliseconds. */
  startMs: number;
  stopMs: number;
  /** Window in milliseconds; needs an aggregate. */
  everyMs?: number;
  groupBy?: readonly string[];
  fill?: 'null' | 'none' | 'previous' | 'linear' | number;
  limit?: number;
}

/** `"db"."rp"."m"`; a database without retention policy means its default one. */
export function qualifiedName({ database, retentionPolicy, measurement }: MeasurementName): string {
  const policy = retentionPolicy === undefined ? '' : quoteIdentifier(retentionPolicy);
  const name = quoteIdentifier(measurement);
  if (database !== undefined) return `${quoteIdentifier(database)}.${policy}.${name}`;
  return policy === '' ? name : `${policy}.${name}`;
}

function tagCondition({ tag, values }: TagValues): string {
  const terms = values.map((value) => `${quoteIdentifier(tag)} = ${quoteString(value)}`);
  return terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`;
}

function column(field: string, aggregate: Aggregate | undefined): string {
  const name = quoteIdentifier(field);
  return aggregate === undefined ? name : `${aggregate}(${name}) AS ${name}`;
}

/** One column a field, under the field's own name; always bounded in time on both sides. */
export function selectWindowed(query: WindowedSelect): string {
  const { fields, aggregate, where = [], groupBy = [], everyMs, fill, limit } = query;
  const conditions = [
    `time >= ${Math.floor(query.startMs)}ms`,
    `time < ${Math.ceil(query.stopMs)}ms`,
    ...where.filter(({ values }) => values.length > 0).map(tagCondition),
  ];
  const window = aggregate !== undefined && everyMs !== undefined ? [`time(${everyMs}ms)`] : [];
  const dimensions = [...window, ...groupBy.map(quoteIdentifier)];
  return [
    `SELECT ${fields.map((field) => column(field, aggregate)).join(', ')}`,
    `FROM ${qualifiedName(query)}`,
    `WHERE ${conditions.join(' AND ')}`,
    ...(dimensions.length > 0 ? [`GROUP BY ${dimensions.join(', ')}`] : []),
    ...(window.length > 0 && fill !== undefined ? [`fill(${fill})`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ].join(' ');
}

function on(database: string | undefined): string {
  return database === undefined ? '' : ` ON ${quoteIdentifier(database)}`;
}

function from(measurement: string | undefined): string {
  return measurement === undefined ? '' : ` FROM ${quoteIdentifier(measurement)}`;
}

export interface ShowOptions {
  database?: string;
  measurement?: string;
}

export function showRetentionPolicies(database: string): string {
  return `SHOW RETENTION POLICIES${on(database)}`;
}

export function showMeasurements(database: string): string {
  return `SHOW MEASUREMENTS${on(database)}`;
}

export function showTagKeys({ database, measurement }: ShowOptions): string {
  return `SHOW TAG KEYS${on(database)}${from(measurement)}`;
}

export function showTagValues({
  database,
  measurement,
  tag,
}: ShowOptions & { tag: string }): string {
  return `SHOW TAG VALUES${on(database)}${from(measurement)} WITH KEY = ${quoteIdentifier(tag)}`;
}

export function showFieldKeys({ database, measurement }: ShowOptions): string {
  return `SHOW FIELD KEYS${on(database)}${from(measurement)}`;
}
