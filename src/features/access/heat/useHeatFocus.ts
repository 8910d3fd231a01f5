import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from 'react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { CellPlace } from './movedCell';
import { movedCell } from './movedCell';

/** The cell whose reason is told. */
export interface Told extends CellPlace {
  element: HTMLElement;
}

export interface HeatFocus {
  /** Where Tab leads; -1 for heads. */
  active: CellPlace;
  told: Told | undefined;
  /** Under a pointer that rests there is another cell now; the one with the focus stays what it is. */
  onScroll: () => void;
  handlers: {
    onMouseMove: (event: MouseEvent) => void;
    onMouseLeave: () => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

function placeOf(target: EventTarget): Told | undefined {
  const element = target instanceof Element && target.closest<HTMLElement>('[data-column]');
  if (!element) return undefined;
  const { row, column } = element.dataset;
  return { element, row: Number(row), column: Number(column) };
}

/** One Tab stop, arrows inside; tells of the cell under the pointer or the focus. */
export function useHeatFocus(
  frame: RefObject<HTMLElement | null>,
  size: { rows: number; columns: number },
  onOpen: (row: number) => void,
): HeatFocus {
  const [moved, setMoved] = useState<CellPlace>({ row: 0, column: 0 });
  const [told, setTold] = useState<Told>();
  // The search may have left less than there was.
  const active = {
    row: Math.min(moved.row, size.rows - 1),
    column: Math.min(moved.column, size.columns - 1),
  };
  const hush = () => setTold(undefined);
  const tell = ({ target }: { target: EventTarget }) => {
    const found = placeOf(target);
    if (found && found.element === told?.element) return;
    setTold(found && found.row >= 0 && found.column >= 0 ? found : undefined);
  };
  const go = (to: CellPlace) => {
    flushSync(() => setMoved(to));
    const cell = `[data-row="${to.row}"][data-column="${to.column}"]`;
    frame.current?.querySelector<HTMLElement>(cell)?.focus();
  };
  const handlers = {
    onMouseMove: (event: MouseEvent) => {
      // Scrolling moves cells below a pointer that rests.
      if (event.movementX !== 0 || event.movementY !== 0) tell(event);
    },
    onMouseLeave: hush,
    onFocus: (event: FocusEvent) => {
      const found = placeOf(event.target);
      if (found) setMoved({ row: found.row, column: found.column });
      tell(event);
    },
    onBlur: hush,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') hush();
      // Heads are links, and open by themselves.
      if (event.key === 'Enter' && active.row >= 0 && active.column >= 0) onOpen(active.row);
      const to = movedCell(event, active, size);
      if (!to) return;
      event.preventDefault();
      go(to);
    },
  };
  const onScroll = () => {
    if (told && told.element !== document.activeElement) hush();
  };
  return { active, told, onScroll, handlers };
}
