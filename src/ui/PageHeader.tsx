import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: string;
  /** A word about the state, beside the title. */
  badge?: string;
  subtitle?: ReactNode;
  breadcrumbs?: ReactNode;
  /** Actions, at the right. */
  children?: ReactNode;
}

export function PageHeader({ title, badge, subtitle, breadcrumbs, children }: PageHeaderProps) {
  useDocumentTitle(`${title} · Headgate`);
  return (
    <Stack component="header" gap={4} mb="md">
      {breadcrumbs}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group gap="sm" miw={0} flex="1 1 240px">
          <Title order={1} size="h2" miw={0} lineClamp={2} title={title}>
            {title === '' ? '(no name)' : title}
          </Title>
          {badge !== undefined && (
            <Badge variant="light" color="gray" tt="none">
              {badge}
            </Badge>
          )}
        </Group>
        <Group gap="xs">{children}</Group>
      </Group>
      {subtitle !== undefined && (
        <Text component="div" size="sm" c="dimmed">
          {subtitle}
        </Text>
      )}
    </Stack>
  );
}
