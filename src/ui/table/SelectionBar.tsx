import { Button, Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { counted, countText } from '@/lib/counted';
import classes from './DataTable.module.css';
import type { TableSelection } from './selection';
import type { TableSpec } from './tableSpec';

export interface SelectionBarProps<Row> {
  spec: TableSpec<Row>;
  total: number;
  selection: TableSelection<Row>;
  onClear: () => void;
  /** What can be done with the picked rows. */
  children: ReactNode;
}

/** Stays at the lower edge of the window while something is picked. */
export function SelectionBar<Row>(props: SelectionBarProps<Row>) {
  const { spec, total, selection, onClear, children } = props;
  const { rows, hiddenCount } = selection;
  if (rows.length === 0) return null;
  const hidden =
    hiddenCount === 0 ? '' : `, ${countText(hiddenCount)} not shown by search and filters`;
  return (
    <Paper
      component="section"
      aria-label={`Selected ${spec.noun[1]}`}
      className={classes.bar}
      withBorder
      shadow="md"
    >
      <Group gap="xs">
        <Text component="output" size="sm" fw={550}>
          {countText(rows.length)} selected of {counted(total, ...spec.noun)}
          {hidden}
        </Text>
        <Group gap={6} ml="auto">
          {children}
          <Button variant="subtle" color="gray" px={8} onClick={onClear}>
            Clear
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
