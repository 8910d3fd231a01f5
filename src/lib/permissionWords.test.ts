import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ada, air, around, gone, inBucket, iot, lab, otto, tests, ts } from '@/test/accessScene';
import type { Permission } from './permissions';
import { permissionText, readOf, writeOf } from './permissions';
import { permissionWords, typeWords } from './permissionWords';

describe('a permission in words', () => {
  it.each<[string, Permission]>([
    ['read bucket “airsensors” of iot', readOf('buckets', inBucket(air))],
    ['read bucket “airsensors” of iot', readOf('buckets', { id: air.id })],
    ['write tasks in iot', writeOf('tasks', { orgID: iot })],
    ['read buckets in every org', readOf('buckets')],
    [`read bucket ${gone} (gone)`, readOf('buckets', { orgID: iot, id: gone })],
    [
      'read bucket “b” of acme',
      readOf('buckets', { orgID: 'x', id: gone, name: 'b', org: 'acme' }),
    ],
    ['write user “ada”', writeOf('users', { id: ada })],
    ['write org “iot”', writeOf('orgs', { id: iot })],
    ['write org “iot”', writeOf('orgs', { id: iot, orgID: iot })],
    ['read tokens in iot', readOf('authorizations', { orgID: iot })],
    [`read token ${gone}`, readOf('authorizations', { id: gone })],
    ['write DBRP mappings in iot', writeOf('dbrp', { orgID: iot })],
    [`write notification rule ${gone}`, writeOf('notificationRules', { id: gone })],
    ['read dreams in every org', readOf('dreams')],
  ])('%s', (words, permission) => {
    expect(permissionWords(permission, around)).toBe(words);
  });

  it('is not called gone by somebody who does not see everything', () => {
    const words = permissionWords(readOf('buckets', { id: gone }), {
      ...around,
      isComplete: false,
    });
    expect(words).toBe(`read bucket ${gone}`);
  });

  it('is another for each permission that allows something else', () => {
    const action = fc.constantFrom('read' as const, 'write' as const);
    const wide = fc.record(
      { type: fc.constantFrom(...around.types), orgID: fc.constantFrom(iot, lab) },
      { requiredKeys: ['type'] },
    );
    const single = fc.constantFrom(
      ...[air, ts, tests].map((bucket) => ({ type: 'buckets', ...inBucket(bucket) })),
      ...[ada, otto].map((id) => ({ type: 'users', id })),
      ...[iot, lab].map((id) => ({ type: 'orgs', id })),
      ...around.types.filter((type) => type !== 'buckets').map((type) => ({ type, id: gone })),
    );
    const permission = fc.record({ action, resource: fc.oneof(wide, single) });
    fc.assert(
      fc.property(permission, permission, (one, other) => {
        const areSame = permissionText(one) === permissionText(other);
        expect(permissionWords(one, around) === permissionWords(other, around)).toBe(areSame);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows no type without words of its own', () => {
    expect(new Set(around.types.map(typeWords)).size).toBe(around.types.length);
  });
});
