import type { BucketRow } from '@/features/buckets/bucketSpec';

const day = 86_400;
const retentions = [0, 1, 7, 30, 365];
const orgID = '0a1b2c3d4e5f6071';

const labels = ['production', 'test', 'archive'].map((name, i) => ({
  id: `00000000000000c${i}`,
  orgID,
  name,
  properties: { color: '#0f7173' },
}));

const hex = (n: number) => n.toString(16).padStart(16, '0');

/** Buckets of many teams, alike in every run: every fifth with labels, every third with a database. */
export function bucketRows(count: number): BucketRow[] {
  const start = Date.UTC(2026, 0, 1);
  return Array.from({ length: count }, (_, i) => {
    const id = hex(0x0aa0_0000_0000 + i * 7919);
    const time = new Date(start + i * 60_000).toISOString();
    const database = { id: hex(i), orgID, bucketID: id, database: `plant-${i}` };
    return {
      id,
      orgID,
      type: 'user',
      name: `team-${(i * 37) % 500}-sensors-${i}`,
      description: i % 2 === 0 ? `Readings of hall ${i % 90}` : undefined,
      retentionRules: [
        {
          type: 'expire',
          everySeconds: (retentions[i % 5] ?? 0) * day,
          shardGroupDurationSeconds: 7 * day,
        },
      ],
      createdAt: time,
      updatedAt: time,
      labels: i % 5 === 0 ? labels.slice(0, 1 + (i % 3)) : [],
      databases:
        i % 3 === 0
          ? [{ ...database, retention_policy: 'autogen', default: true, virtual: false }]
          : [],
    };
  });
}
