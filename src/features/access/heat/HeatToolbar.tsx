import { Group, NativeSelect, Switch, TextInput } from '@mantine/core';
import type { ColumnOrder, RowOrder } from '@/lib/heatOrder';
import { ExportMenu } from '@/ui/ExportMenu';
import { SearchInput } from '@/ui/table/SearchInput';
import type { UrlState } from '@/ui/useUrlState';
import classes from './heat.module.css';
import type { HeatState } from './heatUrl';

export interface HeatToolbarProps extends Pick<UrlState<HeatState>, 'state' | 'adjust'> {
  fileName: string;
  csv: () => string;
}

const rowLabels: Record<RowOrder, string> = {
  name: 'Rows by name',
  reach: 'Rows by reach',
  class: 'Rows by class',
  owner: 'Rows by owner',
};

const columnLabels: Record<ColumnOrder, string> = {
  name: 'Columns by name',
  readers: 'Columns by readers',
  writers: 'Columns by writers',
};

function options<Value extends string>(labels: Record<Value, string>) {
  return Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
}

export function HeatToolbar({ state, adjust, fileName, csv }: HeatToolbarProps) {
  return (
    <Group gap="xs">
      <SearchInput
        label="Search credentials"
        value={state.search}
        onChange={(search) => adjust({ search })}
      />
      <TextInput
        size="xs"
        type="search"
        aria-label="Search buckets"
        placeholder="Search buckets"
        value={state.buckets}
        onChange={(event) => adjust({ buckets: event.currentTarget.value })}
        flex="1 1 120px"
        maw={200}
      />
      <NativeSelect
        size="xs"
        aria-label="Order of rows"
        data={options(rowLabels)}
        value={state.rows}
        onChange={(event) => adjust({ rows: event.currentTarget.value as RowOrder })}
      />
      <NativeSelect
        size="xs"
        aria-label="Order of columns"
        data={options(columnLabels)}
        value={state.columns}
        onChange={(event) => adjust({ columns: event.currentTarget.value as ColumnOrder })}
      />
      <Switch
        size="xs"
        label="System buckets"
        checked={state.withSystem}
        onChange={(event) => adjust({ withSystem: event.currentTarget.checked })}
      />
      <Group gap="xs" ml="auto">
        <ExportMenu name={fileName} texts={{ csv }} />
      </Group>
    </Group>
  );
}

export function HeatLegend() {
  return (
    <Group gap="md" fz="xs" c="dimmed">
      <Sign letters="R" bits={1} text="reads" />
      <Sign letters="W" bits={2} text="writes, which includes renaming and deleting the bucket" />
      <Sign letters="RW" bits={3} text="both" />
      <Sign letters="R" bits={1} text="refused now: inactive, or its owner is" isRefused />
    </Group>
  );
}

interface SignProps {
  letters: string;
  bits: number;
  text: string;
  isRefused?: boolean;
}

function Sign({ letters, bits, text, isRefused = false }: SignProps) {
  return (
    <span className={classes.legend}>
      <span className={classes.mark} data-bits={bits} data-refused={isRefused ? '' : undefined}>
        {letters}
      </span>
      {text}
    </span>
  );
}
