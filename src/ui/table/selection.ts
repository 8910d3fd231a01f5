import { useCallback, useMemo, useState } from 'react';
import type { TableSpec } from './tableSpec';

/** The rows that were picked, whether the search and the facets show them or not. */
export interface Selection<Row> {
  rows: readonly Row[];
  /** Picks these alone. */
  pick: (rows: readonly Row[]) => void;
  clear: () => void;
}

export interface TableSelection<Row> extends Selection<Row> {
  has: (row: Row) => boolean;
  /** Picks or drops one; with `isRange` all from the one before to it, as that one was. */
  toggle: (row: Row, isRange: boolean) => void;
  /** Of the rows that are shown. */
  shown: 'all' | 'some' | 'none';
  toggleShown: () => void;
  hiddenCount: number;
}

interface Picked {
  keys: ReadonlySet<string>;
  /** The row toggled last: where a range begins. */
  last: string | undefined;
}

const nothing: Picked = { keys: new Set(), last: undefined };

function withRows(keys: ReadonlySet<string>, rows: readonly string[], isPicked: boolean) {
  const next = new Set(keys);
  for (const key of rows) {
    if (isPicked) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** What follows from a click on `key` among the keys shown. */
export function toggled(picked: Picked, key: string, range: readonly string[] | null): Picked {
  const { keys, last } = picked;
  const from = range && last !== undefined ? range.indexOf(last) : -1;
  const to = range?.indexOf(key) ?? -1;
  if (range && last !== undefined && from >= 0 && to >= 0) {
    const between = range.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { keys: withRows(keys, between, keys.has(last)), last: key };
  }
  return { keys: withRows(keys, [key], !keys.has(key)), last: key };
}

/** Rows that are gone from `rows` are no longer picked. */
export function useSelection<Row>(
  { rowKey }: TableSpec<Row>,
  rows: readonly Row[],
  shown: readonly Row[],
): TableSelection<Row> {
  const [picked, setPicked] = useState(nothing);
  const { keys } = picked;
  const has = useCallback((row: Row) => keys.has(rowKey(row)), [keys, rowKey]);
  const selected = useMemo(() => (keys.size === 0 ? [] : rows.filter(has)), [keys, rows, has]);
  const shownCount = useMemo(
    () => (keys.size === 0 ? 0 : shown.filter(has).length),
    [keys, shown, has],
  );
  const toggle = useCallback(
    (row: Row, isRange: boolean) =>
      setPicked((now) => toggled(now, rowKey(row), isRange ? shown.map(rowKey) : null)),
    [rowKey, shown],
  );
  const state = shownCount === 0 ? 'none' : shownCount === shown.length ? 'all' : 'some';
  return {
    rows: selected,
    pick: (some) => setPicked({ keys: new Set(some.map(rowKey)), last: undefined }),
    clear: () => setPicked(nothing),
    has,
    toggle,
    shown: state,
    toggleShown: () =>
      setPicked((now) => ({
        keys: withRows(now.keys, shown.map(rowKey), state !== 'all'),
        last: undefined,
      })),
    hiddenCount: selected.length - shownCount,
  };
}
