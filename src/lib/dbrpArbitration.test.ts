import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoClient } from '@/test/demoClient';
import type { DemoClient } from '@/test/demoClient';
import type { Mapping } from './dbrpArbitration';
import {
  afterCreate,
  afterDelete,
  afterUpdate,
  allMappings,
  routeChanges,
} from './dbrpArbitration';

type Step =
  | { kind: 'create'; database: string; policy: string; bucket: number; isDefault: boolean }
  | { kind: 'update'; which: number; policy?: string; isDefault?: boolean }
  | { kind: 'remove'; which: number };

const databases = fc.constantFrom('db', 'other', 'b0');
const policies = fc.constantFrom('autogen', 'raw', 'daily');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    database: databases,
    policy: policies,
    bucket: fc.nat(3),
    isDefault: fc.boolean(),
  }),
  fc.record(
    {
      kind: fc.constant('update' as const),
      which: fc.nat(5),
      policy: policies,
      isDefault: fc.boolean(),
    },
    { requiredKeys: ['kind', 'which'] },
  ),
  fc.record({ kind: fc.constant('remove' as const), which: fc.nat(5) }),
);
const bucketNames = fc.uniqueArray(
  fc.constantFrom('db', 'db/raw', 'db/daily/x', 'other', 'other/autogen', 'b0/raw'),
);

async function list({ send, orgID }: DemoClient): Promise<Mapping[]> {
  const { body } = await send('GET', `/api/v2/dbrps?orgID=${orgID}`);
  return (body as { content: Mapping[] }).content;
}

function seen(mappings: readonly Mapping[]): string[] {
  return mappings.map(
    ({ id, database, retention_policy, bucketID, virtual, default: isDefault }) =>
      `${id} ${database}/${retention_policy} → ${bucketID}${virtual ? ' virtual' : ''}${isDefault ? ' default' : ''}`,
  );
}

/** Sends one step and says what it foretold; the same mappings where the server refuses. */
async function take(demo: DemoClient, buckets: string[], stored: Mapping[], one: Step) {
  const { send, orgID } = demo;
  if (one.kind === 'create') {
    const draft = {
      database: one.database,
      retention_policy: one.policy,
      bucketID: buckets[one.bucket % buckets.length] ?? '',
      default: one.isDefault,
    };
    const { status, body } = await send('POST', '/api/v2/dbrps', { ...draft, orgID });
    return status === 201 ? afterCreate(stored, draft, (body as Mapping).id) : stored;
  }
  const target = stored[one.which % Math.max(stored.length, 1)];
  if (!target) return stored;
  const path = `/api/v2/dbrps/${target.id}?orgID=${orgID}`;
  if (one.kind === 'remove') {
    await send('DELETE', path);
    return afterDelete(stored, target.id);
  }
  const patch = {
    ...(one.policy !== undefined && { retention_policy: one.policy }),
    ...(one.isDefault !== undefined && { default: one.isDefault }),
  };
  const { status } = await send('PATCH', path, patch);
  return status === 200 ? afterUpdate(stored, target.id, patch) : stored;
}

test('what is foretold is what the server lists afterwards, whatever is done in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      bucketNames,
      fc.array(step, { minLength: 1, maxLength: 12 }),
      async (names, steps) => {
        const demo = demoClient();
        for (const name of names) {
          await demo.send('POST', '/api/v2/buckets', { orgID: demo.orgID, name });
        }
        const buckets = [...demo.state.buckets.values()];
        const own = buckets.filter(({ type }) => type === 'user').map(({ id }) => id);
        let stored: Mapping[] = [];
        for (const one of steps) {
          stored = await take(demo, own, stored, one);
          expect(seen(allMappings(stored, buckets))).toEqual(seen(await list(demo)));
        }
      },
    ),
    { numRuns: 60 },
  );
});

const mapping = (id: string, names: string, bucketID: string, isDefault = false): Mapping => {
  const [database = '', retention_policy = ''] = names.split('/');
  return { id, database, retention_policy, bucketID, default: isDefault, virtual: false };
};

test('a stored mapping takes the database over from the bucket of its name', () => {
  const buckets = [{ id: 'B', name: 'db' }];
  const before = allMappings([], buckets);
  const draft = { database: 'db', retention_policy: 'raw', bucketID: 'C' };
  const after = allMappings(afterCreate([], draft, '1'), buckets);
  expect(routeChanges(before, after, 'db')).toEqual([
    { database: 'db', from: 'B', to: 'C' },
    { database: 'db', retentionPolicy: 'raw', to: 'C' },
  ]);
});

test('removing the default passes it on, and the retention policy is found nowhere', () => {
  const stored = [mapping('1', 'db/raw', 'A', true), mapping('2', 'db/daily', 'B')];
  expect(routeChanges(stored, afterDelete(stored, '1'), 'db')).toEqual([
    { database: 'db', from: 'A', to: 'B' },
    { database: 'db', retentionPolicy: 'raw', from: 'A' },
  ]);
});

test('a new retention policy of the default is one name lost and one gained', () => {
  const stored = [mapping('1', 'db/raw', 'A', true)];
  expect(routeChanges(stored, afterUpdate(stored, '1', { retention_policy: 'x' }), 'db')).toEqual([
    { database: 'db', retentionPolicy: 'raw', from: 'A' },
    { database: 'db', retentionPolicy: 'x', to: 'A' },
  ]);
});
