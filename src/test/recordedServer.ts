import { knownTypes } from '@/lib/permissionClasses';
import type { Permission } from '@/lib/permissions';
import type { Credential, KnownBucket, KnownUser, Surroundings } from '@/lib/surroundings';
import type { Exchange } from './recordings';
import { jsonIn, recording } from './recordings';

interface Row {
  id: string;
  token: string;
  status: 'active' | 'inactive';
  description: string;
  orgID: string;
  org: string;
  userID: string;
  user: string;
  permissions: Permission[];
}

interface SetUp {
  user: KnownUser;
  org: { id: string; name: string };
  bucket: KnownBucket;
  auth: Omit<Row, 'org' | 'user'>;
}

/** What a recorded server holds, as its own answers say: who there is, which credentials, which buckets. */
export class RecordedServer {
  readonly orgs = new Map<string, string>();
  readonly buckets = new Map<string, KnownBucket>();
  readonly users = new Map<string, KnownUser>();
  /** By what is sent: the secret of a token, `Basic name:password` of a v1 user. */
  readonly credentials = new Map<string, Credential>();
  /** `org user` */
  readonly memberships = new Set<string>();
  #v1 = new Map<string, string>();

  get around(): Surroundings {
    const { orgs, buckets, users } = this;
    return { types: knownTypes, orgs, buckets, users, isComplete: true };
  }

  /** Who sends it; undefined for nobody, for sessions, and for credentials that are unknown. */
  sender({ request: { path, headers } }: Exchange): Credential | undefined {
    // The 1.x paths look there first.
    if (/[?&]u=/.test(path)) return undefined;
    const { Authorization = '' } = headers;
    const token = /^Token (.*)$/.exec(Authorization)?.[1];
    const basic = /^Basic \{\{base64:(.*)\}\}$/.exec(Authorization)?.[1];
    return this.credentials.get(token ?? `Basic ${basic}`);
  }

  /** Takes over what the exchange has changed. */
  learn(exchange: Exchange): void {
    const { request, response } = exchange;
    if (response.status >= 300) return;
    const [, resource = '', id = '', sub = ''] =
      /^\/(?:api\/v2|private\/legacy)\/(\w+)(?:\/(\w+))?(?:\/(\w+))?/.exec(request.path) ?? [];
    const key = `${request.method} ${resource}`;
    if (key === 'POST setup') this.#setUp(jsonIn<SetUp>(response.body));
    else if (resource === 'authorizations') this.#authorization(exchange, id, sub);
    else if (key === 'POST buckets' && !id) this.#add(this.buckets, response.body);
    else if (key === 'POST users' && !id) this.#add(this.users, response.body);
    else if (key === 'PATCH users') this.#add(this.users, response.body);
    else if (key === 'POST orgs' && id) this.#join(id, request.body);
    else if (key === 'POST orgs') this.#addOrg(exchange);
    else if (request.method === 'DELETE' && !sub) this.#remove(resource, id);
  }

  #setUp(answer: SetUp | undefined): void {
    if (!answer) return;
    const { user, org, bucket, auth } = answer;
    this.users.set(user.id, user);
    this.orgs.set(org.id, org.name);
    this.buckets.set(bucket.id, bucket);
    this.memberships.add(`${org.id} ${user.id}`);
    this.#keep({ ...auth, org: org.name, user: user.name }, 'token', auth.token);
  }

  #keep({ token, description, ...row }: Row, kind: Credential['kind'], secret: string): void {
    const name = kind === 'token' ? description : token;
    this.credentials.set(secret, { ...row, kind, name, createdAt: '', updatedAt: '' });
  }

  #authorization({ request, response }: Exchange, id: string, sub: string): void {
    const row = jsonIn<Row>(response.body);
    const isV1 = request.path.startsWith('/private/');
    if (request.method === 'POST' && sub === 'password') {
      const password = jsonIn<{ password: string }>(request.body)?.password;
      this.#setPassword(id, password ?? '');
    } else if (request.method === 'POST' && row) {
      if (isV1) this.#v1.set(row.id, row.token);
      this.#keep(row, isV1 ? 'v1 user' : 'token', row.token);
    } else if (id && row) {
      for (const held of this.credentials.values()) {
        if (held.id === id)
          Object.assign(held, { status: row.status, permissions: row.permissions });
      }
    } else if (request.method === 'DELETE') {
      for (const [secret, held] of this.credentials) {
        if (held.id === id) this.credentials.delete(secret);
      }
    }
  }

  #setPassword(id: string, password: string): void {
    const [secret, held] = [...this.credentials].find(([, one]) => one.id === id) ?? [];
    if (secret === undefined || !held) return;
    this.credentials.delete(secret);
    this.credentials.set(`Basic ${this.#v1.get(id)}:${password}`, held);
  }

  #add<T extends { id: string }>(to: Map<string, T>, body: string | undefined): void {
    const row = jsonIn<T>(body);
    if (row) to.set(row.id, row);
  }

  #addOrg(exchange: Exchange): void {
    const org = jsonIn<{ id: string; name: string }>(exchange.response.body);
    if (!org) return;
    this.orgs.set(org.id, org.name);
    // The server makes its creator the owner.
    this.memberships.add(`${org.id} ${this.sender(exchange)?.userID}`);
  }

  #join(orgID: string, body: string | undefined): void {
    this.memberships.add(`${orgID} ${jsonIn<{ id: string }>(body)?.id}`);
  }

  #remove(resource: string, id: string): void {
    if (resource === 'buckets') this.buckets.delete(id);
    if (resource === 'users') this.users.delete(id);
    if (resource === 'orgs') {
      this.orgs.delete(id);
      for (const bucket of this.buckets.values()) {
        if (bucket.orgID === id) this.buckets.delete(bucket.id);
      }
    }
  }
}

/** A call of a credential that is known, to the server as it was then. */
export interface Asked {
  exchange: Exchange;
  server: RecordedServer;
  by: Credential;
}

/** Visits what known credentials sent. */
export function replay(name: string, visit: (asked: Asked) => void): void {
  const server = new RecordedServer();
  for (const exchange of recording(name)) {
    const by = server.sender(exchange);
    if (by) visit({ exchange, server, by });
    server.learn(exchange);
  }
}
