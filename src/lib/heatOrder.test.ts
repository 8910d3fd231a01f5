import { expect, test } from 'vitest';
import type { HeatColumn, HeatRow } from './heatMap';
import { orderedColumns, orderedRows } from './heatOrder';
import { indexOf } from './permissionIndex';

function row(name: string, of: Partial<HeatRow> & { user?: string } = {}): HeatRow {
  const { user = 'admin', ...rest } = of;
  return {
    credential: {
      kind: 'token',
      id: name,
      name,
      status: 'active',
      orgID: 'o',
      org: 'iot',
      userID: 'u',
      user,
      permissions: [],
      createdAt: '',
      updatedAt: '',
    },
    class: 'read/write',
    obstacle: '',
    index: indexOf([]),
    reads: 1,
    writes: 0,
    ...rest,
  };
}

const rows = [
  row('device 10', { user: 'mira' }),
  row('device 9', { class: 'read-only', reads: 3 }),
  row('root', { class: 'operator', reads: 9, writes: 9 }),
  row('device 1', { reads: 2, writes: 2 }),
];

test.each([
  ['name', ['device 1', 'device 9', 'device 10', 'root']],
  ['reach', ['root', 'device 1', 'device 9', 'device 10']],
  ['class', ['root', 'device 1', 'device 10', 'device 9']],
  ['owner', ['device 1', 'device 9', 'root', 'device 10']],
] as const)('rows by %s', (order, names) => {
  expect(orderedRows(rows, order).map(({ credential }) => credential.name)).toEqual(names);
});

const column = (name: string, readers: number, writers: number): HeatColumn => ({
  bucket: { id: name, orgID: 'o', name, type: name.startsWith('_') ? 'system' : 'user' },
  readers,
  writers,
});

const columns = [
  column('_tasks', 9, 9),
  column('b2', 1, 5),
  column('b10', 7, 0),
  column('a', 1, 1),
];

test.each([
  ['name', ['a', 'b2', 'b10', '_tasks']],
  ['readers', ['b10', 'a', 'b2', '_tasks']],
  ['writers', ['b2', 'a', 'b10', '_tasks']],
] as const)('columns by %s, system buckets last', (order, names) => {
  expect(orderedColumns(columns, order).map(({ bucket }) => bucket.name)).toEqual(names);
});
