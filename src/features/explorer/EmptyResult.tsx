import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ResultState } from '@/ui/charts/ResultState';
import { TimeAgo } from '@/ui/TimeAgo';
import { lastPointQuery, rangeAround } from './lastPoint';
import type { Explorer } from './useExplorer';

/** No row came. Of the builder's query it is known where to look instead. */
export function EmptyResult({ explorer }: { explorer: Explorer }) {
  return (
    <ResultState state="empty">
      {explorer.isBuilt ? (
        <WhereToLook explorer={explorer} />
      ) : (
        'The query ran and returned no row.'
      )}
    </ResultState>
  );
}

function WhereToLook({ explorer }: { explorer: Explorer }): ReactNode {
  const { source, state, interval, go, run } = explorer;
  const { data: last, isError } = useQuery(lastPointQuery(source, state));
  const widen = 'Widen the time range, or pick less in the builder.';
  if (isError) return widen;
  if (last === undefined) return 'Looking for the newest point…';
  if (last === null) return 'This selection has no points at any time.';
  if (last >= interval.from && last < interval.to) return widen;
  const jump = () => {
    go({ range: rangeAround(last, interval) });
    run();
  };
  return (
    <>
      Newest point of this selection: <TimeAgo time={new Date(last).toISOString()} />.{' '}
      <Button size="compact-xs" variant="default" onClick={jump}>
        Show the range around it
      </Button>
    </>
  );
}
