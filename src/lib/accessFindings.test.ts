import { describe, expect, it } from 'vitest';
import {
  air,
  allAccessSet,
  around,
  both,
  credential,
  gone,
  inBucket,
  iot,
  lab,
  monitoring,
  operatorSet,
  otto,
  tests,
  ts,
} from '@/test/accessScene';
import { accessFindings } from './accessFindings';
import type { RuleName } from './findings';
import { readOf, writeOf } from './permissions';
import type { Credential, KnownDbrp, Surroundings } from './surroundings';

const dbrps: readonly KnownDbrp[] = [
  { database: 'airsensors', orgID: iot, bucketID: air.id },
  { database: 'tests', orgID: lab, bucketID: tests.id },
];

function details(
  rule: RuleName,
  credentials: readonly Credential[],
  here: Surroundings = around,
): string[] {
  return accessFindings(credentials, here, dbrps)
    .filter((finding) => finding.rule === rule)
    .map(({ detail }) => detail);
}

const own = both('buckets', inBucket(air));

it('those of each credential come with it', () => {
  const asleep = credential(own, { status: 'inactive' });
  expect(accessFindings([asleep], around, dbrps)).toContainEqual({
    rule: 'inactive',
    detail: 'The token is inactive',
    credentials: [asleep],
  });
});

describe('duplicates', () => {
  it('are tokens of one org that hold the same', () => {
    const twins = [credential(own), credential([...own, ...own].reverse())];
    const others = [credential(own, { orgID: lab }), credential(own.slice(1))];
    const found = accessFindings([...twins, ...others], around, dbrps);
    expect(found.filter(({ rule }) => rule === 'duplicate')).toEqual([
      { rule: 'duplicate', detail: '2 active tokens of iot hold the same', credentials: twins },
    ]);
  });

  it.each<[string, Partial<Credential>]>([
    ['inactive tokens', { status: 'inactive' }],
    ['tokens of an inactive owner', { userID: otto }],
    ['v1 users', { kind: 'v1 user' }],
  ])('are not %s', (_, change) => {
    expect(details('duplicate', [credential(own), credential(own, change)])).toEqual([]);
  });
});

describe('a v1 user whose databases lead nowhere', () => {
  const v1 = (permissions: Credential['permissions'], change: Partial<Credential> = {}) =>
    credential(permissions, { kind: 'v1 user', ...change });

  it.each([
    ['one bucket with a database', own, []],
    [
      'a bucket without a database',
      both('buckets', inBucket(ts)),
      ['No database leads to ts-bucket of iot'],
    ],
    ['one of two with a database', [...own, readOf('buckets', inBucket(ts))], []],
    [
      'a bucket of another org: the databases are those of its own',
      both('buckets', inBucket(tests)),
      ['It reaches no bucket of iot, the org of its databases'],
    ],
    [
      'a bucket that was deleted',
      both('buckets', { orgID: iot, id: gone }),
      ['It reaches no bucket of iot, the org of its databases'],
    ],
  ])('%s', (_, permissions, found) => {
    expect(details('database-nowhere', [v1(permissions)])).toEqual(found);
  });

  it('is not told where it cannot be known', () => {
    const unseen = { ...around, isComplete: false };
    expect(details('database-nowhere', [v1([readOf('buckets', { id: gone })])], unseen)).toEqual(
      [],
    );
    expect(details('database-nowhere', [v1(own, { orgID: 'unseen' })])).toEqual([]);
    expect(details('database-nowhere', [credential(both('buckets', inBucket(ts)))])).toEqual([]);
  });
});

describe('a bucket that nobody reads or writes', () => {
  const here = { ...around, buckets: new Map([ts, monitoring].map((one) => [one.id, one])) };

  it('says so, but for operator and all-access tokens', () => {
    const wide = [
      credential(operatorSet),
      credential(operatorSet),
      credential(allAccessSet()),
      credential(allAccessSet(lab), { orgID: lab }),
    ];
    expect(accessFindings(wide, here, []).filter(({ bucket }) => bucket)).toEqual([
      {
        rule: 'bucket-without-reader',
        detail:
          'No token and no v1 user reads ts-bucket of iot, besides 2 operator tokens and 1 all-access token',
        credentials: [],
        bucket: ts,
      },
      {
        rule: 'bucket-without-writer',
        detail:
          'No token and no v1 user writes ts-bucket of iot, besides 2 operator tokens and 1 all-access token',
        credentials: [],
        bucket: ts,
      },
    ]);
  });

  it.each<[string, Credential[], string[]]>([
    ['nobody at all', [], ['No token and no v1 user reads ts-bucket of iot']],
    ['a reader of the bucket', [credential([readOf('buckets', inBucket(ts))])], []],
    ['a reader of the org', [credential([readOf('buckets', { orgID: iot })])], []],
    ['a reader of every org', [credential([readOf('buckets')])], []],
    [
      'a reader of another org',
      [credential([readOf('buckets', { orgID: lab })])],
      ['No token and no v1 user reads ts-bucket of iot'],
    ],
    [
      'a writer',
      [credential([writeOf('buckets', inBucket(ts))])],
      ['No token and no v1 user reads ts-bucket of iot'],
    ],
    [
      'an inactive reader',
      [credential([readOf('buckets', inBucket(ts))], { status: 'inactive' })],
      ['No token and no v1 user reads ts-bucket of iot'],
    ],
    [
      'a reader whose owner is inactive',
      [credential([readOf('buckets', inBucket(ts))], { userID: otto })],
      ['No token and no v1 user reads ts-bucket of iot'],
    ],
    ['a v1 user who holds everything', [credential(operatorSet, { kind: 'v1 user' })], []],
  ])('%s', (_, credentials, found) => {
    expect(details('bucket-without-reader', credentials, here)).toEqual(found);
  });

  it('cannot be told by a caller who does not see all credentials', () => {
    expect(details('bucket-without-reader', [], { ...here, isComplete: false })).toEqual([]);
  });
});
