import classes from './chart.module.css';
import { seriesStyle } from './seriesStyle';

/** A piece of the line of a series. */
export function Swatch({ place }: { place: number }) {
  const { variable, dash } = seriesStyle(place);
  return (
    <svg className={classes.swatch} width="16" height="8" aria-hidden>
      <line
        x1="0"
        x2="16"
        y1="4"
        y2="4"
        stroke={`var(${variable})`}
        strokeWidth="3"
        strokeDasharray={dash.length > 0 ? dash.map((n) => n * 0.6).join(' ') : undefined}
      />
    </svg>
  );
}
