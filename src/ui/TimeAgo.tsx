import { useNow } from './useNow';

const steps = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'narrow' });

export function timeAgo(milliseconds: number, now: number): string {
  const seconds = Math.round((milliseconds - now) / 1000);
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return 'just now';
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** By the calendar and the clock of the person. */
export function momentText(milliseconds: number): string {
  return moment.format(milliseconds);
}

export interface TimeAgoProps {
  /** RFC 3339, as the server wrote it. */
  time: string;
  /** Follows the clock; too dear for the cells of a long list. */
  live?: boolean;
}

/** How long ago, with the exact time on hover. Another time is told by the clock of then. */
export function TimeAgo({ time, live }: TimeAgoProps) {
  return <Ago key={time} time={time} live={live} />;
}

function Ago({ time, live = false }: TimeAgoProps) {
  const now = useNow(live);
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) return <span>{time}</span>;
  return (
    <time dateTime={time} title={time}>
      {timeAgo(milliseconds, now)}
    </time>
  );
}
