import { describe, expect, it } from 'vitest';
import { RecordedServer } from '@/test/recordedServer';
import { jsonIn, recording, recordings } from '@/test/recordings';
import { credentialFindings } from './findings';
import { classify } from './permissionClasses';
import type { Permission } from './permissions';
import { permissionText } from './permissions';

describe('classes of every recorded token', () => {
  const seen = new Map<string, string>();
  const take = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { description, permissions } = value as Partial<Record<string, unknown>>;
    if (typeof description === 'string' && Array.isArray(permissions)) {
      const held = permissions as Permission[];
      const scopes = held.map(({ action, resource: { type, orgID, id } }) =>
        permissionText({ action, resource: { type, orgID: orgID && '…', id: id && '…' } }),
      );
      const { class: name } = classify(held);
      seen.set(description.slice(0, 30) || [...new Set(scopes)].join(' '), name);
    }
    for (const inner of Object.values(value)) take(inner);
  };
  for (const { exchanges } of recordings()) {
    for (const { response } of exchanges) take(jsonIn(response.body));
  }

  it('are as they were made', () => {
    expect(Object.fromEntries(seen)).toMatchInlineSnapshot(`
      {
        "admin all": "all-access",
        "admin's Token": "operator",
        "alice all": "all-access",
        "all": "all-access",
        "all access": "all-access",
        "asleep": "operator",
        "beta all": "all-access",
        "by all-access": "read/write",
        "by owner": "read-only",
        "carols": "all-access",
        "dashboards": "read-only",
        "of a bucket": "read/write",
        "of a user": "read/write",
        "of an org": "read-only",
        "only reads tokens": "read-only",
        "other words": "read/write",
        "read:buckets": "read-only",
        "read:orgs/…/buckets": "read-only",
        "read:orgs/…/buckets read:orgs/…/tasks": "read-only",
        "read:orgs/…/buckets/…": "read-only",
        "read:orgs/…/buckets/… write:orgs/…/buckets/…": "read/write",
        "reads and writes b0": "read/write",
        "reads tokens and users": "read-only",
        "root's Token": "operator",
        "rw": "read/write",
        "second operator": "operator",
        "users with an orgID": "read-only",
        "w": "write-only",
        "write:orgs/…/authorizations read:orgs/…/buckets/… write:orgs/…/buckets/…": "custom",
        "write:orgs/…/buckets/…": "write-only",
        "writes only": "custom",
        "x": "read-only",
        "ü "quotes" <b>................": "read/write",
      }
    `);
  });
});

describe('findings of recorded tokens', () => {
  /** Of the credentials there are at the end, or just before something. */
  function found(name: string, until = Infinity) {
    const server = new RecordedServer();
    for (const exchange of recording(name).slice(0, until)) server.learn(exchange);
    return [...server.credentials.values()].flatMap((one) =>
      credentialFindings(one, server.around).map(({ rule }) => [one.name, rule]),
    );
  }

  it('of a deleted bucket and a deleted user', () => {
    expect(found('tokens-orphans', 10)).toEqual([
      ["admin's Token", 'operator-token'],
      ['of a bucket', 'deleted-bucket'],
      ['of a user', 'owner-gone'],
    ]);
  });

  it('of a name that is no restriction', () => {
    expect(found('tokens-create-errors')).toContainEqual(['', 'unscoped-permission']);
  });

  it('of an org on users and orgs, which the server answered with nothing', () => {
    expect(found('tokens-visibility')).toContainEqual(['users with an orgID', 'matches-nothing']);
  });

  it('of an inactive token and an inactive user', () => {
    expect(found('whoami-inactive', 25)).toEqual([
      ["admin's Token", 'operator-token'],
      ['asleep', 'operator-token'],
      ['asleep', 'inactive'],
      ['carols', 'owner-inactive'],
      ['carols', 'beyond-buckets'],
    ]);
  });
});
