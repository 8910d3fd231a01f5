import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ChartResult } from '@/components/resultQueries';
import { spanOf } from '@/lib/seriesSpan';
import type { Interval } from '@/lib/timeRange';
import { formatTimeRange, rangeOf } from '@/lib/timeRange';
import { NothingHere } from '@/ui/NothingHere';
import { TimeSeriesChart } from '@/ui/charts/TimeSeriesChart';
import type { Explorer } from './useExplorer';

export interface ResultChartProps {
  answer: ChartResult;
  label: string;
  explorer: Explorer;
}

const height = 340;

export function ResultChart({ answer, label, explorer }: ResultChartProps) {
  if (answer.series.length === 0) {
    return (
      <NothingHere title="Nothing to draw">
        No numbers over time: the table has the rows.
      </NothingHere>
    );
  }
  const Chart = explorer.followsRange ? OverTheRange : OverItsOwnTimes;
  return <Chart answer={answer} label={label} explorer={explorer} />;
}

/** Zooming asks again, with finer windows. */
function OverTheRange({ answer, label, explorer }: ResultChartProps) {
  const { go, run } = explorer;
  const navigate = useNavigate();
  return (
    <TimeSeriesChart
      label={label}
      series={answer.series}
      interval={answer.interval}
      zone="local"
      height={height}
      onSelect={(interval) => {
        go({ range: formatTimeRange(rangeOf(interval)) });
        run();
      }}
      onReset={() => void navigate(-1)}
    />
  );
}

/** The range of the page has no effect on the query: zooming looks closer at the points that came. */
function OverItsOwnTimes({ answer, label }: ResultChartProps) {
  const { series, interval } = answer;
  const [zoom, setZoom] = useState<Interval | null>(null);
  const whole = useMemo(() => spanOf(series) ?? interval, [series, interval]);
  return (
    <TimeSeriesChart
      label={label}
      series={series}
      interval={zoom ?? whole}
      zone="local"
      height={height}
      onSelect={setZoom}
      onReset={() => setZoom(null)}
    />
  );
}
