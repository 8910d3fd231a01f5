import { Checkbox, Tooltip } from '@mantine/core';
import type { CellState } from '@/lib/permissionMatrix';
import type { Action } from '@/lib/permissions';
import { gridCell } from '@/ui/useGridFocus';
import classes from './matrix.module.css';

export interface MatrixBoxProps {
  action: Action;
  /** What is read or written: “tasks”, “bucket airsensors”. */
  what: string;
  state: CellState;
  /** Why it cannot be ticked; clearing is always possible. */
  blocked?: string;
  onToggle: () => void;
}

const columns: Record<Action, number> = { read: 1, write: 2 };

/** Stays in reach of the keyboard when it cannot be ticked, so that the reason can be read. */
export function MatrixBox({ action, what, state, blocked, onToggle }: MatrixBoxProps) {
  const isLocked = blocked !== undefined && state === 'off';
  const box = (
    <Checkbox
      {...gridCell(columns[action])}
      size="xs"
      className={classes.box}
      aria-label={`${action} ${what}`}
      checked={state === 'on'}
      indeterminate={state === 'mixed'}
      aria-disabled={isLocked || undefined}
      aria-description={blocked}
      onChange={() => {
        if (!isLocked) onToggle();
      }}
    />
  );
  if (blocked === undefined) return box;
  return (
    <Tooltip label={blocked} multiline maw={340}>
      {box}
    </Tooltip>
  );
}
