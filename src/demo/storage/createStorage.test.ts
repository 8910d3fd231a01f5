import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLines } from '@/lib/lineProtocolParse';
import { createStorage } from './createStorage';
import type { SeriesField, Storage, TimeSpan } from './storage';
import { partialWriteText } from './writePoints';

const ALL: TimeSpan = { start: -(2n ** 63n), stop: 2n ** 63n - 1n };
const S = 1_000_000_000n;
const NOW = 1_750_000_000n * S;

function withBucket(everySeconds = 0, version = '2.9.1'): Storage {
  const storage = createStorage({ version });
  storage.createBucket('b', { everySeconds, shardSeconds: 0 });
  return storage;
}

/** Times of the lines are in seconds. Null, or the text of the refusal. */
function write(storage: Storage, lines: string): string | null {
  const { points, errors } = parseLines(lines, { precision: 's' });
  expect(errors).toEqual([]);
  return partialWriteText(storage.write('b', points, NOW));
}

function shown({ measurement, tags, field, times, data }: SeriesField): string {
  const key = [measurement, ...tags.map((tag) => tag.join('='))].join(',');
  const values = Array.from(times, (time, i) => `${time / S}:${data.values[i]}`);
  return `${key} ${field} ${values.join(' ')}`;
}

function read(storage: Storage, span = ALL): string[] {
  return Array.from(storage.read('b', span), shown);
}

function keys(storage: Storage, span?: TimeSpan): string[] {
  return Array.from(
    storage.seriesKeys('b', span),
    (key) => `${key.measurement} ${key.field} ${key.type}`,
  );
}

describe('reading', () => {
  test('series come by measurement, tags and field, whatever the order they were written in', () => {
    const storage = withBucket();
    write(storage, 'n v=1 1\nm,t=b w=1,v=2 1\nm,t=a,u=x v=1 1\nm v=1 1\nm,s=z v=1 1\nm,t=a v=1 1');
    expect(read(storage)).toEqual([
      'm v 1:1',
      'm,s=z v 1:1',
      'm,t=a v 1:1',
      'm,t=a,u=x v 1:1',
      'm,t=b v 1:2',
      'm,t=b w 1:1',
      'n v 1:1',
    ]);
  });

  test('points are in order of time, and the last one written at a time wins', () => {
    const storage = withBucket();
    write(storage, 'm v=1 5\nm v=2 3\nm v=3 5\nm v=4 1\nm v=5 9\nm v=6 3');
    expect(read(storage)).toEqual(['m v 1:4 3:6 5:3 9:5']);
    write(storage, 'm v=7 9\nm v=8 2');
    expect(read(storage)).toEqual(['m v 1:4 2:8 3:6 5:3 9:7']);
  });

  test('a span is half-open; a series without points in it is left out', () => {
    const storage = withBucket();
    write(storage, 'm v=1 1\nm v=2 2\nm v=3 3\nn v=1 3');
    expect(read(storage, { start: 1n * S, stop: 3n * S })).toEqual(['m v 1:1 2:2']);
  });

  test('what was read stays as it was', () => {
    const storage = withBucket();
    write(storage, 'm v=1,s="a" 1\nm v=2,s="b" 2');
    const before = [...storage.read('b', ALL)];
    write(storage, 'm v=9,s="z" 1\nm v=3,s="c" 3');
    storage.deleteWhere('b', ALL, () => true);
    expect(before.map(shown)).toEqual(['m s 1:a 2:b', 'm v 1:1 2:2']);
  });

  test('every type keeps its values exactly', () => {
    const storage = withBucket();
    write(storage, 'm a=-9223372036854775808i,b=18446744073709551615u,c=f,d="",e=-0.1 1');
    expect(Array.from(storage.read('b', ALL), ({ data }) => [data.type, data.values[0]])).toEqual([
      ['integer', -(2n ** 63n)],
      ['unsigned', 2n ** 64n - 1n],
      ['boolean', 0],
      ['string', ''],
      ['float', -0.1],
    ]);
  });

  test('any order of writes, in any batches, reads as a map from time to the last value', () => {
    const step = fc.record({ time: fc.integer({ min: -20, max: 20 }), read: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const storage = withBucket();
        const model = new Map<number, number>();
        for (const [value, { time, read: looks }] of steps.entries()) {
          write(storage, `m v=${value} ${time}`);
          model.set(time, value);
          if (looks) read(storage);
        }
        const expected = [...model].sort(([a], [b]) => a - b).map(([t, v]) => `${t}:${v}`);
        expect(read(storage)).toEqual(steps.length === 0 ? [] : [`m v ${expected.join(' ')}`]);
      }),
    );
  });
});

