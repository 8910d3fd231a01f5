import { Box, UnstyledButton } from '@mantine/core';
import { useDisclosure, useId } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import classes from './explorer.module.css';
import type { ExplorerState } from './explorerUrl';
import { QueryBuilder } from './QueryBuilder';
import type { Explorer } from './useExplorer';

export interface BuilderPaneProps {
  explorer: Explorer;
  /** Then the builder folds away, so that the chart is near the top. */
  isNarrow: boolean;
}

export function BuilderPane({ explorer, isNarrow }: BuilderPaneProps) {
  const { state } = explorer;
  const [opened, { toggle }] = useDisclosure(state.fields.length === 0 && state.text === null);
  const pane = useId();
  const builder = (
    <Box className={classes.builder} id={pane}>
      <QueryBuilder explorer={explorer} />
    </Box>
  );
  if (!isNarrow) return builder;
  return (
    <div>
      <UnstyledButton
        className={classes.builderToggle}
        onClick={toggle}
        aria-expanded={opened}
        aria-controls={opened ? pane : undefined}
        mb={opened ? 'sm' : 0}
      >
        {opened ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
        Builder
        <span className={classes.builderSummary}>{summaryOf(state)}</span>
      </UnstyledButton>
      {opened && builder}
    </div>
  );
}

function summaryOf({ bucket, measurement, fields, tags, fn, text }: ExplorerState): string {
  if (text !== null) return 'the query was edited by hand';
  const parts = [bucket, measurement, fields.join(', '), ...tags.flatMap(({ values }) => values)];
  const picked = parts.filter((part) => part !== '');
  return picked.length === 0 ? 'nothing picked' : [...picked, fn].join(' · ');
}
