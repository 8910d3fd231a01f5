const segment = encodeURIComponent;

function server(id: string): string {
  return `/servers/${segment(id)}`;
}

function org(serverId: string, orgId: string): string {
  return `${server(serverId)}/orgs/${segment(orgId)}`;
}

/** What a link to the explorer picks in its builder. */
export interface Picked {
  measurement?: string;
  field?: string;
  /** As `6h`. */
  range?: string;
}

function pickedQuery({ measurement, field, range }: Picked) {
  return { m: measurement, f: field, range };
}

function query(values: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${segment(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** How the form for a new token starts. All ids, no secrets. */
export interface NewTokenStart {
  org?: string;
  /** The key of a preset. */
  preset?: string;
  /** A token whose permissions, org and owner are taken over. */
  like?: string;
  /** A permission to add, as the server prints it. */
  grant?: string;
  /** A bucket the preset is for. */
  bucket?: string;
}

/** Where every screen lives, below the router's base path. */
export const paths = {
  start: () => '/',
  server,
  signIn: (serverId: string) => `${server(serverId)}/sign-in`,
  setup: (serverId: string) => `${server(serverId)}/setup`,

  orgs: (serverId: string) => `${server(serverId)}/orgs`,
  newOrg: (serverId: string) => `${server(serverId)}/orgs/new`,
  /** What is in the org. */
  home: org,
  /** The org itself: name, description, danger. */
  org: (serverId: string, orgId: string) => `${org(serverId, orgId)}/settings`,
  editOrg: (serverId: string, orgId: string) => `${org(serverId, orgId)}/settings/edit`,
  members: (serverId: string, orgId: string) => `${org(serverId, orgId)}/settings/members`,
  addMember: (serverId: string, orgId: string) => `${org(serverId, orgId)}/settings/members/add`,

  buckets: (serverId: string, orgId: string) => `${org(serverId, orgId)}/buckets`,
  newBucket: (serverId: string, orgId: string) => `${org(serverId, orgId)}/buckets/new`,
  bucket: (serverId: string, orgId: string, bucketId: string) =>
    `${org(serverId, orgId)}/buckets/${segment(bucketId)}`,
  editBucket: (serverId: string, orgId: string, bucketId: string) =>
    `${org(serverId, orgId)}/buckets/${segment(bucketId)}/edit`,

  explorer: (serverId: string, orgId: string, bucket?: string, picked: Picked = {}) =>
    `${org(serverId, orgId)}/explorer${query({ bucket, ...pickedQuery(picked) })}`,
  write: (serverId: string, orgId: string, bucket?: string) =>
    `${org(serverId, orgId)}/write${query({ bucket })}`,

  dbrps: (serverId: string, orgId: string) => `${org(serverId, orgId)}/dbrps`,
  /** `bucket`: the id of the bucket to map; `database`: the name it should have. */
  newDbrp: (serverId: string, orgId: string, bucket?: string, database?: string) =>
    `${org(serverId, orgId)}/dbrps/new${query({ bucket, database })}`,
  dbrp: (serverId: string, orgId: string, dbrpId: string) =>
    `${org(serverId, orgId)}/dbrps/${segment(dbrpId)}`,

  /** `owner`: the name of a user. */
  tokens: (serverId: string, owner?: string) => `${server(serverId)}/tokens${query({ owner })}`,
  newToken: (serverId: string, start: NewTokenStart = {}) =>
    `${server(serverId)}/tokens/new${query({ ...start })}`,
  token: (serverId: string, tokenId: string) => `${server(serverId)}/tokens/${segment(tokenId)}`,
  /** `grant`: a permission to add, as the server prints it. */
  replaceToken: (serverId: string, tokenId: string, grant?: string) =>
    `${server(serverId)}/tokens/${segment(tokenId)}/replace${query({ grant })}`,
  /** `a` and `b`: ids of tokens or keys of presets. */
  compareTokens: (serverId: string, a?: string, b?: string) =>
    `${server(serverId)}/tokens/compare${query({ a, b })}`,
  checkToken: (serverId: string) => `${server(serverId)}/tokens/check`,

  /** `owner`: the name of a user. */
  v1Users: (serverId: string, owner?: string) => `${server(serverId)}/v1-users${query({ owner })}`,
  /** `again`: the id of one that this browser remembers from a replacement that was interrupted. */
  newV1User: (serverId: string, start: { org?: string; bucket?: string; again?: string } = {}) =>
    `${server(serverId)}/v1-users/new${query(start)}`,
  v1User: (serverId: string, v1UserId: string) =>
    `${server(serverId)}/v1-users/${segment(v1UserId)}`,

  /** The page of a token or a v1 user. */
  credential: (serverId: string, { kind, id }: { kind: 'token' | 'v1 user'; id: string }) =>
    kind === 'token' ? paths.token(serverId, id) : paths.v1User(serverId, id),

  users: (serverId: string) => `${server(serverId)}/users`,
  newUser: (serverId: string, org?: string) => `${server(serverId)}/users/new${query({ org })}`,
  user: (serverId: string, userId: string) => `${server(serverId)}/users/${segment(userId)}`,
  editUser: (serverId: string, userId: string) =>
    `${server(serverId)}/users/${segment(userId)}/edit`,
  userPassword: (serverId: string, userId: string) =>
    `${server(serverId)}/users/${segment(userId)}/password`,
  account: (serverId: string) => `${server(serverId)}/account`,

  access: (serverId: string) => `${server(serverId)}/access`,
  bucketAccess: (serverId: string, bucketId: string) =>
    `${server(serverId)}/access/buckets/${segment(bucketId)}`,
  userAccess: (serverId: string, userId: string) =>
    `${server(serverId)}/access/users/${segment(userId)}`,
  orgAccess: (serverId: string, orgId: string) =>
    `${server(serverId)}/access/orgs/${segment(orgId)}`,
  findings: (serverId: string, rule?: string) =>
    `${server(serverId)}/access/findings${query({ rule })}`,

  hierarchy: (serverId: string) => `${server(serverId)}/hierarchy`,
  activity: (serverId: string) => `${server(serverId)}/activity`,
  /** One write that was sent from this browser. */
  activityEntry: (serverId: string, entryId: string) =>
    `${server(serverId)}/activity/${segment(entryId)}`,

  databases: (serverId: string) => `${server(serverId)}/databases`,
  database: (serverId: string, database: string) =>
    `${server(serverId)}/databases/${segment(database)}`,
  databaseExplorer: (serverId: string, database: string, picked: Picked = {}) =>
    `${server(serverId)}/databases/${segment(database)}/explorer${query(pickedQuery(picked))}`,
  databaseWrite: (serverId: string, database: string) =>
    `${server(serverId)}/databases/${segment(database)}/write`,
};

/** `base` is the path of `<base href>`, ending in a slash. */
export function proxyPath(base: string, serverId: string): string {
  return `${base}proxy/${segment(serverId)}`;
}

/** A path inside Headgate to come back to; anything that could leave the site is dropped. */
export function safeReturn(path: string | null): string | undefined {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : undefined;
}