describe('field types', () => {
  test('a conflict drops the whole point, and only it', () => {
    const storage = withBucket();
    expect(write(storage, 'm,t=a v=1 1\nm,t=b v=2i,u=3u 1\nm,t=b u=4u 1')).toBe(
      'partial write: field type conflict: input field "v" on measurement "m" is type integer, already exists as type float dropped=1',
    );
    expect(read(storage)).toEqual(['m,t=a v 1:1', 'm,t=b u 1:4']);
  });

  test('the first refusal of a shard speaks for all of its points', () => {
    const storage = withBucket();
    write(storage, 'm b=true,f=1 1');
    expect(write(storage, 'm b=1i 3\nm f="x" 4\nm s=3 5')).toBe(
      'partial write: field type conflict: input field "b" on measurement "m" is type integer, already exists as type boolean dropped=2',
    );
  });

  test('a type holds for a shard: another shard may have another', () => {
    const storage = withBucket();
    expect(write(storage, `m v=1 1\nm v=2i ${30 * 86_400}`)).toBeNull();
    expect(keys(storage)).toEqual(['m v integer', 'm v float']);
    expect(write(storage, 'm v=2i 2')).toContain('already exists as type float');
  });

  test('a type is forgotten when the last point of the measurement goes', () => {
    const storage = withBucket();
    write(storage, 'm,t=a v=1 1\nm,t=b v=1 2');
    storage.deleteWhere('b', ALL, ({ tags }) => tags[0]?.[1] === 'a');
    expect(write(storage, 'm v=1i 3')).not.toBeNull();
    storage.deleteWhere('b', ALL, () => true);
    expect(write(storage, 'm v=1i 3')).toBeNull();
    expect(read(storage)).toEqual(['m v 3:1']);
  });

  test('a string of more than a mebibyte is refused', () => {
    const storage = withBucket();
    expect(write(storage, `m v="${'a'.repeat(1_048_577)}" 1`)).toBe(
      'partial write: input field "v" on measurement "m" is too long, 1048577 > 1048576 dropped=1',
    );
    expect(write(storage, `m v="${'a'.repeat(1_048_576)}" 1`)).toBeNull();
  });
});

describe('a field called time', () => {
  test('alone it is refused', () => {
    expect(write(withBucket(), 'm time=1 5')).toBe(
      'partial write: invalid field name: input field "time" on measurement "m" is invalid dropped=1',
    );
  });

  test('beside others it is stripped, which 2.9 says and 2.7 does not', () => {
    const storage = withBucket();
    expect(write(storage, 'm time=1,w=2 4')).toBe(
      'partial write: invalid field name: input field "time" on measurement "m" is invalid. Field "time" has been stripped from point. dropped=0 for database: b for retention policy: autogen',
    );
    expect(read(storage)).toEqual(['m w 4:2']);
    expect(write(withBucket(0, '2.7.12'), 'm time=1,w=2 4')).toBeNull();
  });
});

describe('retention', () => {
  const now = NOW / S;

  test('older points are refused by name, the others stored', () => {
    const storage = withBucket(3600);
    const lines = `m,t=a\\ b v=1 1630424257\nm v=2 ${now - 7201n}\nm v=3 ${now - 3600n}\nm v=4 ${now + 99n}`;
    expect(write(storage, lines)).toBe(
      'partial write: dropped 2 points outside retention policy of duration 1h0m0s - ' +
        'oldest point m,t=a\\ b at 2021-08-31T15:37:37Z dropped because it violates a Retention Policy Lower Bound at 2025-06-15T14:06:40Z, ' +
        'newest point m at 2025-06-15T13:06:39Z dropped because it violates a Retention Policy Lower Bound at 2025-06-15T14:06:40Z ' +
        'dropped=2 for database: b for retention policy: autogen',
    );
    expect(read(storage)).toEqual([`m v ${now - 3600n}:3 ${now + 99n}:4`]);
  });

  test('an older point is stored where another of its write opens the shard', () => {
    const storage = withBucket(3600);
    expect(write(storage, `m v=1 ${now - 3601n}\nm v=2 ${now - 3600n}`)).toBeNull();
    expect(write(storage, `m v=3 ${now - 3601n}`)).not.toBeNull();
    expect(read(storage)).toEqual([`m v ${now - 3601n}:1 ${now - 3600n}:2`]);
  });

  test('builds before 2.7.12 say less', () => {
    expect(write(withBucket(3600, '2.7.11'), 'm v=1 1')).toBe(
      'partial write: points beyond retention policy dropped=1 for database: b for retention policy: autogen',
    );
  });

  test('a shard goes when it lies wholly outside', () => {
    const storage = withBucket(3600);
    write(storage, `m v=1 ${now - 3000n}\nm v=2 ${now}`);
    storage.expire(NOW + 3000n * S);
    expect(read(storage)).toEqual([`m v ${now - 3000n}:1 ${now}:2`]);
    storage.expire(NOW + 3600n * S);
    expect(read(storage)).toEqual([`m v ${now}:2`]);
  });

  test('a new retention counts from the next write on', () => {
    const storage = withBucket();
    expect(write(storage, 'm v=1 1')).toBeNull();
    storage.setRetention('b', { everySeconds: 3600, shardSeconds: 0 });
    expect(write(storage, 'm v=1 1')).not.toBeNull();
  });
});

