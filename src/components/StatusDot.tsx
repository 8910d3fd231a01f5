import classes from './StatusDot.module.css';

export interface StatusDotProps {
  status: 'active' | 'inactive';
}

/** Of a token, a v1 user or a user. */
export function StatusDot({ status }: StatusDotProps) {
  return <span className={classes[status]}>{status}</span>;
}
