import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { counted, countText } from '@/lib/counted';
import { FacetMenu } from './FacetMenu';
import { SearchInput } from './SearchInput';
import type { TableSpec } from './tableSpec';
import { facetCounts } from './tableState';
import type { TableView } from './useTableRows';

export interface TableToolbarProps<Row> {
  spec: TableSpec<Row>;
  rows: readonly Row[];
  view: TableView<Row>;
}

export function TableToolbar<Row>({ spec, rows, view }: TableToolbarProps<Row>) {
  const { state, adjust, shown } = view;
  const [one, many] = spec.noun;
  const facets = useMemo(
    () => (spec.facets ?? []).map((facet) => ({ ...facet, counts: facetCounts(rows, facet) })),
    [spec, rows],
  );
  const total = counted(rows.length, one, many);
  return (
    <Group gap="xs">
      <SearchInput
        label={`Search ${many}`}
        value={state.search}
        onChange={(search) => adjust({ search })}
      />
      {facets
        .filter(({ key, counts }) => counts.length > 1 || state.chosen[key] !== undefined)
        .map(({ key, label, counts }) => (
          <FacetMenu
            key={key}
            label={label}
            counts={counts}
            chosen={state.chosen[key] ?? []}
            onChange={(values) => adjust({ chosen: withChoice(state.chosen, key, values) })}
          />
        ))}
      <Text size="sm" c="dimmed" ml="auto" aria-live="polite">
        {shown.length === rows.length ? total : `${countText(shown.length)} of ${total}`}
      </Text>
    </Group>
  );
}

type Chosen = Readonly<Record<string, readonly string[]>>;

function withChoice(chosen: Chosen, key: string, values: readonly string[]): Chosen {
  const { [key]: _before, ...others } = chosen;
  return values.length === 0 ? others : { ...others, [key]: values };
}
