import type { KeyboardEvent } from 'react';
import { useCallback } from 'react';
import classes from './DataTable.module.css';

export interface SelectBoxProps {
  label: string;
  checked: boolean;
  indeterminate?: boolean;
  tabIndex?: number;
  onToggle: (isRange: boolean) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  onFocus?: () => void;
}

/** Two elements, as it is drawn in every row; the whole cell can be pressed. */
export function SelectBox(props: SelectBoxProps) {
  const { label, checked, indeterminate = false, tabIndex, onToggle, onKeyDown, onFocus } = props;
  const ref = useCallback(
    (box: HTMLInputElement | null) => {
      if (box) box.indeterminate = indeterminate;
    },
    [indeterminate],
  );
  return (
    <label className={classes.box}>
      <input
        ref={ref}
        type="checkbox"
        aria-label={label}
        checked={checked}
        tabIndex={tabIndex}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onChange={({ nativeEvent }) =>
          onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </label>
  );
}
