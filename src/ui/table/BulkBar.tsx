import { Button, Group, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

export interface BulkBarProps {
  count: number;
  onClear: () => void;
  children: ReactNode;
}

export function BulkBar({ count, onClear, children }: BulkBarProps) {
  return (
    <Paper className={classes.bulk} withBorder shadow="md" px="sm" py={6}>
      <Group gap="sm">
        <Text size="sm" fw={600} aria-live="polite">
          {count} selected
        </Text>
        {children}
        <Button size="xs" variant="subtle" color="gray" ml="auto" onClick={onClear}>
          Clear selection
        </Button>
      </Group>
    </Paper>
  );
}
