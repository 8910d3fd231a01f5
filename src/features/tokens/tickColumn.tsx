import { IconCheck } from '@tabler/icons-react';
import type { Column } from '@/ui/table/tableSpec';
import classes from './tokens.module.css';

/** A tick where it holds. */
export function tickColumn<Row>(
  key: string,
  label: string,
  of: (row: Row) => boolean,
): Column<Row> {
  return {
    key,
    label,
    width: 58,
    search: 'no',
    text: (row) => (of(row) ? label : ''),
    cell: (row) => of(row) && <IconCheck size={15} className={classes.tick} aria-label="yes" />,
  };
}
