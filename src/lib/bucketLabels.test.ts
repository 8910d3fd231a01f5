import { expect, test } from 'vitest';
import { bucketLabels } from './bucketLabels';
import type { KnownBucket } from './surroundings';

const orgs = new Map([['0a', 'iot']]);

function bucket(id: string, name: string, orgID: string, type: KnownBucket['type'] = 'user') {
  return { id, name, orgID, type };
}

test('a name that another org has too is told with its org', () => {
  const own = bucket('1', 'tests', '0a');
  const twin = bucket('2', 'tests', '0b');
  const only = bucket('3', 'only', '0a');
  const labelOf = bucketLabels({ orgs, buckets: new Map([own, twin, only].map((b) => [b.id, b])) });
  expect([own, twin, only].map(labelOf)).toEqual(['tests (iot)', 'tests (0b)', 'only']);
});
