import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  label: string;
  /** Searched, sorted by (unless `order` is given) and shown (unless `cell` is given). */
  text: (row: Row) => string;
  order?: (row: Row) => string | number;
  /** Keep it light: it is drawn for every visible row on every scroll step. */
  cell?: (row: Row) => ReactNode;
  /** Pixels; the least width of a column that grows. */
  width: number;
  grows?: boolean;
  align?: 'right';
  mono?: boolean;
  muted?: boolean;
  /** `no`: not searched. `id`: found by six or more of its characters, as few of them are in every id. */
  search?: 'no' | 'id';
  /** Left out where the window is not wide. */
  wide?: boolean;
  /** Left out while no row has a text for it. */
  sparse?: boolean;
}

export interface Facet<Row> {
  key: string;
  label: string;
  /** A row may have several values, or none. */
  of: (row: Row) => string | readonly string[];
}

/** What a table shows of its rows: data, made once outside the component. */
export interface TableSpec<Row> {
  /** Singular and plural, for the count: bucket, buckets. */
  noun: readonly [string, string];
  rowKey: (row: Row) => string;
  /** How a row is called in the names of its controls. */
  rowName: (row: Row) => string;
  columns: readonly Column<Row>[];
  facets?: readonly Facet<Row>[];
  /** Column key, `-` before it for descending. */
  sort: string;
  /** Rows that stand below all others, under a heading, whatever the sorting. */
  apart?: { label: string; of: (row: Row) => boolean };
  /** Searched besides the columns: texts, and ids that are found by six or more of their characters. */
  alsoSearched?: { text?: (row: Row) => string; ids?: (row: Row) => string };
  /** Up to so many rows are read at a glance: without search, facets and count. */
  plainUpTo?: number;
  /** Before the URL parameters, where a page has two tables. */
  prefix?: string;
}
