import type { BinaryOperator } from './influxqlTokens';

export type ColumnType = 'float' | 'integer' | 'unsigned' | 'string' | 'boolean' | 'field' | 'tag';

export interface Reference {
  kind: 'reference';
  name: string;
  type?: ColumnType;
}

export interface Call {
  kind: 'call';
  name: string;
  args: Expr[];
}

export interface Binary {
  kind: 'binary';
  operator: BinaryOperator;
  left: Expr;
  right: Expr;
}

export interface Regex {
  kind: 'regex';
  source: string;
}

export interface Wildcard {
  kind: 'wildcard';
  type?: 'field' | 'tag';
}

export type Literal =
  | { kind: 'string'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'integer'; value: bigint }
  | { kind: 'unsigned'; value: bigint }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'duration'; ns: bigint };

export type Expr =
  | Reference
  | Call
  | Binary
  | Regex
  | Wildcard
  | Literal
  | { kind: 'parens'; expr: Expr }
  | { kind: 'distinct'; name: string };

export interface MeasurementSource {
  kind: 'measurement';
  database: string;
  retentionPolicy: string;
  name: string;
  regex?: Regex;
}

export interface Subquery {
  kind: 'subquery';
  select: Select;
}

export type Source = MeasurementSource | Subquery;

export interface Field {
  expr: Expr;
  alias: string;
}

export type Fill =
  { mode: 'null' | 'none' | 'previous' | 'linear' } | { mode: 'number'; value: number | bigint };

/** `ORDER BY`; no other field than time can be named. */
export interface SortField {
  name: string;
  ascending: boolean;
}

/** 0 = not given. */
export interface Limits {
  limit: number;
  offset: number;
}

export interface Select extends Limits {
  kind: 'SELECT';
  fields: Field[];
  into?: MeasurementSource;
  sources: Source[];
  condition?: Expr;
  dimensions: Expr[];
  fill: Fill;
  sort: SortField[];
  slimit: number;
  soffset: number;
  timeZone?: string;
}

export interface TagKeyFilter {
  operator: '=' | '!=' | '=~' | '!~' | 'IN';
  keys: string[];
  regex?: Regex;
}

/** What `SHOW … ON db FROM … WHERE … ORDER BY … LIMIT` have in common; '' = no database given. */
export interface ShowClauses extends Limits {
  database: string;
  sources: MeasurementSource[];
  condition?: Expr;
  sort: SortField[];
}

export interface ShowMeasurements extends ShowClauses {
  kind: 'SHOW MEASUREMENTS';
  retentionPolicy: string;
  anyDatabase: boolean;
  anyRetentionPolicy: boolean;
}

export interface ShowTagKeys extends ShowClauses {
  kind: 'SHOW TAG KEYS';
  keys?: TagKeyFilter;
  slimit: number;
  soffset: number;
}

export interface ShowTagValues extends ShowClauses {
  kind: 'SHOW TAG VALUES';
  keys: TagKeyFilter;
}

export interface ShowCardinality extends ShowClauses {
  kind:
    | 'SHOW SERIES CARDINALITY'
    | 'SHOW MEASUREMENT CARDINALITY'
    | 'SHOW TAG KEY CARDINALITY'
    | 'SHOW FIELD KEY CARDINALITY'
    | 'SHOW TAG VALUES CARDINALITY';
  exact: boolean;
  keys?: TagKeyFilter;
  dimensions: Expr[];
}

export interface RetentionOptions {
  /** Nanoseconds; 0 = for ever. */
  duration?: bigint;
  replication?: number;
  shardDuration?: bigint;
  futureLimit?: bigint;
  pastLimit?: bigint;
  name?: string;
  isDefault: boolean;
}

export type Privilege = 'READ' | 'WRITE' | 'ALL PRIVILEGES';

export type ShowStatement =
  | ShowMeasurements
  | ShowTagKeys
  | ShowTagValues
  | ShowCardinality
  | (ShowClauses & { kind: 'SHOW FIELD KEYS' | 'SHOW SERIES' })
  | { kind: 'SHOW RETENTION POLICIES'; database: string }
  | { kind: 'SHOW GRANTS'; user: string }
  | { kind: 'SHOW STATS' | 'SHOW DIAGNOSTICS'; module: string }
  | {
      kind:
        | 'SHOW DATABASES'
        | 'SHOW USERS'
        | 'SHOW QUERIES'
        | 'SHOW SHARDS'
        | 'SHOW SHARD GROUPS'
        | 'SHOW SUBSCRIPTIONS'
        | 'SHOW CONTINUOUS QUERIES';
    };

export interface CreateContinuousQuery {
  kind: 'CREATE CONTINUOUS QUERY';
  name: string;
  database: string;
  every: bigint;
  for: bigint;
  select: Select;
}

export interface CreateSubscription {
  kind: 'CREATE SUBSCRIPTION';
  name: string;
  database: string;
  retentionPolicy: string;
  mode: 'ALL' | 'ANY';
  destinations: string[];
}

export type CreateStatement =
  | { kind: 'CREATE DATABASE'; name: string; retention?: RetentionOptions }
  | {
      kind: 'CREATE RETENTION POLICY' | 'ALTER RETENTION POLICY';
      name: string;
      database: string;
      retention: RetentionOptions;
    }
  | { kind: 'CREATE USER'; name: string; password: string; admin: boolean }
  | CreateContinuousQuery
  | CreateSubscription;

export type DropStatement =
  | { kind: 'DROP DATABASE' | 'DROP MEASUREMENT' | 'DROP USER'; name: string }
  | { kind: 'DROP RETENTION POLICY' | 'DROP CONTINUOUS QUERY'; name: string; database: string }
  | { kind: 'DROP SUBSCRIPTION'; name: string; database: string; retentionPolicy: string }
  | { kind: 'DROP SERIES' | 'DELETE'; sources: MeasurementSource[]; condition?: Expr }
  | { kind: 'DROP SHARD'; id: bigint };

export type AdminStatement =
  | { kind: 'GRANT' | 'REVOKE'; privilege: Privilege; database: string; user: string }
  | { kind: 'GRANT ALL' | 'REVOKE ALL'; user: string }
  | { kind: 'SET PASSWORD'; user: string; password: string }
  | { kind: 'KILL QUERY'; id: bigint; host: string };

export interface Explain {
  kind: 'EXPLAIN';
  analyze: boolean;
  verbose: boolean;
  select: Select;
}

export type Statement =
  Select | Explain | ShowStatement | CreateStatement | DropStatement | AdminStatement;
