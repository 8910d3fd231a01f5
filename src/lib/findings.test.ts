import { describe, expect, it } from 'vitest';
import {
  ada,
  air,
  allAccessSet,
  around,
  both,
  credential,
  gone,
  inBucket,
  iot,
  operatorSet,
  otto,
  ts,
} from '@/test/accessScene';
import type { Finding } from './findings';
import { credentialFindings, rules } from './findings';
import { baseTypes } from './permissionClasses';
import type { Permission } from './permissions';
import { readOf, writeOf } from './permissions';
import type { Credential } from './surroundings';

const own = both('buckets', inBucket(air));

describe('findings of a credential', () => {
  it.each<[string, Permission[], Partial<Credential>, Finding[]]>([
    ['a token of one bucket', own, {}, []],
    ['a v1 user of one bucket', own, { kind: 'v1 user' }, []],
    ['a token that also reads its org', [...own, readOf('orgs', { id: iot })], {}, []],
    [
      'an operator token',
      operatorSet,
      {},
      [{ rule: 'operator-token', detail: 'Everything, in every org' }],
    ],
    [
      'an operator token of InfluxDB 2.0',
      baseTypes.flatMap((type) => both(type)),
      {},
      [
        { rule: 'operator-token', detail: 'Everything, in every org' },
        { rule: 'older-set', detail: 'Without notebooks, annotations, remotes and replications' },
      ],
    ],
    [
      'an all-access token',
      allAccessSet(),
      {},
      [{ rule: 'beyond-buckets', detail: 'Everything in iot' }],
    ],
    [
      'an all-access token of InfluxDB 2.1',
      allAccessSet(iot, ada, [...baseTypes, 'notebooks', 'annotations']),
      {},
      [
        { rule: 'older-set', detail: 'Without remotes and replications' },
        { rule: 'beyond-buckets', detail: 'Everything in iot' },
      ],
    ],
    [
      'a name instead of an id',
      [readOf('buckets', { name: 'airsensors' })],
      {},
      [{ rule: 'unscoped-permission', detail: 'read buckets in every org' }],
    ],
    [
      'all buckets of every org, for a v1 user',
      operatorSet.slice(2, 4),
      { kind: 'v1 user' },
      [
        {
          rule: 'unscoped-permission',
          detail: 'read buckets in every org and write buckets in every org',
        },
      ],
    ],
    [
      'more than buckets',
      [...own, writeOf('tasks', { orgID: iot })],
      {},
      [{ rule: 'beyond-buckets', detail: 'write tasks in iot' }],
    ],
    [
      'a bucket that was deleted',
      [...own, ...both('buckets', { orgID: iot, id: gone })],
      {},
      [
        {
          rule: 'deleted-bucket',
          detail: `read bucket ${gone} (gone) and write bucket ${gone} (gone)`,
        },
      ],
    ],
    [
      'users and orgs by org',
      [...own, readOf('users', { orgID: iot }), readOf('orgs', { orgID: iot })],
      {},
      [
        { rule: 'matches-nothing', detail: 'read users in iot and read orgs in iot' },
        { rule: 'beyond-buckets', detail: 'read users in iot and read orgs in iot' },
      ],
    ],
    [
      'an inactive owner',
      own,
      { userID: otto, user: 'otto' },
      [{ rule: 'owner-inactive', detail: 'User otto is inactive' }],
    ],
    [
      'an owner who was deleted',
      own,
      { userID: gone, user: '' },
      [{ rule: 'owner-gone', detail: `User ${gone} is gone` }],
    ],
    [
      'an inactive token',
      own,
      { status: 'inactive' },
      [{ rule: 'inactive', detail: 'The token is inactive' }],
    ],
    [
      'an inactive v1 user',
      own,
      { status: 'inactive', kind: 'v1 user' },
      [{ rule: 'inactive', detail: 'The v1 user is inactive' }],
    ],
  ])('%s', (_, permissions, change, found) => {
    expect(credentialFindings(credential(permissions, change), around)).toEqual(found);
  });

  it('names some of many', () => {
    const types = ['tasks', 'checks', 'labels', 'views', 'variables', 'scrapers', 'dashboards'];
    const held = types.map((type) => readOf(type, { orgID: iot }));
    expect(credentialFindings(credential(held), around)[0]?.detail).toBe(
      'read tasks in iot, read checks in iot, read labels in iot, read views in iot, read variables in iot and 2 more',
    );
  });

  it('nothing is called gone by a caller who does not see everything', () => {
    const lost = credential(both('buckets', { orgID: iot, id: gone }), { userID: gone });
    expect(credentialFindings(lost, { ...around, isComplete: false })).toEqual([]);
  });

  it('a type that came with a newer server makes the set an older one', () => {
    const types = [...around.types, 'dreams'];
    const found = credentialFindings(credential(operatorSet), { ...around, types });
    expect(found).toContainEqual({ rule: 'older-set', detail: 'Without dreams' });
  });

  it('types that nobody has heard of are shown, and harmless', () => {
    const odd = credential([readOf('dreams', { orgID: iot, id: ts.id })]);
    expect(credentialFindings(odd, around)).toEqual([
      { rule: 'beyond-buckets', detail: `read dream ${ts.id}` },
    ]);
  });
});

it('every rule says why it matters and what to do, in a sentence', () => {
  for (const { title, why, fix } of Object.values(rules)) {
    expect(title).toMatch(/^\w.*[^.]$/);
    for (const sentence of [why, fix]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
});
