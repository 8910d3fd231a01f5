/** How one series is drawn, by its place among all: twelve colours, then the same ones dashed. */
export interface SeriesStyle {
  /** CSS variable, defined in `chart.module.css` for light and dark. */
  variable: string;
  /** Lengths of line and gap in pixels; empty for a solid line. */
  dash: readonly number[];
}

const colors = 12;
const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [8, 3, 2, 3]];

export function seriesStyle(index: number): SeriesStyle {
  return {
    variable: `--series-${index % colors}`,
    dash: dashes[Math.floor(index / colors) % dashes.length] ?? [],
  };
}
