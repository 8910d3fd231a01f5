import { compareNatural, naturalKey } from '@/lib/naturalOrder';
import type { UrlCodec } from '@/ui/useUrlState';
import type { Facet, TableSpec } from './tableSpec';

export interface TableState {
  search: string;
  /** Column key, `-` before it for descending. */
  sort: string;
  /** Facet key → chosen values; facets without a choice are absent. */
  chosen: Readonly<Record<string, readonly string[]>>;
}

export function tableCodec<Row>(spec: TableSpec<Row>): UrlCodec<TableState> {
  const prefix = spec.prefix ?? '';
  const facets = spec.facets ?? [];
  const columns = new Set(spec.columns.map(({ key }) => key));
  return {
    keys: [`${prefix}q`, `${prefix}sort`, ...facets.map(({ key }) => prefix + key)],
    read(params) {
      const sort = params.get(`${prefix}sort`) ?? '';
      const chosen: Record<string, readonly string[]> = {};
      for (const { key } of facets) {
        const values = [...new Set(params.getAll(prefix + key))];
        if (values.length > 0) chosen[key] = values;
      }
      return {
        search: params.get(`${prefix}q`) ?? '',
        sort: columns.has(sort.replace(/^-/, '')) ? sort : spec.sort,
        chosen,
      };
    },
    write({ search, sort, chosen }) {
      const params = new URLSearchParams();
      if (search !== '') params.set(`${prefix}q`, search);
      if (sort !== spec.sort) params.set(`${prefix}sort`, sort);
      for (const { key } of facets) {
        for (const value of chosen[key] ?? []) params.append(prefix + key, value);
      }
      return params;
    },
  };
}

interface Keyed<Row> {
  row: Row;
  value: string | number;
  key: string | undefined;
  apart: boolean;
}

/** Rows apart come last. Equal rows keep their order. */
export function sorted<Row>(rows: readonly Row[], spec: TableSpec<Row>, sort: string): Row[] {
  const descending = sort.startsWith('-');
  const column = spec.columns.find(({ key }) => key === sort.replace(/^-/, ''));
  const order = column?.order ?? column?.text ?? (() => '');
  const keyed = rows.map((row): Keyed<Row> => {
    const value = order(row);
    const key = typeof value === 'string' ? naturalKey(value) : undefined;
    return { row, value, key, apart: spec.apart?.of(row) ?? false };
  });
  const direction = descending ? -1 : 1;
  keyed.sort((a, b) => Number(a.apart) - Number(b.apart) || direction * compare(a, b));
  return keyed.map(({ row }) => row);
}

function compare<Row>(a: Keyed<Row>, b: Keyed<Row>): number {
  if (typeof a.value === 'number' && typeof b.value === 'number') return a.value - b.value;
  return compareNatural(String(a.value), String(b.value), a.key, b.key);
}

/** What is searched of one row, in lower case. */
export interface Haystack {
  text: string;
  ids: string;
}

export function haystacks<Row>(rows: readonly Row[], spec: TableSpec<Row>): Haystack[] {
  const searched = spec.columns.filter(({ search }) => search === undefined);
  const ids = spec.columns.filter(({ search }) => search === 'id');
  const joined = (row: Row, columns: typeof searched, also?: (row: Row) => string) =>
    [...columns.map(({ text }) => text(row)), also?.(row) ?? ''].join('\n').toLowerCase();
  const { alsoSearched } = spec;
  return rows.map((row) => ({
    text: joined(row, searched, alsoSearched?.text),
    ids: joined(row, ids, alsoSearched?.ids),
  }));
}

const leastOfId = 6;

function occurs(word: string, { text, ids }: Haystack): boolean {
  return text.includes(word) || (word.length >= leastOfId && ids.includes(word));
}

export interface Search {
  search: string;
  chosen: TableState['chosen'];
}

/** Every word must occur; of each facet one of the chosen values. `stacks` are asked for only by a search. */
export function filtered<Row>(
  rows: readonly Row[],
  stacks: () => readonly Haystack[],
  facets: readonly Facet<Row>[],
  { search, chosen }: Search,
): Row[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const active = facets.filter(({ key }) => chosen[key] !== undefined);
  if (words.length === 0 && active.length === 0) return [...rows];
  const searched = words.length > 0 ? stacks() : [];
  return rows.filter((row, index) => {
    const stack = searched[index];
    return (
      words.every((word) => stack !== undefined && occurs(word, stack)) &&
      active.every(({ key, of }) => valuesOf(of(row)).some((value) => chosen[key]?.includes(value)))
    );
  });
}

export function valuesOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}

/** Whether a facet tells rows apart. */
export function hasChoice<Row>(rows: readonly Row[], facet: Facet<Row>): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const value = facet.of(first);
  const text = valuesOf(value).join('\n');
  return rows.some((row) => {
    const other = facet.of(row);
    return other !== value && valuesOf(other).join('\n') !== text;
  });
}

/** The values of a facet with the number of rows that have them, the most frequent first. */
export function facetCounts<Row>(
  rows: readonly Row[],
  facet: Facet<Row>,
): (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of valuesOf(facet.of(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compareNatural(a[0], b[0]));
}
