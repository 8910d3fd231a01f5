import type { Rule } from '@/lib/findings';
import classes from './FindingMark.module.css';

export interface FindingMarkProps {
  severity: Rule['severity'];
  title: string;
  /** How many less grave ones are not told. */
  more?: number;
}

/** Light enough for the cells of a long table. */
export function FindingMark({ severity, title, more = 0 }: FindingMarkProps) {
  return (
    <span className={classes.mark} data-severity={severity}>
      {title}
      {more > 0 && ` + ${more}`}
    </span>
  );
}
