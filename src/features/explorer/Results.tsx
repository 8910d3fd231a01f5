import { Alert, Box, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router-dom';
import { ResultFailure } from '@/components/resultQueries';
import type { ChartResult } from '@/components/resultQueries';
import { useErrorWords } from '@/ui/errorWords';
import classes from './explorer.module.css';
import { RunStatus } from './RunBar';
import type { Explorer } from './useExplorer';

const ResultChart = lazy(() => import('./ResultChart').then((m) => ({ default: m.ResultChart })));
const ResultTable = lazy(() =>
  import('@/ui/charts/ResultTable').then((m) => ({ default: m.ResultTable })),
);

const views = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
];

export function Results({ explorer }: { explorer: Explorer }) {
  const { state, adjust } = explorer;
  return (
    <Stack gap="xs" component="section" aria-label="Result">
      <Group justify="space-between">
        <SegmentedControl
          aria-label="View"
          data={views}
          value={state.view}
          onChange={(view) => adjust({ view: view === 'table' ? 'table' : 'chart' })}
        />
        <RunStatus explorer={explorer} />
      </Group>
      <Answer explorer={explorer} />
    </Stack>
  );
}

function Answer({ explorer }: { explorer: Explorer }) {
  const { query, isCancelled, isRunning, canRun, progress } = explorer;
  if (isCancelled) {
    const rows = progress ? ` after ${progress.rows.toLocaleString('en')} rows` : '';
    return (
      <Notice
        title={`The query was cancelled${rows}`}
        text="Nothing of it is shown. Run asks again."
      />
    );
  }
  if (query.isError) return <Failed error={query.error} explorer={explorer} />;
  if (!query.data) {
    if (isRunning) return <Skeleton height={340} aria-label="Loading" />;
    return (
      <Notice
        title={canRun ? 'Not run yet' : 'Nothing to show yet'}
        text={
          canRun
            ? 'Run, or Ctrl+Enter in the query, asks the server.'
            : 'Pick a measurement and its fields, or write a query.'
        }
      />
    );
  }
  return <Shown answer={query.data} explorer={explorer} />;
}

function Notice({ title, text }: { title: string; text: string }) {
  return (
    <output>
      <Alert color="gray" variant="light" role="none" title={title}>
        <Text size="sm">{text}</Text>
      </Alert>
    </output>
  );
}

/** A query may fail after rows have come: these are shown below the server's words. */
function Failed({ error, explorer }: { error: Error; explorer: Explorer }) {
  const { title, detail } = useErrorWords()(error);
  const partial = error instanceof ResultFailure ? error.result : null;
  return (
    <Stack gap="sm">
      <Alert color="danger" variant="light" role="alert" title={title}>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {detail}
        </Text>
      </Alert>
      {partial && partial.rows > 0 && (
        <Suspense fallback={<Skeleton height={340} />}>
          <Text size="sm">The rows that came before the failure:</Text>
          <ResultTable
            label="Rows before the failure"
            tables={partial.tables}
            zone="local"
            key={explorer.text}
          />
        </Suspense>
      )}
    </Stack>
  );
}

function Shown({ answer, explorer }: { answer: ChartResult; explorer: Explorer }) {
  const { state, go, run, query } = explorer;
  const navigate = useNavigate();
  const { result, series } = answer;
  const label = state.measurement === '' ? 'Result' : state.measurement;
  if (result.rows === 0) {
    return <Notice title="No rows" text="Nothing in this range matches. Widen it, or pick less." />;
  }
  return (
    <Stack gap="xs" className={query.isPlaceholderData ? classes.stale : undefined}>
      <Cut answer={answer} />
      <Suspense fallback={<Skeleton height={340} />}>
        {state.view === 'table' ? (
          <ResultTable label={label} tables={result.tables} zone="local" />
        ) : series.length === 0 ? (
          <Notice title="Nothing to draw" text="No numbers over time: the table shows the rows." />
        ) : (
          <Box>
            <ResultChart
              answer={answer}
              label={label}
              onRange={(range) => {
                go({ range });
                run();
              }}
              onReset={() => void navigate(-1)}
            />
          </Box>
        )}
      </Suspense>
    </Stack>
  );
}

/** Stays as long as the result does: what is missing must not look like an end. */
function Cut({ answer }: { answer: ChartResult }) {
  const { truncated, rows, notices } = answer.result;
  if (!truncated && notices.length === 0) return null;
  return (
    <Alert color="warning" variant="light" role="note">
      {truncated && (
        <Text size="sm">
          Cut after {rows.toLocaleString('en')} rows: the server has more. Narrow the range, or use
          a window.
        </Text>
      )}
      {notices.map((notice) => (
        <Text key={notice} size="sm">
          {notice}
        </Text>
      ))}
    </Alert>
  );
}
