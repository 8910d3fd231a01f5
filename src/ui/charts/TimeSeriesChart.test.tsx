import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Series } from '@/lib/series';
import type { Interval } from '@/lib/timeRange';
import { ChartOverlay } from './ChartOverlay';
import { plotLayout } from './plotLayout';
import { TimeSeriesChart } from './TimeSeriesChart';

const interval = { from: 0, to: 100_000 };

function sensor(place: number, values: number[]): Series {
  return {
    key: `s${place}`,
    labels: [
      ['_field', 'co'],
      ['sensor_id', `TLM${place}`],
    ],
    kind: 'float',
    t: Float64Array.from(values, (_, i) => i * 10_000),
    v: Float64Array.from(values),
    hasGaps: false,
  };
}

function show(series: Series[]) {
  render(
    <MantineProvider env="test">
      <TimeSeriesChart label="co" series={series} interval={interval} zone="utc" />
    </MantineProvider>,
  );
  return userEvent.setup();
}

const rowsOfLegend = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .slice(1)
        .map((cell) => cell.textContent),
    );
const shownNames = () =>
  screen
    .getAllByRole('switch')
    .filter((toggle) => toggle.getAttribute('aria-checked') === 'true')
    .map((toggle) => toggle.getAttribute('aria-label'));

describe('legend', () => {
  const two = [sensor(100, [1, 5, 3]), sensor(101, [73.97038159354763, 2, 2])];

  it('says last, min, max and mean of each series, and what they share', () => {
    show(two);
    expect(rowsOfLegend()).toEqual([
      ['TLM100', '3', '1', '5', '3'],
      ['TLM101', '2', '2', '73.9704', '25.9901'],
    ]);
    expect(screen.getByText('field co')).toBeVisible();
    expect(screen.getByTitle('73.97038159354763')).toBeVisible();
    expect(
      screen.getByRole('table', {
        name: 'co: 2 series from 1970-01-01 00:00:00 UTC to 1970-01-01 00:01:40 UTC',
      }),
    ).toBeVisible();
  });

  it('a click shows one series alone, a second one brings all back', async () => {
    const user = show(two);
    await user.click(screen.getByRole('button', { name: 'TLM101' }));
    expect(shownNames()).toEqual(['Show TLM101']);
    await user.click(screen.getByRole('button', { name: 'TLM101' }));
    expect(shownNames()).toHaveLength(2);
  });

  it('a click with Ctrl, and the switch, hide a series; all by keyboard', async () => {
    const user = show(two);
    await user.keyboard('{Control>}');
    await user.click(screen.getByRole('button', { name: 'TLM100' }));
    await user.keyboard('{/Control}');
    expect(shownNames()).toEqual(['Show TLM101']);
    screen.getByRole('switch', { name: 'Show TLM100' }).focus();
    await user.keyboard('{Enter}');
    expect(shownNames()).toHaveLength(2);
  });

  it('of more than twenty series the highest are shown, and it is said', async () => {
    const user = show(Array.from({ length: 25 }, (_, i) => sensor(100 + i, [i])));
    expect(
      screen.getByText('20 of 25 series are shown: those with the highest peaks.'),
    ).toBeVisible();
    expect(rowsOfLegend()[0]?.[0]).toBe('TLM105');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    expect(rowsOfLegend()).toHaveLength(25);
  });
});

describe('crosshair', () => {
  const series = [sensor(100, [1, 5, 3]), sensor(101, [9, 2, 4])];
  const layout = plotLayout({
    width: 541,
    height: 300,
    interval,
    extent: { low: 0, high: 10 },
    zone: 'utc',
  });
  const visible = series.map((one, place) => ({ series: one, place, name: `TLM${100 + place}` }));

  function overlay(onSelect?: (chosen: Interval) => void) {
    render(
      <MantineProvider env="test">
        <ChartOverlay label="co" {...{ visible, interval, layout, onSelect }} />
      </MantineProvider>,
    );
    return screen.getByRole('slider', { name: 'co: time' });
  }
  const spoken = (slider: HTMLElement) => slider.getAttribute('aria-valuetext');

  it('follows the pointer to the nearest point and lists the values, highest first', () => {
    const slider = overlay();
    fireEvent.pointerMove(slider, { clientX: 0.11 * layout.plot.width, clientY: 10 });
    expect(spoken(slider)).toBe('1970-01-01 00:00:10 UTC, TLM100 5, TLM101 2');
    fireEvent.pointerLeave(slider);
    expect(screen.queryByText('1970-01-01 00:00:10 UTC')).toBeNull();
  });

  it('moves from point to point by the arrow keys and says the values', async () => {
    const user = userEvent.setup();
    const slider = overlay();
    slider.focus();
    await user.keyboard('{ArrowRight}');
    expect(spoken(slider)).toBe('1970-01-01 00:00:00 UTC, TLM101 9, TLM100 1');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(spoken(slider)).toBe('1970-01-01 00:00:20 UTC, TLM101 4, TLM100 3');
    await user.keyboard('{Home}');
    expect(spoken(slider)).toContain('00:00:00');
  });

  it('a drag selects an interval; a click does not', () => {
    const onSelect = vi.fn<(chosen: Interval) => void>();
    const slider = overlay(onSelect);
    slider.setPointerCapture = vi.fn<(id: number) => void>();
    const { width } = layout.plot;
    fireEvent.pointerDown(slider, { button: 0, clientX: width / 2 });
    fireEvent.pointerUp(slider);
    expect(onSelect).not.toHaveBeenCalled();
    fireEvent.pointerDown(slider, { button: 0, clientX: width / 2 });
    fireEvent.pointerMove(slider, { clientX: width / 4 });
    fireEvent.pointerUp(slider);
    expect(onSelect).toHaveBeenCalledWith({ from: 25_000, to: 50_000 });
  });

  it('Shift with the arrow keys selects, Enter zooms, Escape lets go', async () => {
    const user = userEvent.setup();
    const onSelect = vi.fn<(chosen: Interval) => void>();
    const slider = overlay(onSelect);
    slider.focus();
    await user.keyboard('{Home}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Escape}{Enter}');
    expect(onSelect).not.toHaveBeenCalled();
    await user.keyboard('{Home}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Enter}');
    expect(onSelect).toHaveBeenCalledWith({ from: 0, to: 20_000 });
  });
});
