import { Menu } from '@mantine/core';
import type { Ref } from 'react';
import { Link } from 'react-router-dom';
import classes from './DataTable.module.css';

export interface RowAction {
  label: string;
  /** Where it leads, or what it does. */
  to?: string;
  onClick?: () => void;
  danger?: boolean;
  /** Disables it; said beside the label. */
  disabledReason?: string;
}

export interface RowMenuProps {
  actions: readonly RowAction[];
  label: string;
  /** Of the button pressed, within the table's frame. */
  place: { left: number; top: number };
  onClose: () => void;
}

/** The one menu of a table, put where it was asked for. */
export function RowMenu({ actions, label, place, onClose }: RowMenuProps) {
  return (
    <Menu opened onClose={onClose} position="bottom-end" shadow="md" returnFocus={false}>
      <Menu.Target>
        <Anchor place={place} />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {actions.map((action) => (
          <RowMenuItem key={action.label} {...action} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface AnchorProps extends Pick<RowMenuProps, 'place'> {
  ref?: Ref<HTMLSpanElement>;
}

/** Takes nothing else of what Mantine gives a target: the button in the row says that it has a menu. */
function Anchor({ place, ref }: AnchorProps) {
  return <span ref={ref} className={classes.anchor} style={place} />;
}

function RowMenuItem({ label, to, onClick, danger = false, disabledReason }: RowAction) {
  const props = {
    color: danger ? 'danger' : undefined,
    // Mantine's own shade is too light to read on white.
    c: danger ? 'var(--mantine-color-error)' : undefined,
    disabled: disabledReason !== undefined,
    title: disabledReason,
  };
  if (to !== undefined && disabledReason === undefined) {
    return (
      <Menu.Item component={Link} to={to} {...props}>
        {label}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item onClick={onClick} {...props}>
      {label}
      {disabledReason !== undefined && ` (${disabledReason})`}
    </Menu.Item>
  );
}
