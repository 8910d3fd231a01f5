import type { ChartResult } from '@/components/resultQueries';
import { formatTimeRange, rangeOf } from '@/lib/timeRange';
import { TimeSeriesChart } from '@/ui/charts/TimeSeriesChart';

export interface ResultChartProps {
  answer: ChartResult;
  label: string;
  /** In the form of an address. */
  onRange: (text: string) => void;
  onReset: () => void;
}

export function ResultChart({ answer, label, onRange, onReset }: ResultChartProps) {
  return (
    <TimeSeriesChart
      label={label}
      series={answer.series}
      interval={answer.interval}
      zone="local"
      height={340}
      onSelect={(interval) => onRange(formatTimeRange(rangeOf(interval)))}
      onReset={onReset}
    />
  );
}
