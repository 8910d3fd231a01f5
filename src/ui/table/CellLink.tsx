import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import classes from './DataTable.module.css';

export interface CellLinkProps {
  to: string;
  /** Where the row itself leads nowhere. Else one more stop of Tab for each row would be too many. */
  isTabStop?: boolean;
  children: ReactNode;
}

/** A link in a row besides the one of the row. One element, as it is drawn in every row. */
export function CellLink({ to, isTabStop = false, children }: CellLinkProps) {
  return (
    <Link to={to} className={classes.cellLink} tabIndex={isTabStop ? undefined : -1}>
      {children}
    </Link>
  );
}
