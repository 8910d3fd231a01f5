import { useCallback, useMemo, useState } from 'react';
import type { TableSpec } from './tableSpec';

export interface Selection<Row> {
  keys: ReadonlySet<string>;
  /** Those that are listed: what a search hides is not acted upon. */
  rows: readonly Row[];
  select: (key: string, selected: boolean) => void;
  selectAll: (selected: boolean) => void;
}

export function useSelection<Row>(spec: TableSpec<Row>, shown: readonly Row[]): Selection<Row> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const select = useCallback((key: string, selected: boolean) => {
    setKeys((before) => {
      const after = new Set(before);
      if (selected) after.add(key);
      else after.delete(key);
      return after;
    });
  }, []);
  const rows = useMemo(
    () => shown.filter((row) => keys.has(spec.rowKey(row))),
    [shown, keys, spec],
  );
  const selectAll = (selected: boolean) => setKeys(new Set(selected ? shown.map(spec.rowKey) : []));
  return { keys, rows, select, selectAll };
}
