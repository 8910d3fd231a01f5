import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** On the one control of a cell: the column it is in. */
export interface GridCell {
  'data-column': number;
  tabIndex: -1;
}

/** The control of a cell in the given column. One of all of them is in the order of Tab. */
export function gridCell(column: number): GridCell {
  return { 'data-column': column, tabIndex: -1 };
}

const selector = '[data-column]';

function controlsOf(row: Element | undefined): HTMLElement[] {
  return row ? [...row.querySelectorAll<HTMLElement>(selector)] : [];
}

function inColumn(row: Element | undefined, column: string | undefined): HTMLElement | undefined {
  return controlsOf(row).find((control) => control.dataset['column'] === column);
}

/** The next row in the direction that has a control in the same column. */
function beside(rows: readonly Element[], from: HTMLElement, step: 1 | -1, skip = 1) {
  const at = rows.findIndex((row) => row.contains(from));
  const before = step === 1 ? rows.slice(at + 1) : rows.slice(0, at).toReversed();
  const reachable = before.filter((row) => inColumn(row, from.dataset['column']));
  return inColumn(reachable[skip - 1] ?? reachable.at(-1), from.dataset['column']);
}

const pageRows = 10;

function target(table: HTMLTableElement, from: HTMLElement, event: KeyboardEvent) {
  const rows = [...table.rows];
  const own = controlsOf(rows.find((row) => row.contains(from)));
  const at = own.indexOf(from);
  const isFar = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowDown':
      return beside(rows, from, 1);
    case 'ArrowUp':
      return beside(rows, from, -1);
    case 'PageDown':
      return beside(rows, from, 1, pageRows);
    case 'PageUp':
      return beside(rows, from, -1, pageRows);
    case 'ArrowRight':
      return own[at + 1];
    case 'ArrowLeft':
      return own[at - 1];
    case 'Home':
      return isFar ? table.querySelector<HTMLElement>(selector) : own[0];
    case 'End':
      return isFar ? [...table.querySelectorAll<HTMLElement>(selector)].at(-1) : own.at(-1);
    default:
      return undefined;
  }
}

const moving = /^(Arrow|Page|Home$|End$)/;

export interface GridFocus {
  ref: RefObject<HTMLTableElement | null>;
  onFocus: (event: FocusEvent) => void;
  /** True when the key was one that moves. */
  move: (event: KeyboardEvent) => boolean;
}

/** Arrows, Home, End and Page keys move between the controls of a table, which is one stop of Tab. */
export function useGridFocus(): GridFocus {
  const ref = useRef<HTMLTableElement>(null);
  const stop = useRef<HTMLElement | null>(null);
  const stopAt = (control: HTMLElement) => {
    stop.current?.setAttribute('tabindex', '-1');
    control.setAttribute('tabindex', '0');
    stop.current = control;
  };
  // Rows come and go: one control is always reached by Tab.
  useEffect(() => {
    if (stop.current?.isConnected) return;
    const first = ref.current?.querySelector<HTMLElement>(`tbody ${selector}`);
    if (first) stopAt(first);
  });
  return {
    ref,
    onFocus: ({ target: focused }) => {
      const control = focused.closest<HTMLElement>(selector);
      if (control && ref.current?.contains(control)) stopAt(control);
    },
    move: (event) => {
      const table = ref.current;
      const from = (event.target as Element).closest<HTMLElement>(selector);
      if (!table || !from || !table.contains(from) || event.altKey || !moving.test(event.key)) {
        return false;
      }
      event.preventDefault();
      target(table, from, event)?.focus();
      return true;
    },
  };
}
