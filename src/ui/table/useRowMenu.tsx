import type { ReactNode, RefObject } from 'react';
import { useCallback, useState } from 'react';
import type { RowAction } from './RowMenu';
import { RowMenu } from './RowMenu';
import type { TableSpec } from './tableSpec';

interface Opened<Row> {
  row: Row;
  button: HTMLElement;
  place: { left: number; top: number };
}

/** The shared menu of all rows: what opens it, and the menu while it is open. */
export function useRowMenu<Row>(
  frame: RefObject<HTMLElement | null>,
  spec: TableSpec<Row>,
  actionsOf: ((row: Row) => readonly RowAction[]) | undefined,
): { open: (row: Row, button: HTMLElement) => void; menu: ReactNode } {
  const [opened, setOpened] = useState<Opened<Row> | null>(null);
  const open = useCallback(
    (row: Row, button: HTMLElement) => {
      const inner = button.getBoundingClientRect();
      const outer = frame.current?.getBoundingClientRect() ?? inner;
      const left = inner.left - outer.left + (frame.current?.scrollLeft ?? 0);
      setOpened({ row, button, place: { left, top: inner.top - outer.top } });
    },
    [frame],
  );
  if (!opened || !actionsOf) return { open, menu: null };
  const close = () => {
    opened.button.focus({ preventScroll: true });
    setOpened(null);
  };
  const menu = (
    <RowMenu
      actions={actionsOf(opened.row)}
      label={`Actions for ${spec.rowName(opened.row)}`}
      place={opened.place}
      onClose={close}
    />
  );
  return { open, menu };
}
