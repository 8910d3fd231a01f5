import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  title: string;
  /** A word about the state, beside the title. */
  badge?: string;
  subtitle?: ReactNode;
  /** Actions, at the right. */
  children?: ReactNode;
}

export function PageHeader({ title, badge, subtitle, children }: PageHeaderProps) {
  useDocumentTitle(`${title} · Headgate`);
  return (
    <Group component="header" justify="space-between" align="flex-start" gap="sm" mb="md">
      <Stack gap={4} miw={0} flex="1 1 240px">
        <Group gap="sm" miw={0}>
          <Title
            order={1}
            size="h2"
            miw={0}
            lineClamp={2}
            style={{ overflowWrap: 'anywhere' }}
            dir="auto"
            title={title}
          >
            {title === '' ? '(no name)' : title}
          </Title>
          {badge !== undefined && (
            <Badge variant="light" color="gray" tt="none">
              {badge}
            </Badge>
          )}
        </Group>
        {subtitle !== undefined && subtitle !== '' && (
          <Text component="div" size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {subtitle}
          </Text>
        )}
      </Stack>
      {children !== undefined && <Group gap="xs">{children}</Group>}
    </Group>
  );
}
