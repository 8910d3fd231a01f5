import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { CellState, Matrix, MatrixRow } from '@/lib/permissionMatrix';
import { actions } from '@/lib/permissionMatrix';
import type { Granting } from '@/lib/permissionMatrixToggles';
import {
  columnState,
  resourceToggled,
  rowToggled,
  typesToggled,
} from '@/lib/permissionMatrixToggles';
import { typeWords } from '@/lib/permissionWords';
import type { Action } from '@/lib/permissions';

interface MatrixKeys {
  /** What the last toggle of several boxes did, for those who do not see it. */
  said: string;
  toggle: (types: readonly string[], meant: readonly Action[], name: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void;
  onKeyUp: (event: KeyboardEvent) => void;
}

interface MatrixKeysOptions {
  matrix: Matrix;
  shown: readonly string[];
  granting: Granting;
  onChange: (change: (matrix: Matrix) => Matrix) => void;
  move: (event: KeyboardEvent) => boolean;
}

const stateWords: Record<CellState, string> = {
  on: 'ticked',
  off: 'not ticked',
  mixed: 'ticked in part',
};

/** What the boxes in the head are for. */
export const everyType = 'Every type shown';

const columnKeys: Readonly<Record<string, Action>> = { r: 'read', w: 'write' };

function stateText(rows: readonly MatrixRow[], meant: readonly Action[], granting: Granting) {
  return meant
    .map((action) => `${action} ${stateWords[columnState(rows, action, granting)]}`)
    .join(', ');
}

function isLineKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === ' ' && shiftKey;
}

/** Lines of the table say by data attributes what they are about. */
export function useMatrixKeys(options: MatrixKeysOptions): MatrixKeys {
  const { matrix, shown, granting, onChange, move } = options;
  const [said, setSaid] = useState('');
  const apply = (
    next: Matrix,
    types: readonly string[],
    meant: readonly Action[],
    name: string,
  ) => {
    onChange(() => next);
    const rows = next.rows.filter(({ type }) => types.includes(type));
    setSaid(`${name}: ${stateText(rows, meant, granting)}`);
  };
  const toggle: MatrixKeys['toggle'] = (types, meant, name) =>
    apply(typesToggled(matrix, new Set(types), meant, granting), types, meant, name);
  const toggleLine = ({ types = '', resource, name }: DOMStringMap) => {
    if (name !== undefined) {
      toggle(types.split(','), actions, name);
      return;
    }
    const toggled = (row: MatrixRow) =>
      resource === undefined ? rowToggled(row, granting) : resourceToggled(row, resource, granting);
    const rows = matrix.rows.map((row) => (row.type === types ? toggled(row) : row));
    apply({ ...matrix, rows }, [types], actions, typeWords(types));
  };
  const act = (event: KeyboardEvent, target: HTMLElement): boolean => {
    const column = columnKeys[event.key.toLowerCase()];
    if (column) {
      toggle(shown, [column], everyType);
      return true;
    }
    if (isLineKey(event)) {
      const line = target.closest('tr');
      if (line?.dataset['types']) toggleLine(line.dataset);
      return true;
    }
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return false;
    // It would send the form around the table.
    target.click();
    return true;
  };
  return {
    said,
    toggle,
    onKeyDown: (event) => {
      const { target } = event;
      // What opens over the page is inside the table for React, not for the person.
      if (!(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return;
      if (move(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (act(event, target)) event.preventDefault();
    },
    // Firefox ticks on this one.
    onKeyUp: (event) => {
      if (isLineKey(event)) event.preventDefault();
    },
  };
}
