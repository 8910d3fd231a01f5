import { CopyButton } from '@/ui/CopyButton';
import classes from './DataTable.module.css';

export interface IdCellProps {
  id: string;
  /** What it identifies: "bucket". */
  of: string;
}

/** The button shows in the row that is pointed at; by keyboard the menu of the row copies. */
export function IdCell({ id, of }: IdCellProps) {
  return (
    <>
      {id}{' '}
      <span className={classes.quiet}>
        <CopyButton text={id} what={`${of} id`} tabIndex={-1} />
      </span>
    </>
  );
}
