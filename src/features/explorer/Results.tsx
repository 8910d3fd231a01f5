import { Alert, Badge, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ChartResult } from '@/components/resultQueries';
import { ResultFailure } from '@/components/resultQueries';
import { isNotFound } from '@/api/errors';
import { ResultState } from '@/ui/charts/ResultState';
import { useErrorWords } from '@/ui/errorWords';
import { NothingHere } from '@/ui/NothingHere';
import { EmptyResult } from './EmptyResult';
import classes from './explorer.module.css';
import { NothingPicked } from './NothingPicked';
import { RunStatus } from './RunBar';
import type { Explorer } from './useExplorer';
import { unreadText, useUnreadBucket } from './useUnreadBucket';

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
        <Group gap="xs">
          {explorer.partial && (
            <Badge variant="light" color="warning">
              Incomplete
            </Badge>
          )}
          <RunStatus explorer={explorer} />
        </Group>
      </Group>
      <Answer explorer={explorer} />
    </Stack>
  );
}

const nothingYet = { rows: 0, bytes: 0, ms: 0 };

function Answer({ explorer }: { explorer: Explorer }) {
  const { query, partial, isCancelled, isRunning, canRun, progress, run, cancel } = explorer;
  if (isCancelled) {
    return <ResultState state="cancelled" rows={progress?.rows ?? 0} onRetry={run} />;
  }
  if (query.isError) return <Failed error={query.error} explorer={explorer} />;
  if (partial && partial.result.rows > 0) return <Shown answer={partial} explorer={explorer} />;
  const isEmptyYet = isRunning && query.isPlaceholderData && query.data.result.rows === 0;
  if (query.data && !isEmptyYet) return <Shown answer={query.data} explorer={explorer} />;
  if (isRunning) {
    return <ResultState state="loading" {...(progress ?? nothingYet)} onCancel={cancel} />;
  }
  return canRun ? (
    <NothingHere title="Not run yet">Run, or Ctrl+Enter in the query, asks the server.</NothingHere>
  ) : (
    <NothingPicked explorer={explorer} />
  );
}

/** A query may fail after rows have come: these are shown below the server's words. */
function Failed({ error, explorer }: { error: Error; explorer: Explorer }) {
  const { title, detail, help } = useErrorWords()(error);
  const unread = useUnreadBucket(explorer.source, explorer.state);
  const partial = error instanceof ResultFailure && error.result.rows > 0 ? error.result : null;
  return (
    <ResultState state="failed" title={title} detail={detail} onRetry={explorer.run}>
      {help}
      {unread && isNotFound(error) && <Text>{unreadText(unread)}</Text>}
      {partial && (
        <Suspense fallback={<Skeleton height={200} />}>
          <Text size="sm">The rows that came before the failure:</Text>
          <ResultTable label="Rows before the failure" tables={partial.tables} height={240} />
        </Suspense>
      )}
    </ResultState>
  );
}

function Shown({ answer, explorer }: { answer: ChartResult; explorer: Explorer }) {
  const { result } = answer;
  const label = explorer.state.measurement === '' ? 'Result' : explorer.state.measurement;
  const isStale = explorer.query.isPlaceholderData && answer === explorer.query.data;
  if (result.rows === 0) return <EmptyResult explorer={explorer} />;
  return (
    <Stack gap="xs" className={isStale ? classes.stale : undefined}>
      {result.truncated && (
        <ResultState
          state="tooMuch"
          rows={result.rows}
          bytes={result.bytes}
          by={result.truncated.by}
        />
      )}
      {result.notices.length > 0 && (
        <Alert color="warning" variant="light" role="note">
          {result.notices.map((notice) => (
            <Text key={notice} size="sm">
              {notice}
            </Text>
          ))}
        </Alert>
      )}
      <Suspense fallback={<Skeleton height={340} />}>
        {explorer.state.view === 'table' ? (
          <ResultTable label={label} tables={result.tables} />
        ) : (
          <ResultChart label={label} answer={answer} explorer={explorer} />
        )}
      </Suspense>
    </Stack>
  );
}
