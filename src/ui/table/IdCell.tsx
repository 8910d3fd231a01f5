import { UnstyledButton } from '@mantine/core';
import { useCopy } from '@/ui/useCopy';
import classes from './DataTable.module.css';

export interface IdCellProps {
  id: string;
  /** What it identifies: "bucket". */
  of: string;
}

const said = { copied: 'copied', failed: 'not copied: select it' };

/** One element, as it is drawn in every row: the id is the button that copies it. */
export function IdCell({ id, of }: IdCellProps) {
  const { outcome, copy } = useCopy(id);
  return (
    <UnstyledButton
      className={classes.id}
      aria-label={`Copy ${of} id ${id}`}
      title={`Copy ${of} id`}
      tabIndex={-1}
      onClick={copy}
    >
      {outcome === 'none' ? id : said[outcome]}
    </UnstyledButton>
  );
}
