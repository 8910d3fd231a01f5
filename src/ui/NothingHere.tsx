import { EmptyState } from '@mantine/core';
import type { ReactNode } from 'react';

export interface NothingHereProps {
  title: string;
  /** Why, and what to do next. */
  children?: ReactNode;
  action?: ReactNode;
}

export function NothingHere({ title, children, action }: NothingHereProps) {
  return (
    <EmptyState size="sm" py="xl">
      <EmptyState.Title order={2}>{title}</EmptyState.Title>
      {children !== undefined && <EmptyState.Description>{children}</EmptyState.Description>}
      {action !== undefined && <EmptyState.Actions>{action}</EmptyState.Actions>}
    </EmptyState>
  );
}
