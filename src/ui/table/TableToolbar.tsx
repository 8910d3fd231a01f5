import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { counted, countText } from '@/lib/counted';
import { FacetMenu } from './FacetMenu';
import { SearchInput } from './SearchInput';
import type { TableSpec } from './tableSpec';
import { hasChoice } from './tableState';
import type { TableView } from './useTableRows';

export interface TableToolbarProps<Row> {
  spec: TableSpec<Row>;
  rows: readonly Row[];
  view: TableView<Row>;
  tools?: ReactNode;
}

export function TableToolbar<Row>({ spec, rows, view, tools }: TableToolbarProps<Row>) {
  const { state, adjust, shown } = view;
  const [one, many] = spec.noun;
  const facets = useMemo(
    () => (spec.facets ?? []).filter((facet) => hasChoice(rows, facet)),
    [spec, rows],
  );
  const shownFacets = (spec.facets ?? []).filter(
    (facet) => facets.includes(facet) || state.chosen[facet.key] !== undefined,
  );
  const total = counted(rows.length, one, many);
  return (
    <Group gap="xs">
      <SearchInput
        label={`Search ${many}`}
        value={state.search}
        onChange={(search) => adjust({ search })}
      />
      {shownFacets.map((facet) => (
        <FacetMenu
          key={facet.key}
          facet={facet}
          rows={rows}
          chosen={state.chosen[facet.key] ?? []}
          onChange={(values) => adjust({ chosen: withChoice(state.chosen, facet.key, values) })}
        />
      ))}
      <Text size="sm" c="dimmed" ml="auto" aria-live="polite">
        {shown.length === rows.length ? total : `${countText(shown.length)} of ${total}`}
      </Text>
      {tools}
    </Group>
  );
}

type Chosen = Readonly<Record<string, readonly string[]>>;

function withChoice(chosen: Chosen, key: string, values: readonly string[]): Chosen {
  const { [key]: _before, ...others } = chosen;
  return values.length === 0 ? others : { ...others, [key]: values };
}
