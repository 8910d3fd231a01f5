import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createToken } from '@/demo/store/authorizations';
import { demoClient } from '@/test/demoClient';
import type { DemoClient } from '@/test/demoClient';
import type { Mapping } from './dbrpArbitration';
import { dbrpNameProblem } from './dbrpNames';
import type { Landing, MappedOrg, Request1x } from './dbrpResolve';
import { resolveQuery, resolveWrite } from './dbrpResolve';
import type { Permission } from './permissions';

const token = 'a-token-of-this-test';

async function orgOf({ send, orgID, state }: DemoClient): Promise<MappedOrg> {
  const { body } = await send('GET', `/api/v2/dbrps?orgID=${orgID}`);
  const { content } = body as { content: Mapping[] };
  const buckets = [...state.buckets.values()].map(({ id, name, type }) => ({
    id,
    name,
    type,
    orgID,
  }));
  return { orgID, stored: content.filter(({ virtual }) => !virtual), buckets };
}

const address = ({ database, retentionPolicy }: Request1x) =>
  `db=${encodeURIComponent(database)}${retentionPolicy === '' ? '' : `&rp=${retentionPolicy}`}`;

async function ask(demo: DemoClient, path: string, body?: string) {
  const response = await demo.handle(
    new Request(`http://demo${path}`, {
      method: 'POST',
      headers: { Authorization: `Token ${token}`, 'Content-Type': 'text/plain' },
      body: body ?? '',
    }),
  );
  const text = await response.text();
  return { status: response.status, text };
}

/** Where one point ends: the bucket that has its measurement afterwards. */
async function written(demo: DemoClient, to: Request1x): Promise<Landing> {
  const { status, text } = await ask(demo, `/write?${address(to)}`, 'probe v=1');
  if (status !== 204) return { status, message: (JSON.parse(text) as { message: string }).message };
  for (const { id } of demo.state.buckets.values()) {
    if (measurements(demo, id)) return { bucketID: id } as Landing;
  }
  throw new Error('stored nowhere');
}

function measurements({ state }: DemoClient, bucketID: string): boolean {
  return [...state.storage.seriesKeys(bucketID)].some(({ measurement }) => measurement === 'probe');
}

async function queried(demo: DemoClient, of: Request1x): Promise<string | undefined> {
  const q = encodeURIComponent('SELECT v FROM nothing');
  const { text } = await ask(demo, `/query?q=${q}&${address(of)}`);
  return (JSON.parse(text) as { results: { error?: string }[] }).results[0]?.error;
}

const shortened = (landing: Landing) =>
  'bucketID' in landing ? { bucketID: landing.bucketID } : landing;

const names = ['db', 'db/raw', 'other/raw', 'b0', 'other'];

test('1.x writes and queries end where it is foretold, for every credential', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(names),
      fc.array(
        fc.record({
          database: fc.constantFrom('db', 'other', 'b0'),
          policy: fc.constantFrom('autogen', 'raw'),
          bucket: fc.nat(5),
          isDefault: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      fc.array(fc.tuple(fc.constantFrom('read' as const, 'write' as const), fc.nat(5)), {
        maxLength: 5,
      }),
      fc.record({
        database: fc.constantFrom('db', 'other', 'b0', '_monitoring', 'nope'),
        retentionPolicy: fc.constantFrom('', 'autogen', 'raw', 'nope'),
      }),
      async (bucketNames, drafts, holdings, request) => {
        const demo = demoClient();
        const { send, orgID, userID, state } = demo;
        for (const name of bucketNames) await send('POST', '/api/v2/buckets', { orgID, name });
        const ids = [...state.buckets.values()]
          .filter(({ type }) => type === 'user')
          .map(({ id }) => id);
        const at = (place: number) => ids[place % ids.length] ?? '';
        for (const { database, policy, bucket, isDefault } of drafts) {
          await send('POST', '/api/v2/dbrps', {
            ...{ orgID, database, retention_policy: policy },
            ...{ bucketID: at(bucket), default: isDefault },
          });
        }
        const permissions = holdings.map(([action, bucket]): Permission => ({
          action,
          resource: { type: 'buckets', orgID, id: at(bucket) },
        }));
        createToken(state, { orgID, userID, token, permissions });
        const org = await orgOf(demo);
        const foretold = resolveQuery(org, request, permissions);
        expect(await queried(demo, request)).toBe(
          'message' in foretold ? foretold.message : undefined,
        );
        expect(await written(demo, request)).toEqual(
          shortened(resolveWrite(org, request, permissions)),
        );
      },
    ),
    { numRuns: 80 },
  );
});

const org: MappedOrg = {
  orgID: 'O',
  stored: [],
  buckets: [
    { id: 'T', orgID: 'O', name: 'ts-bucket', type: 'user' },
    { id: 'R', orgID: 'O', name: 'only/raw', type: 'user' },
  ],
};

test.each([
  ['', '', 'missing db', 'database name required'],
  ['nope', '', 'no dbrp mapping found', 'database not found: nope'],
  ['only', '', 'no dbrp mapping found', 'default retention policy not set for: only'],
  ['ts-bucket', 'x', 'no dbrp mapping found', 'retention policy not found: x'],
])('db=%j rp=%j is refused as the server does', (database, retentionPolicy, write, query) => {
  expect(resolveWrite(org, { database, retentionPolicy })).toMatchObject({ message: write });
  expect(resolveQuery(org, { database, retentionPolicy })).toMatchObject({ message: query });
});

test('a bucket without a slash answers for its name; an operator sees it', () => {
  const landing = resolveWrite(org, { database: 'ts-bucket', retentionPolicy: '' });
  expect(landing).toMatchObject({ bucketID: 'T', mapping: { virtual: true } });
});

test.each(['', 'a/b', 'a\\b', '.', '..', 'tab\tbed'])('%j is no name', (name) => {
  expect(dbrpNameProblem(name, 'database')).not.toBeNull();
});

test('names are checked as the server checks them', async () => {
  const { send, orgID, bucketID } = demoClient();
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 6, unit: 'binary' }), async (database) => {
      const draft = { orgID, bucketID, database, retention_policy: crypto.randomUUID() };
      const { status } = await send('POST', '/api/v2/dbrps', draft);
      expect(dbrpNameProblem(database, 'database') === null).toBe(status === 201);
    }),
    { numRuns: 100 },
  );
});
