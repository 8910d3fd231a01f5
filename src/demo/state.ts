import type { Storage } from './storage/storage';

export type Action = 'read' | 'write';

export interface Permission {
  action: Action;
  resource: { type: string; orgID?: string; id?: string };
}

export type Status = 'active' | 'inactive';

export interface OrgRecord {
  id: string;
  name: string;
  description: string;
  createdAt: string;
  updatedAt: string;
}

export interface UserRecord {
  id: string;
  name: string;
  oauthID?: string;
  /** Any text: a creation does not check it. */
  status: string;
  password?: string;
}

export interface BucketRecord {
  id: string;
  orgID: string;
  type: 'user' | 'system';
  name: string;
  description?: string;
  rp?: string;
  everySeconds: number;
  /** As shown: a literal 0 stays 0 after a PATCH that sent 0. */
  shardSeconds: number;
  createdAt: string;
  updatedAt: string;
}

/** An API token, or a v1 user: then `token` is its user name and `password` may be set. */
export interface AuthorizationRecord {
  id: string;
  token: string;
  status: Status;
  description: string;
  orgID: string;
  userID: string;
  permissions: Permission[];
  createdAt: string;
  updatedAt: string;
  password?: string;
}

export interface DbrpRecord {
  id: string;
  database: string;
  retention_policy: string;
  /** Computed from a bucket's name; stored only by a PATCH of it, and then in no list. Its id is that of the bucket. */
  virtual: boolean;
  orgID: string;
  bucketID: string;
}

export interface LabelRecord {
  id: string;
  orgID: string;
  name: string;
  properties: Record<string, string>;
}

export type ResourceType =
  | 'checks'
  | 'dashboards'
  | 'notebooks'
  | 'notificationEndpoints'
  | 'notificationRules'
  | 'remotes'
  | 'replications'
  | 'scrapers'
  | 'tasks'
  | 'telegrafs'
  | 'variables';

/** What the demo keeps and shows, and does not run: no task is started, no scraper scrapes. */
export interface ResourceRecord {
  id: string;
  type: ResourceType;
  orgID: string;
  name: string;
  ownerID: string;
  createdAt: string;
  updatedAt: string;
  /** What its type has besides, by the names of its JSON. */
  fields: Record<string, unknown>;
}

/** One a (user, resource). `instance` has one resource, id "instance". */
export interface MappingRecord {
  userID: string;
  type: 'orgs' | 'buckets' | 'instance' | ResourceType;
  resourceID: string;
  role: 'owner' | 'member';
}

export interface SessionRecord {
  key: string;
  userID: string;
  expiresAt: number;
}

export interface DemoOptions {
  /** Drives behaviour: tokens are hashed from 2.8 on (default of 2.9). */
  version?: string;
  /** Epoch milliseconds. */
  now?: () => number;
  /** In [0, 1), for ids and tokens. */
  random?: () => number;
  strongPasswords?: boolean;
  /** The bytes of flux-lsp-browser_bg.wasm, asked for once, at the first Flux query. */
  fluxWasm: () => Promise<BufferSource>;
}

/** Everything one demo server knows. Collections are in insertion order. */
export interface DemoState {
  readonly version: string;
  readonly hashesTokens: boolean;
  readonly strongPasswords: boolean;
  readonly fluxWasm: () => Promise<BufferSource>;
  readonly startedAt: number;
  readonly now: () => number;
  random: () => number;
  orgs: Map<string, OrgRecord>;
  users: Map<string, UserRecord>;
  buckets: Map<string, BucketRecord>;
  tokens: Map<string, AuthorizationRecord>;
  v1Users: Map<string, AuthorizationRecord>;
  dbrps: Map<string, DbrpRecord>;
  /** org and database → id of the mapping that is the default. */
  dbrpDefaults: Map<string, string>;
  labels: Map<string, LabelRecord>;
  /** id of a bucket or another resource → label ids */
  attachedLabels: Map<string, Set<string>>;
  /** org id → key → value; no answer shows a value. */
  secrets: Map<string, Map<string, string>>;
  resources: Map<string, ResourceRecord>;
  mappings: MappingRecord[];
  sessions: Map<string, SessionRecord>;
  storage: Storage;
}

/** Who asks: the outcome of authentication. */
export interface Caller {
  kind: 'token' | 'session' | 'v1';
  userID: string;
  /** Present for token and v1. */
  authorization?: AuthorizationRecord;
  permissions: readonly Permission[];
}
