import { VisuallyHidden } from '@mantine/core';
import type { Matrix, MatrixRow } from '@/lib/permissionMatrix';
import { actions } from '@/lib/permissionMatrix';
import type { Granting } from '@/lib/permissionMatrixToggles';
import { columnState } from '@/lib/permissionMatrixToggles';
import type { Action } from '@/lib/permissions';
import type { Surroundings } from '@/lib/surroundings';
import type { TypeGroup } from '@/lib/typeGroups';
import { useGridFocus } from '@/ui/useGridFocus';
import { MatrixBox } from './MatrixBox';
import type { ChangeRow } from './MatrixRowLines';
import { MatrixRowLines } from './MatrixRowLines';
import classes from './matrix.module.css';
import { everyType, useMatrixKeys } from './useMatrixKeys';

export interface MatrixTableProps {
  matrix: Matrix;
  /** What is shown. */
  groups: readonly TypeGroup[];
  granting: Granting;
  around: Surroundings;
  allowsGlobal: boolean;
  /** The id of what says how to use it by keyboard. */
  describedBy: string;
  onChange: (change: (matrix: Matrix) => Matrix) => void;
  onChangeRow: ChangeRow;
}

function byType(rows: readonly MatrixRow[], types: readonly string[]): MatrixRow[] {
  const rowOf = new Map(rows.map((row) => [row.type, row]));
  return types.flatMap((type) => rowOf.get(type) ?? []);
}

/** A grid with one stop of Tab: arrows move in it, Space ticks, Shift+Space ticks a line, r and w a column. */
export function MatrixTable(props: MatrixTableProps) {
  const { matrix, groups, granting, around, allowsGlobal, describedBy, onChange, onChangeRow } =
    props;
  const { ref, onFocus, move } = useGridFocus();
  const shown = groups.flatMap(({ types }) => types);
  const keys = useMatrixKeys({ matrix, shown, granting, onChange, move });
  const boxes = (name: string, types: readonly string[]) => ({
    name,
    rows: byType(matrix.rows, types),
    granting,
    onToggle: (action: Action) => keys.toggle(types, [action], name),
  });
  return (
    <div className={classes.scroll}>
      <table
        ref={ref}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the grid of ARIA's patterns: HTML has no element for it
        role="grid"
        aria-label="Permissions"
        aria-describedby={describedBy}
        className={classes.table}
        onFocus={onFocus}
        onKeyDown={keys.onKeyDown}
        onKeyUp={keys.onKeyUp}
      >
        <thead>
          <tr data-types={shown.join()} data-name={everyType}>
            <th scope="col">Type</th>
            <th scope="col" className={classes.scope}>
              Scope
            </th>
            <ColumnBoxes isHead {...boxes(everyType, shown)} />
          </tr>
        </thead>
        {groups.map(({ name, types }) => (
          <tbody key={name}>
            <tr className={classes.group} data-types={types.join()} data-name={name}>
              <th scope="rowgroup" colSpan={2}>
                {name}
              </th>
              <ColumnBoxes {...boxes(name, types)} />
            </tr>
            {byType(matrix.rows, types).map((row) => (
              <MatrixRowLines
                key={row.type}
                row={row}
                granting={granting}
                around={around}
                allowsGlobal={allowsGlobal}
                onChange={onChangeRow}
              />
            ))}
          </tbody>
        ))}
      </table>
      <VisuallyHidden component="output">{keys.said}</VisuallyHidden>
    </div>
  );
}

interface ColumnBoxesProps {
  isHead?: boolean;
  name: string;
  rows: readonly MatrixRow[];
  granting: Granting;
  onToggle: (action: Action) => void;
}

function ColumnBoxes({ isHead = false, name, rows, granting, onToggle }: ColumnBoxesProps) {
  return actions.map((action) => {
    const box = (
      <MatrixBox
        action={action}
        what={name.toLowerCase()}
        state={columnState(rows, action, granting)}
        onToggle={() => onToggle(action)}
      />
    );
    if (!isHead) {
      return (
        <td key={action} className={classes.tick}>
          {box}
        </td>
      );
    }
    return (
      <th key={action} scope="col" className={classes.tick}>
        <span className={classes.head}>
          {action}
          {box}
        </span>
      </th>
    );
  });
}