describe('deleting', () => {
  function filled(): Storage {
    const storage = withBucket();
    write(storage, 'm,host=a v=1,s="x" 1\nm,host=a v=2 2\nm,host=b v=3 2\nm v=4 2\nn,host=a v=5 3');
    return storage;
  }

  test.each([
    [[], ['m,host=a v 1:1', 'm,host=a s 1:x']],
    [[{ key: '_measurement', operator: '=', value: 'm' }], ['n,host=a v 3:5']],
    [[{ key: 'host', operator: '!=', value: 'a' }], ['m v 2:4', 'n,host=a v 3:5']],
    [
      [
        { key: 'host', operator: '=', value: 'a' },
        { key: '_measurement', operator: '!=', value: 'm' },
      ],
      ['m,host=b v 2:3'],
    ],
    [[{ key: '_field', operator: '!=', value: 'v' }], ['m v 2:4', 'n,host=a v 3:5']],
  ] as const)('%j from the second second on', (terms, kept) => {
    const storage = filled();
    storage.delete('b', { start: 2n * S, stop: 4n * S }, terms);
    expect(read(storage)).toEqual(expect.arrayContaining([...kept]));
    expect(read(storage)).toContain('m,host=a s 1:x');
  });

  test('a tag that is not there does not differ from anything: the series stays', () => {
    const storage = filled();
    storage.delete('b', ALL, [{ key: 'host', operator: '!=', value: 'a' }]);
    expect(read(storage)).toEqual([
      'm v 2:4',
      'm,host=a s 1:x',
      'm,host=a v 1:1 2:2',
      'n,host=a v 3:5',
    ]);
  });

  test('a series goes with its last point', () => {
    const storage = filled();
    storage.delete('b', ALL, [{ key: 'host', operator: '=', value: 'a' }]);
    expect(keys(storage)).toEqual(['m v float', 'm v float']);
  });
});

describe('a measurement written with \\=', () => {
  test('is listed, never read, and no delete reaches it', () => {
    const storage = withBucket();
    write(storage, 'a\\=b v=1 1\na=b v=2 1');
    expect(keys(storage)).toEqual(['a=b v float', 'a=b v float']);
    expect(read(storage)).toEqual(['a=b v 1:2']);
    storage.delete('b', ALL, []);
    expect(keys(storage)).toEqual(['a=b v float']);
  });
});

describe('series of a span', () => {
  test('are those of its whole shards, which begin on Mondays', () => {
    const storage = withBucket();
    write(storage, 'cpu usage=1 1630424257\nmem free=2 1640424257');
    const hour = { start: 1630371600n * S, stop: 1630375200n * S };
    expect(keys(storage, hour)).toEqual(['cpu usage float']);
    const sundayBefore = { start: 1630195200n * S, stop: 1630281600n * S };
    expect(keys(storage, sundayBefore)).toEqual([]);
    expect(keys(storage)).toEqual(['cpu usage float', 'mem free float']);
  });
});

describe('a fork', () => {
  test('and its origin do not see what the other changes', () => {
    const origin = withBucket();
    write(origin, 'm v=1,s="a" 1\nm v=3,s="c" 3');
    const fork = origin.fork();
    write(origin, 'm v=4 4\nm s="b" 2');
    write(fork, 'm v=5 5\nm v=9 1\nn v=1 1');
    expect(read(origin)).toEqual(['m s 1:a 2:b 3:c', 'm v 1:1 3:3 4:4']);
    expect(read(fork)).toEqual(['m s 1:a 3:c', 'm v 1:9 3:3 5:5', 'n v 1:1']);
    fork.delete('b', ALL, []);
    expect(write(fork, 'm v=1i 1')).toBeNull();
    expect(read(origin)).toHaveLength(2);
    expect(write(origin, 'm v=1i 1')).not.toBeNull();
  });

  test('of filled columns leaves their arrays alone', () => {
    const storage = withBucket();
    const times = BigInt64Array.of(1n * S, 2n * S);
    const data = { type: 'float', values: Float64Array.of(1, 2) } as const;
    storage.fill('b', { measurement: 'm', tags: [['t', 'a']], field: 'v', times, data });
    write(storage, 'm,t=a v=9 2\nm,t=a v=3 3');
    expect(read(storage)).toEqual(['m,t=a v 1:1 2:9 3:3']);
    expect([...data.values]).toEqual([1, 2]);
    expect(write(storage, 'm v=1i 1')).toContain('already exists as type float');
  });
});

test('a bucket that is gone has no points; writing to it fails', () => {
  const storage = withBucket();
  write(storage, 'm v=1 1');
  storage.dropBucket('b');
  expect(read(storage)).toEqual([]);
  expect(() => storage.write('b', [], NOW)).toThrow('database not found: b');
});
