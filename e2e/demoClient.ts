import type { APIRequestContext } from 'playwright/test';

const real = process.env.INFLUX_URL === undefined ? undefined : process.env;

/** The server under test: a demo InfluxDB for each test, or the one of `INFLUX_URL`. */
export const target = {
  id: real ? 'real' : 'demo',
  title: real ? 'real' : 'Demo InfluxDB',
  operator: real?.INFLUX_TOKEN ?? 'demo-operator-token',
};

export const tokens = {
  operator: target.operator,
  allAccess: 'demo-all-access-token',
  /** Reads and writes the bucket `airsensors`. */
  sensors: 'demo-airsensors-token',
  /** Reads and writes the bucket `ts-bucket`. */
  v1Bucket: 'demo-ts-bucket-token',
};
/** Owns the operator token. */
export const admin = {
  username: real?.INFLUX_USERNAME ?? 'admin',
  password: real?.INFLUX_PASSWORD ?? 'Demo-Admin-1',
};
export const v1User = { username: 'influxv1', password: 'Demo-V1-User-1' };

interface CallOptions {
  token?: string;
  body?: unknown;
}

export interface Bucket {
  id: string;
  name: string;
  retentionRules: { everySeconds: number; shardGroupDurationSeconds: number }[];
}

/** Calls to the server under test, past the browser; the operator's unless a token is given. */
export class DemoClient {
  readonly #request: APIRequestContext;
  readonly #granted: string[] = [];

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
    const response = await this.#request.fetch(`proxy/${target.id}${path}`, {
      method,
      data: options.body,
      headers: { Authorization: `Token ${options.token ?? tokens.operator}` },
    });
    const text = await response.text();
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${text}`);
    const isJson = response.headers()['content-type']?.includes('json') && text !== '';
    return (isJson ? JSON.parse(text) : text) as T;
  }

  async orgID(name: string): Promise<string> {
    const { orgs } = await this.call<{ orgs: { id: string }[] }>('GET', `/api/v2/orgs?org=${name}`);
    return orgs[0]?.id ?? '';
  }

  async bucket(orgID: string, name: string): Promise<Bucket> {
    const path = `/api/v2/buckets?orgID=${orgID}&name=${encodeURIComponent(name)}`;
    const { buckets } = await this.call<{ buckets: Bucket[] }>('GET', path);
    if (!buckets[0]) throw new Error(`bucket ${JSON.stringify(name)} not found`);
    return buckets[0];
  }

  createBucket(orgID: string, name: string, everySeconds = 0): Promise<Bucket> {
    const body = { orgID, name, retentionRules: [{ type: 'expire', everySeconds }] };
    return this.call('POST', '/api/v2/buckets', { body });
  }

  /** A token for buckets by their ids. */
  async grant(orgID: string, actions: readonly ('read' | 'write')[], ids: readonly string[]) {
    const permissions = ids.flatMap((id) =>
      actions.map((action) => ({ action, resource: { type: 'buckets', id, orgID } })),
    );
    const body = { orgID, description: 'made by a test', permissions };
    const path = '/api/v2/authorizations';
    const granted = await this.call<{ id: string; token: string }>('POST', path, { body });
    this.#granted.push(granted.id);
    return granted;
  }

  revoke(id: string): Promise<unknown> {
    this.#granted.splice(this.#granted.indexOf(id), 1);
    return this.call('DELETE', `/api/v2/authorizations/${id}`);
  }

  async revokeAll(): Promise<void> {
    for (const id of [...this.#granted]) await this.revoke(id);
  }

  async write(orgID: string, bucket: string, lines: string): Promise<void> {
    const query = new URLSearchParams({ org: orgID, bucket, precision: 'ns' });
    await this.call('POST', `/api/v2/write?${query.toString()}`, { body: lines });
  }

  /** The cells of each row of a Flux answer, by column. */
  async rows(orgID: string, query: string): Promise<Record<string, string>[]> {
    const csv = await this.call<string>('POST', `/api/v2/query?orgID=${orgID}`, {
      body: { query, dialect: { annotations: [], header: true } },
    });
    return csv
      .split('\r\n\r\n')
      .filter((table) => table.trim() !== '')
      .flatMap((table) => {
        const [head = '', ...lines] = table.trim().split('\r\n');
        const names = head.split(',');
        return lines.map((line) =>
          Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])),
        );
      });
  }
}
