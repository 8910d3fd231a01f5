import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useInterval } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import type { ChartResult } from '@/components/resultQueries';
import { resultQueries } from '@/components/resultQueries';
import { windowFor } from '@/lib/aggregateWindow';
import { parseDuration } from '@/lib/duration';
import type { Progress } from '@/lib/result';
import type { TimeRange } from '@/lib/timeRange';
import { parseTimeRange, resolveTimeRange } from '@/lib/timeRange';
import { useUrlState } from '@/ui/useUrlState';
import type { ExplorerState } from './explorerUrl';
import { explorerUrl } from './explorerUrl';
import type { Source } from './source';
import { followsRange, requestOf, sourceKey, textOf } from './source';

const pastHour: TimeRange = { kind: 'relative', seconds: 3600, text: '1h' };
/** Until the page is measured. */
const usualWidth = 900;

/** The builder's own text runs by itself; one written by hand only on Run: a link must not write or delete. */
function runnable({ text, measurement, fields }: ExplorerState, built: string, ran: string | null) {
  if (text !== null) return ran === text ? text : null;
  return measurement !== '' && fields.length > 0 ? built : null;
}

function everyOf({ every }: ExplorerState, automatic: number): number {
  const parsed = every === 'auto' ? undefined : parseDuration(every);
  return parsed && 'seconds' in parsed && parsed.seconds > 0 ? parsed.seconds * 1000 : automatic;
}

export function useExplorer(source: Source, width: number) {
  const { state, adjust, go } = useUrlState(explorerUrl);
  // When "now" was, for relative ranges: at the last run.
  const [now, setNow] = useState(() => Date.now());
  const [ran, setRan] = useState<string | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [cancelled, setCancelled] = useState<string | null>(null);
  const [partial, setPartial] = useState<{ of: string; answer: ChartResult } | null>(null);
  const client = useQueryClient();

  const range = parseTimeRange(state.range) ?? pastHour;
  const interval = resolveTimeRange(range, now);
  const everyMs = everyOf(state, windowFor(interval, width || usualWidth));
  const built = textOf(source, state);
  const text = runnable(state, built, ran);
  const variables = { ...interval, everyMs };

  const options = resultQueries.chart(
    {
      // Every run asks again, over a range of fixed times too.
      key: [...sourceKey(source), text ?? '', everyMs, now],
      interval,
      describe: () => requestOf(source, text ?? '', variables),
    },
    { onProgress: setProgress, onPartial: (answer) => setPartial({ of: runKey, answer }) },
  );
  const runKey = JSON.stringify(options.queryKey);
  const query = useQuery({ ...options, enabled: text !== null && cancelled !== runKey });
  // It is as large as the result.
  if (partial && !query.isFetching) setPartial(null);

  const run = useCallback(() => {
    setProgress(null);
    setCancelled(null);
    setRan(state.text);
    setNow(Date.now());
  }, [state.text]);
  const cancel = useCallback(() => {
    setCancelled(runKey);
    void client.cancelQueries({ queryKey: options.queryKey });
  }, [client, options.queryKey, runKey]);
  useInterval(run, state.refresh * 1000, { autoInvoke: state.refresh > 0 });

  return {
    source,
    state,
    adjust,
    go,
    range,
    interval,
    variables,
    text: state.text ?? built,
    isBuilt: state.text === null,
    followsRange: followsRange(source, state.text ?? built),
    canRun: state.text === null ? text !== null : state.text.trim() !== '',
    query,
    /** What has come of a query that runs for a while; not all. */
    partial: query.isFetching && partial?.of === runKey ? partial.answer : null,
    progress,
    isRunning: query.isFetching,
    isCancelled: cancelled === runKey,
    run,
    cancel,
  };
}

export type Explorer = ReturnType<typeof useExplorer>;
