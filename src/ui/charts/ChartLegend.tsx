import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { MouseEvent } from 'react';
import { memo } from 'react';
import type { SeriesStats } from '@/lib/seriesStats';
import { exactValue, shortNumber, shortValue } from '@/lib/valueText';
import classes from './chart.module.css';
import type { NamedSeries } from './namedSeries';
import { Swatch } from './Swatch';

export interface ChartLegendProps {
  shown: readonly NamedSeries[];
  stats: ReadonlyMap<string, SeriesStats>;
  hidden: ReadonlySet<string>;
  /** What the table is about, for screen readers. */
  caption: string;
  onIsolate: (key: string) => void;
  onToggle: (key: string) => void;
  onPoint: (key: string | null) => void;
}

/** One row a series: last, lowest, highest and mean value of the interval. It is the chart's text alternative too. */
export function ChartLegend({ shown, stats, hidden, caption, ...callbacks }: ChartLegendProps) {
  return (
    <div className={classes.legendBox}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <section className={classes.legend} tabIndex={0} aria-label="Legend">
        <table>
          <caption>
            <VisuallyHidden>{caption}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>Shown</VisuallyHidden>
              </th>
              <th scope="col">Series</th>
              <th scope="col">Last</th>
              <th scope="col">Min</th>
              <th scope="col">Max</th>
              <th scope="col">Mean</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <LegendRow
                key={one.series.key}
                one={one}
                stats={stats.get(one.series.key)}
                isHidden={hidden.has(one.series.key)}
                {...callbacks}
              />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface LegendRowProps extends Pick<ChartLegendProps, 'onIsolate' | 'onToggle' | 'onPoint'> {
  one: NamedSeries;
  stats: SeriesStats | undefined;
  isHidden: boolean;
}

const LegendRow = memo(function LegendRow({
  one,
  stats,
  isHidden,
  onIsolate,
  onToggle,
  onPoint,
}: LegendRowProps) {
  const { series, name, place } = one;
  const { last = -1, lowest = -1, highest = -1, mean = Number.NaN } = stats ?? {};
  const press = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey) onToggle(series.key);
    else onIsolate(series.key);
  };
  return (
    <tr
      data-hidden={isHidden || undefined}
      onPointerEnter={() => onPoint(isHidden ? null : series.key)}
      onPointerLeave={() => onPoint(null)}
    >
      <td>
        <UnstyledButton
          className={classes.toggle}
          role="switch"
          aria-checked={!isHidden}
          aria-label={`Show ${name}`}
          onClick={() => onToggle(series.key)}
        >
          <Swatch place={place} />
        </UnstyledButton>
      </td>
      <td>
        <UnstyledButton
          className={classes.name}
          title={`${name}\nClick: this series alone. Ctrl-click: hide it.`}
          onClick={press}
        >
          {name}
        </UnstyledButton>
      </td>
      {[last, lowest, highest].map((index, column) => (
        <td key={column} title={exactValue(series, index)}>
          {shortValue(series, index)}
        </td>
      ))}
      <td title={String(mean)}>{Number.isNaN(mean) ? '–' : shortNumber(mean)}</td>
    </tr>
  );
});
