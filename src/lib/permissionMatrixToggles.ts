import type { CellState, Matrix, MatrixRow, SelectedResource } from './permissionMatrix';
import {
  actions,
  cellPermissions,
  joined,
  resourceKey,
  resourcePermission,
  rowState,
  withCell,
  withResourceCell,
} from './permissionMatrix';
import type { Action, Permission } from './permissions';

/** Who the token is for, and what the caller may give to it. */
export interface Granting {
  orgID: string;
  /** The owner of the token. */
  ownerID: string;
  /** Why the caller cannot grant it; undefined when nothing speaks against it. */
  whyNot: (permission: Permission) => string | undefined;
}

/** What a tick is about while nothing is picked: of orgs the org itself, of users the owner. */
export function fallbackOf(
  type: string,
  { orgID, ownerID }: Granting,
): Pick<SelectedResource, 'id'> | undefined {
  if (type === 'orgs') return { id: orgID };
  return type === 'users' && ownerID !== '' ? { id: ownerID } : undefined;
}

function tickable(row: MatrixRow, action: Action, granting: Granting): Permission[] {
  const permissions = cellPermissions(row, action, granting.orgID);
  const fallback = fallbackOf(row.type, granting);
  if (permissions.length > 0 || !fallback) return permissions;
  return [{ action, resource: { type: row.type, ...fallback } }];
}

/** Why a cell cannot be ticked. What is ticked can always be cleared. */
export function blockedCell(
  row: MatrixRow,
  action: Action,
  granting: Granting,
): string | undefined {
  const reasons = tickable(row, action, granting).map(granting.whyNot);
  return reasons.length > 0 && reasons.every((reason) => reason !== undefined)
    ? reasons[0]
    : undefined;
}

/** Nothing to tick until something is picked. */
function isIdle(row: MatrixRow, granting: Granting): boolean {
  return tickable(row, 'read', granting).length === 0;
}

/** Of several rows: a group, or the whole column. */
export function columnState(
  rows: readonly MatrixRow[],
  action: Action,
  granting: Granting,
): CellState {
  return joined(rows.filter((row) => !isIdle(row, granting)).map((row) => rowState(row, action)));
}

/** Whether a tick would grant more: otherwise it clears. */
function hasRoom(row: MatrixRow, action: Action, granting: Granting): boolean {
  const { type, scope, selected, cells } = row;
  if (scope !== 'selected' || selected.length === 0) {
    return !cells[action] && blockedCell(row, action, granting) === undefined;
  }
  return selected.some(
    (resource) =>
      !resource[action] &&
      granting.whyNot(resourcePermission(type, resource, action)) === undefined,
  );
}

function set(row: MatrixRow, action: Action, on: boolean, granting: Granting): MatrixRow {
  const { orgID, whyNot } = granting;
  const allows = (permission: Permission) => whyNot(permission) === undefined;
  const fallback = fallbackOf(row.type, granting);
  if (on && blockedCell(row, action, granting) !== undefined) return row;
  return withCell(row, action, on, { orgID, allows, fallback });
}

export function cellToggled(row: MatrixRow, action: Action, granting: Granting): MatrixRow {
  return set(row, action, hasRoom(row, action, granting), granting);
}

/** Reading and writing of one row as one box. */
export function rowToggled(row: MatrixRow, granting: Granting): MatrixRow {
  const on = actions.some((action) => hasRoom(row, action, granting));
  return actions.reduce((changed, action) => set(changed, action, on, granting), row);
}

/** Reading and writing of one resource of the row as one box. */
export function resourceToggled(row: MatrixRow, key: string, granting: Granting): MatrixRow {
  const resource = row.selected.find((each) => resourceKey(each) === key);
  if (!resource) return row;
  const open = actions.filter(
    (action) =>
      !resource[action] &&
      granting.whyNot(resourcePermission(row.type, resource, action)) === undefined,
  );
  const meant = open.length > 0 ? open : actions;
  return meant.reduce(
    (changed, action) => withResourceCell(changed, key, action, open.length > 0),
    row,
  );
}

/** The cells of these types and actions as one box: a column, or all of a group. */
export function typesToggled(
  matrix: Matrix,
  types: ReadonlySet<string>,
  meant: readonly Action[],
  granting: Granting,
): Matrix {
  const touched = matrix.rows.filter((row) => types.has(row.type) && !isIdle(row, granting));
  const on = touched.some((row) => meant.some((action) => hasRoom(row, action, granting)));
  const isTouched = new Set(touched);
  return {
    ...matrix,
    rows: matrix.rows.map((row) =>
      isTouched.has(row)
        ? meant.reduce((changed, action) => set(changed, action, on, granting), row)
        : row,
    ),
  };
}
