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
