import { useDeferredValue, useMemo } from 'react';
import type { UrlState } from '@/ui/useUrlState';
import { useUrlState } from '@/ui/useUrlState';
import type { TableSpec } from './tableSpec';
import type { TableState } from './tableState';
import { filtered, haystacks, sorted, tableCodec } from './tableState';

export interface TableView<Row> extends UrlState<TableState> {
  /** What the search and the facets leave, sorted. */
  shown: Row[];
  clear: () => void;
}

export function useTableRows<Row>(spec: TableSpec<Row>, rows: readonly Row[]): TableView<Row> {
  const codec = useMemo(() => tableCodec(spec), [spec]);
  const url = useUrlState(codec);
  const { sort, search, chosen } = useDeferredValue(url.state);
  const inOrder = useMemo(() => sorted(rows, spec, sort), [rows, spec, sort]);
  // Made at the first search: ten thousand rows have a lot of text.
  const texts = useMemo(() => once(() => haystacks(inOrder, spec)), [inOrder, spec]);
  const shown = useMemo(
    () => filtered(inOrder, texts, spec.facets ?? [], { search, chosen }),
    [inOrder, texts, spec, search, chosen],
  );
  const clear = () => url.adjust({ search: '', chosen: {} });
  return { ...url, shown, clear };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
