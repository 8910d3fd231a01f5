import type {
  AdminStatement,
  DropStatement,
  CreateStatement,
  Field,
  Fill,
  MeasurementSource,
  RetentionOptions,
  Select,
  ShowStatement,
  Source,
  Statement,
  TagKeyFilter,
} from './influxqlAst';
import { formatDurationLiteral } from './influxqlDuration';
import { formatExpr, formatRegex } from './influxqlFormatExpr';
import { quoteSegments, quoteString } from './influxqlQuoting';

const SECRET = '[REDACTED]';

function id(name: string): string {
  return quoteSegments([name]);
}

function words(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function formatMeasurement({ database, retentionPolicy, name, regex }: MeasurementSource): string {
  const policy = retentionPolicy === '' ? '' : id(retentionPolicy);
  const prefix =
    (database === '' ? '' : `${id(database)}.`) +
    (database === '' && policy === '' ? '' : `${policy}.`);
  return prefix + (regex ? formatRegex(regex.source) : id(name));
}

/** Without a name every measurement keeps its own. */
function formatTarget(target: MeasurementSource): string {
  const text = formatMeasurement(target);
  return target.name === '' && text.endsWith('""') ? `${text.slice(0, -2)}:MEASUREMENT` : text;
}

function formatSource(source: Source): string {
  return source.kind === 'subquery'
    ? `(${formatSelect(source.select)})`
    : formatMeasurement(source);
}

function formatField({ expr, alias }: Field): string {
  return formatExpr(expr) + (alias === '' ? '' : ` AS ${id(alias)}`);
}

function formatFill(fill: Fill): string | undefined {
  if (fill.mode === 'null') return undefined;
  return `fill(${fill.mode === 'number' ? String(fill.value) : fill.mode})`;
}

function formatSort(sort: Select['sort']): string | undefined {
  const [field] = sort;
  return field && `ORDER BY ${words(field.name, field.ascending ? 'ASC' : 'DESC')}`;
}

interface Clauses {
  sources?: readonly Source[];
  keys?: TagKeyFilter;
  condition?: Select['condition'];
  dimensions?: Select['dimensions'];
  fill?: Fill;
  sort?: Select['sort'];
  limit?: number;
  offset?: number;
  slimit?: number;
  soffset?: number;
}

function formatCount(keyword: string, count: number | undefined): string | undefined {
  return count === undefined || count === 0 ? undefined : `${keyword} ${count}`;
}

function formatKeys({ operator, keys, regex }: TagKeyFilter): string {
  if (regex) return `WITH KEY ${operator} ${formatRegex(regex.source)}`;
  const list = keys.map(id).join(', ');
  return `WITH KEY ${operator} ${operator === 'IN' ? `(${list})` : list}`;
}

function formatClauses(clauses: Clauses): string {
  const { sources = [], keys, condition, dimensions = [], fill, sort = [] } = clauses;
  return words(
    sources.length > 0 && `FROM ${sources.map(formatSource).join(', ')}`,
    keys && formatKeys(keys),
    condition && `WHERE ${formatExpr(condition)}`,
    dimensions.length > 0 && `GROUP BY ${dimensions.map(formatExpr).join(', ')}`,
    fill && formatFill(fill),
    formatSort(sort),
    formatCount('LIMIT', clauses.limit),
    formatCount('OFFSET', clauses.offset),
    formatCount('SLIMIT', clauses.slimit),
    formatCount('SOFFSET', clauses.soffset),
  );
}

function formatSelect(select: Select): string {
  return words(
    `SELECT ${select.fields.map(formatField).join(', ')}`,
    select.into && `INTO ${formatTarget(select.into)}`,
    formatClauses(select),
    select.timeZone !== undefined && `TZ(${quoteString(select.timeZone)})`,
  );
}

function formatDurationOption(keyword: string, ns: bigint | undefined): string | undefined {
  return ns === undefined ? undefined : `${keyword} ${formatDurationLiteral(ns)}`;
}

function formatRetention(options: RetentionOptions): string {
  return words(
    formatDurationOption('DURATION', options.duration),
    options.replication !== undefined && `REPLICATION ${options.replication}`,
    formatDurationOption('SHARD DURATION', options.shardDuration),
    options.isDefault && 'DEFAULT',
    formatDurationOption('FUTURE LIMIT', options.futureLimit),
    formatDurationOption('PAST LIMIT', options.pastLimit),
    options.name !== undefined && `NAME ${id(options.name)}`,
  );
}

function formatCreate(statement: CreateStatement): string {
  const { kind } = statement;
  const name = id(statement.name);
  switch (kind) {
    case 'CREATE DATABASE': {
      const { retention } = statement;
      return words(kind, name, retention && `WITH ${formatRetention(retention)}`);
    }
    case 'CREATE RETENTION POLICY':
    case 'ALTER RETENTION POLICY':
      return words(kind, name, 'ON', id(statement.database), formatRetention(statement.retention));
    case 'CREATE USER': {
      const admin = statement.admin && 'WITH ALL PRIVILEGES';
      return words(kind, name, 'WITH PASSWORD', SECRET, admin);
    }
    case 'CREATE CONTINUOUS QUERY': {
      const every = statement.every > 0n && `EVERY ${formatDurationLiteral(statement.every)}`;
      const span = statement.for > 0n && `FOR ${formatDurationLiteral(statement.for)}`;
      const resample = (every !== false || span !== false) && words('RESAMPLE', every, span);
      const select = formatSelect(statement.select);
      return words(kind, name, 'ON', id(statement.database), resample, 'BEGIN', select, 'END');
    }
    case 'CREATE SUBSCRIPTION': {
      const on = `${id(statement.database)}.${id(statement.retentionPolicy)}`;
      const destinations = statement.destinations.map(quoteString).join(', ');
      return words(kind, name, 'ON', on, 'DESTINATIONS', statement.mode, destinations);
    }
  }
}

function formatShowMeasurements(statement: ShowStatement & { kind: 'SHOW MEASUREMENTS' }): string {
  const database = statement.anyDatabase ? '*' : statement.database && id(statement.database);
  const policy = statement.anyRetentionPolicy
    ? '.*'
    : statement.retentionPolicy && `.${id(statement.retentionPolicy)}`;
  const [source] = statement.sources;
  const withMeasurement =
    source && `WITH MEASUREMENT ${source.regex ? '=~' : '='} ${formatMeasurement(source)}`;
  return words(
    statement.kind,
    database !== '' && `ON ${database}${policy}`,
    withMeasurement,
    formatClauses({ ...statement, sources: [] }),
  );
}

function formatShow(statement: ShowStatement): string {
  const { kind } = statement;
  switch (kind) {
    case 'SHOW MEASUREMENTS':
      return formatShowMeasurements(statement);
    case 'SHOW RETENTION POLICIES':
      return words(kind, statement.database && `ON ${id(statement.database)}`);
    case 'SHOW GRANTS':
      return `${kind} FOR ${id(statement.user)}`;
    case 'SHOW STATS':
    case 'SHOW DIAGNOSTICS':
      return words(kind, statement.module && `FOR ${quoteString(statement.module)}`);
    default: {
      if (!('database' in statement)) return kind;
      const exact = 'exact' in statement && statement.exact;
      const name = exact ? kind.replace('CARDINALITY', 'EXACT CARDINALITY') : kind;
      const on = statement.database && `ON ${id(statement.database)}`;
      return words(name, on, formatClauses(statement));
    }
  }
}

function formatDrop(statement: DropStatement): string {
  const { kind } = statement;
  switch (kind) {
    case 'DELETE':
    case 'DROP SERIES':
      return words(kind, formatClauses(statement));
    case 'DROP SHARD':
      return `${kind} ${statement.id}`;
    case 'DROP DATABASE':
    case 'DROP MEASUREMENT':
    case 'DROP USER':
      return `${kind} ${id(statement.name)}`;
    case 'DROP RETENTION POLICY':
    case 'DROP CONTINUOUS QUERY':
      return `${kind} ${id(statement.name)} ON ${id(statement.database)}`;
    case 'DROP SUBSCRIPTION': {
      const on = `${id(statement.database)}.${id(statement.retentionPolicy)}`;
      return `${kind} ${id(statement.name)} ON ${on}`;
    }
  }
}

function formatAdmin(statement: AdminStatement): string {
  if (statement.kind === 'KILL QUERY') {
    const host = statement.host && `ON ${id(statement.host)}`;
    return words('KILL QUERY', String(statement.id), host);
  }
  const user = id(statement.user);
  switch (statement.kind) {
    case 'GRANT':
      return `GRANT ${statement.privilege} ON ${id(statement.database)} TO ${user}`;
    case 'REVOKE':
      return `REVOKE ${statement.privilege} ON ${id(statement.database)} FROM ${user}`;
    case 'GRANT ALL':
      return `GRANT ALL PRIVILEGES TO ${user}`;
    case 'REVOKE ALL':
      return `REVOKE ALL PRIVILEGES FROM ${user}`;
    case 'SET PASSWORD':
      return `SET PASSWORD FOR ${user} = ${SECRET}`;
  }
}

function isShow(statement: Statement): statement is ShowStatement {
  return statement.kind.startsWith('SHOW ');
}

function isCreate(statement: Statement): statement is CreateStatement {
  return /^(CREATE|ALTER) /.test(statement.kind);
}

function isDrop(statement: Statement): statement is DropStatement {
  return /^(DROP |DELETE$)/.test(statement.kind);
}

/** A statement as the server prints it: quoted only where it must be, secrets blacked out. */
export function formatStatement(statement: Statement): string {
  if (statement.kind === 'SELECT') return formatSelect(statement);
  if (statement.kind === 'EXPLAIN') {
    const { analyze, verbose, select } = statement;
    return words('EXPLAIN', analyze && 'ANALYZE', verbose && 'VERBOSE', formatSelect(select));
  }
  if (isShow(statement)) return formatShow(statement);
  if (isCreate(statement)) return formatCreate(statement);
  if (isDrop(statement)) return formatDrop(statement);
  return formatAdmin(statement);
}
