import { Box, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PageColumns.module.css';

export interface PageColumnsProps {
  left: ReactNode;
  right: ReactNode;
}

/** The sections of an object's page side by side, below each other where there is no room. */
export function PageColumns({ left, right }: PageColumnsProps) {
  return (
    <Box className={classes.columns}>
      <Stack gap="xl">{left}</Stack>
      <Stack gap="xl">{right}</Stack>
    </Box>
  );
}
