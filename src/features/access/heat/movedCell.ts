/** A place in the grid; -1 is the head of the row or of the column. */
export interface CellPlace {
  row: number;
  column: number;
}

const pageRows = 15;

/** Where a key leads in a grid of `rows` and `columns`, heads included; undefined for keys that do not move. */
export function movedCell(
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { row, column }: CellPlace,
  { rows, columns }: { rows: number; columns: number },
): CellPlace | undefined {
  const last = { row: rows - 1, column: columns - 1 };
  const targets: Record<string, CellPlace> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + pageRows, column },
    PageUp: { row: Math.max(0, row - pageRows), column },
    Home: ctrlKey ? { row: 0, column: 0 } : { row, column: 0 },
    End: ctrlKey ? last : { row, column: last.column },
  };
  const target = targets[key];
  if (!target) return undefined;
  const moved = {
    row: Math.min(Math.max(target.row, -1), last.row),
    column: Math.min(Math.max(target.column, -1), last.column),
  };
  // The corner says nothing.
  return moved.row < 0 && moved.column < 0 ? { row, column } : moved;
}
