import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TableSpec } from './tableSpec';
import { facetCounts, filtered, hasChoice, haystacks, sorted, tableCodec } from './tableState';

interface Plant {
  name: string;
  size: number;
  tags: string[];
}

const spec: TableSpec<Plant> = {
  noun: ['plant', 'plants'],
  rowKey: ({ name }) => name,
  rowName: ({ name }) => name,
  sort: 'name',
  columns: [
    { key: 'name', label: 'Name', width: 100, text: ({ name }) => name },
    {
      key: 'id',
      label: 'Id',
      width: 100,
      search: 'id',
      text: ({ size }) => `c0ffee00cafe20${size}`,
    },
    { key: 'made', label: 'Made', width: 100, search: 'no', text: () => '2026-01-02' },
    {
      key: 'size',
      label: 'Size',
      width: 100,
      text: ({ size }) => `${size} cm`,
      order: ({ size }) => size,
    },
  ],
  facets: [{ key: 'tag', label: 'Tag', of: ({ tags }) => tags }],
  apart: { label: 'Weeds', of: ({ tags }) => tags.includes('weed') },
};
const facets = spec.facets ?? [];

const plants: Plant[] = [
  { name: 'plant-10', size: 9, tags: ['tree'] },
  { name: 'Plant-2', size: 100, tags: ['tree', 'fruit'] },
  { name: 'a-weed', size: 5, tags: ['weed'] },
  { name: 'plant-1', size: 20, tags: [] },
];
const names = (rows: Plant[]) => rows.map(({ name }) => name);

test('names sort by their numbers, whatever their case, rows apart last', () => {
  expect(names(sorted(plants, spec, 'name'))).toEqual(['plant-1', 'Plant-2', 'plant-10', 'a-weed']);
  expect(names(sorted(plants, spec, '-name'))).toEqual([
    'plant-10',
    'Plant-2',
    'plant-1',
    'a-weed',
  ]);
});

test('numbers sort as numbers, not as they are shown', () => {
  expect(names(sorted(plants, spec, '-size'))).toEqual([
    'Plant-2',
    'plant-1',
    'plant-10',
    'a-weed',
  ]);
});

test.each([
  ['PLANT 20', {}, ['plant-1']],
  ['cm', {}, ['plant-10', 'Plant-2', 'a-weed', 'plant-1']],
  ['', { tag: ['fruit', 'weed'] }, ['Plant-2', 'a-weed']],
  ['plant', { tag: ['weed'] }, []],
  ['2026', {}, []],
  ['cafe', {}, []],
  ['cafe20100', {}, ['Plant-2']],
  ['', { unknown: ['x'] }, ['plant-10', 'Plant-2', 'a-weed', 'plant-1']],
])('searching %j with %j finds %j', (search, chosen, found) => {
  const texts = () => haystacks(plants, spec);
  expect(names(filtered(plants, texts, facets, { search, chosen }))).toEqual(found);
});

test('a facet counts rows by value', () => {
  expect(facets.map((facet) => facetCounts(plants, facet))).toEqual([
    [
      ['tree', 2],
      ['fruit', 1],
      ['weed', 1],
    ],
  ]);
});

test('the state survives the address', () => {
  const codec = tableCodec(spec);
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom('name', '-name', 'size', '-size'),
      fc.uniqueArray(fc.string(), { minLength: 1 }),
      (search, sort, tags) => {
        const state = { search, sort, chosen: { tag: tags } };
        const address = codec.write(state).toString();
        expect(codec.read(new URLSearchParams(address))).toEqual(state);
      },
    ),
  );
});

test('defaults are left out of the address, nonsense is read as the default', () => {
  const codec = tableCodec(spec);
  const state = { search: '', sort: 'name', chosen: {} };
  expect(codec.write(state).toString()).toBe('');
  expect(codec.read(new URLSearchParams('sort=-nope&other=1'))).toEqual(state);
});

test('what no column shows is found too, ids by six characters', () => {
  const wide = {
    ...spec,
    alsoSearched: { text: () => 'Greenhouse', ids: ({ size }: Plant) => `feedfacefeed${size}` },
  };
  const find = (search: string) =>
    names(filtered(plants, () => haystacks(plants, wide), facets, { search, chosen: {} }));
  expect(find('greenhouse')).toHaveLength(4);
  expect(find('feedfacefeed100')).toEqual(['Plant-2']);
  expect(find('edface')).toHaveLength(4);
  expect(find('edfac')).toEqual([]);
});

test.each([
  ['no rows', [], false],
  ['rows that are alike', [['a'], ['a']], false],
  ['one that has no value', [['a'], []], true],
  ['different ones', [['a'], ['b']], true],
  ['the same in part', [['a'], ['a', 'b']], true],
])('a facet that tells apart: %s', (_name, tags, expected) => {
  const rows = tags.map((some) => ({ name: '', size: 0, tags: some }));
  expect(hasChoice(rows, facets[0]!)).toBe(expected);
});
