import { Box, Collapse, Group, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { RequestPreview } from '@/components/RequestPreview';
import { CopyButton } from '@/ui/CopyButton';
import classes from './explorer.module.css';
import { callOf, writtenOut } from './source';
import type { Explorer } from './useExplorer';

const QueryEditor = lazy(() =>
  import('@/components/editor/QueryEditor').then((m) => ({ default: m.QueryEditor })),
);

export interface QueryTextProps {
  explorer: Explorer;
  isNarrow: boolean;
}

/** The text that is run: the builder's, or one's own from the first key on. */
export function QueryText({ explorer, isNarrow }: QueryTextProps) {
  const { source, text, isBuilt, adjust, run, variables } = explorer;
  const [opened, { toggle }] = useDisclosure(!isNarrow || !isBuilt);
  const language = source.language === 'flux' ? 'Flux' : 'InfluxQL';
  const change = (value: string) => {
    if (value !== text) adjust({ text: value });
  };
  return (
    <Box className={classes.text}>
      <Group justify="space-between" px="sm" py={6} wrap="nowrap">
        <UnstyledButton onClick={toggle} aria-expanded={opened}>
          <Group gap={6} wrap="nowrap">
            {opened ? (
              <IconChevronDown size={14} className={classes.icon} />
            ) : (
              <IconChevronRight size={14} className={classes.icon} />
            )}
            <Text size="sm" fw={550}>
              {language}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {aboutText(explorer)}
            </Text>
          </Group>
        </UnstyledButton>
        <CopyButton text={writtenOut(source, text, variables)} what={`the ${language} query`} />
      </Group>
      <Collapse expanded={opened}>
        <Suspense
          fallback={
            <Box p="sm">
              <Skeleton height={104} />
            </Box>
          }
        >
          <QueryEditor language={source.language} value={text} onChange={change} onRun={run} />
        </Suspense>
        <Box px="xs" pb={6}>
          <RequestPreview calls={[callOf(source, text, variables)]} />
        </Box>
      </Collapse>
    </Box>
  );
}

function aboutText({ isBuilt, followsRange }: Explorer): string {
  if (isBuilt) return 'from the builder; edit it to make it yours';
  return followsRange
    ? 'yours; Ctrl+Enter runs it'
    : 'yours, with a time range of its own; Ctrl+Enter runs it';
}
