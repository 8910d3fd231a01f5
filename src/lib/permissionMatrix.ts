import type { Action, Permission, PermissionResource } from './permissions';
import { distinct } from './permissions';
import { isById } from './typeGroups';

/** org: all of the type in the org of the token. selected: some by id. global: all in every org. */
export type Scope = 'org' | 'selected' | 'global';

export type Cells = Readonly<Record<Action, boolean>>;

export interface SelectedResource extends Cells {
  id: string;
  /** Absent where the permission names the id alone, as for orgs and users. */
  orgID?: string;
  /** For display. */
  name?: string;
}

export interface MatrixRow {
  type: string;
  scope: Scope;
  /** What is granted for the whole scope. With `selected`: what the next resource gets that is picked. */
  cells: Cells;
  /** Besides what the scope grants. */
  selected: readonly SelectedResource[];
}

/** A set of permissions, laid out to be edited. */
export interface Matrix {
  /** The org of the token. */
  orgID: string;
  /** A row for each type: those of the server in its order, then others that are granted. */
  rows: readonly MatrixRow[];
  /** What has no cell: for all of another org, for `instance`. Kept as it is. */
  others: readonly Permission[];
}

export type CellState = 'on' | 'off' | 'mixed';

export const actions: readonly Action[] = ['read', 'write'];

const noCells: Cells = { read: false, write: false };

/** Two permissions may name a resource with and without its org. */
export function resourceKey({ id, orgID = '' }: Pick<SelectedResource, 'id' | 'orgID'>): string {
  return `${orgID}/${id}`;
}

function rowOf(type: string, permissions: readonly Permission[], orgID: string): MatrixRow {
  const cellsOf = (isIn: (resource: PermissionResource) => boolean): Cells => {
    const has = (action: Action) =>
      permissions.some((held) => held.action === action && isIn(held.resource));
    return { read: has('read'), write: has('write') };
  };
  const selected = new Map<string, SelectedResource>();
  for (const { action, resource } of permissions) {
    const { id, orgID: of, name } = resource;
    if (id === undefined) continue;
    const key = resourceKey({ id, orgID: of });
    const before = selected.get(key) ?? {
      id,
      ...(of !== undefined && { orgID: of }),
      ...(name !== undefined && { name }),
      ...noCells,
    };
    selected.set(key, { ...before, [action]: true });
  }
  const global = cellsOf(({ id, orgID: of }) => id === undefined && of === undefined);
  const org = cellsOf(({ id, orgID: of }) => id === undefined && of === orgID);
  const row = { type, selected: [...selected.values()] };
  if (global.read || global.write) return { ...row, scope: 'global', cells: global };
  if (org.read || org.write) return { ...row, scope: 'org', cells: org };
  if (selected.size > 0) return { ...row, scope: 'selected', cells: unionOf(row.selected) };
  return { ...row, scope: isById(type) ? 'selected' : 'org', cells: noCells };
}

function unionOf(selected: readonly SelectedResource[]): Cells {
  return {
    read: selected.some(({ read }) => read),
    write: selected.some(({ write }) => write),
  };
}

/** Every permission has its place: `permissionsOf` gives the same set back. */
export function matrixOf(
  permissions: readonly Permission[],
  orgID: string,
  types: readonly string[],
): Matrix {
  const byType = new Map<string, Permission[]>(
    types.filter((type) => type !== 'instance').map((type) => [type, []]),
  );
  const others: Permission[] = [];
  const globals = new Set(
    permissions.flatMap(({ resource: { type, id, orgID: of } }) => ((id ?? of) ? [] : [type])),
  );
  for (const permission of permissions) {
    const { type, id, orgID: of } = permission.resource;
    const isWhole = id === undefined && of !== undefined;
    const hasCell = !isWhole || (of === orgID && !globals.has(type));
    const held = byType.get(type);
    if (type === 'instance' || !hasCell) others.push(permission);
    else if (held) held.push(permission);
    else byType.set(type, [permission]);
  }
  const rows = [...byType].map(([type, held]) => rowOf(type, held, orgID));
  return { orgID, rows, others: distinct(others) };
}

function granted(cells: Cells, resource: PermissionResource): Permission[] {
  return actions.filter((action) => cells[action]).map((action) => ({ action, resource }));
}

function wholeOf({ type, scope }: MatrixRow, orgID: string): PermissionResource {
  return scope === 'global' ? { type } : { type, orgID };
}

function resourceOf(type: string, resource: SelectedResource): PermissionResource {
  const { id, orgID, name } = resource;
  return { type, ...(orgID !== undefined && { orgID }), id, ...(name !== undefined && { name }) };
}

function rowPermissions(row: MatrixRow, orgID: string): Permission[] {
  const { type, scope, cells, selected } = row;
  return [
    ...(scope === 'selected' ? [] : granted(cells, wholeOf(row, orgID))),
    ...selected.flatMap((resource) => granted(resource, resourceOf(type, resource))),
  ];
}

/** With the names of resources, as far as they are known: for display. */
export function permissionsOf({ rows, others, orgID }: Matrix): Permission[] {
  return [...rows.flatMap((row) => rowPermissions(row, orgID)), ...others];
}

/** What ticking a cell of the row would grant; nothing where resources must be picked first. */
export function cellPermissions(row: MatrixRow, action: Action, orgID: string): Permission[] {
  const { type, scope, selected } = row;
  if (scope !== 'selected') return [{ action, resource: wholeOf(row, orgID) }];
  return selected.map((resource) => ({ action, resource: resourceOf(type, resource) }));
}

/** As `cellPermissions`, of one resource of the row. */
export function resourcePermission(
  type: string,
  resource: SelectedResource,
  action: Action,
): Permission {
  return { action, resource: resourceOf(type, resource) };
}

export function rowState({ scope, cells, selected }: MatrixRow, action: Action): CellState {
  if (scope !== 'selected') {
    if (cells[action]) return 'on';
    return selected.some((resource) => resource[action]) ? 'mixed' : 'off';
  }
  if (selected.length === 0) return cells[action] ? 'on' : 'off';
  return joined(selected.map((resource) => (resource[action] ? 'on' : 'off')));
}

/** Of several cells in one. */
export function joined(states: readonly CellState[]): CellState {
  const [first = 'off'] = states;
  return states.every((state) => state === first) ? first : 'mixed';
}

export function changeRow(
  matrix: Matrix,
  type: string,
  change: (row: MatrixRow) => MatrixRow,
): Matrix {
  return {
    ...matrix,
    rows: matrix.rows.map((row) => (row.type === type ? change(row) : row)),
  };
}

/** Whether a cell may be ticked: those the caller cannot grant stay as they are. */
export type Allows = (permission: Permission) => boolean;

export interface CellPlace {
  orgID: string;
  allows: Allows;
  /** What a tick is about while nothing is selected: the org itself, the owner. */
  fallback?: Pick<SelectedResource, 'id' | 'orgID'>;
}

/** Sets a cell of the row, and with `selected` those of its resources. */
export function withCell(
  row: MatrixRow,
  action: Action,
  on: boolean,
  { orgID, allows, fallback }: CellPlace,
): MatrixRow {
  const { type, scope } = row;
  if (scope !== 'selected') {
    const [permission] = cellPermissions(row, action, orgID);
    if (permission && on && !allows(permission)) return row;
    return { ...row, cells: { ...row.cells, [action]: on } };
  }
  const isEmpty = row.selected.length === 0;
  const selected = isEmpty && on && fallback ? [{ ...fallback, ...noCells }] : row.selected;
  return {
    ...row,
    cells: { ...row.cells, [action]: on },
    selected: selected.map((resource) =>
      on && !allows(resourcePermission(type, resource, action))
        ? resource
        : { ...resource, [action]: on },
    ),
  };
}

export function withResourceCell(
  row: MatrixRow,
  key: string,
  action: Action,
  on: boolean,
): MatrixRow {
  return {
    ...row,
    selected: row.selected.map((resource) =>
      resourceKey(resource) === key ? { ...resource, [action]: on } : resource,
    ),
  };
}

/** What was granted goes along: to all where some were selected, to the next picked where all were. */
export function withScope(row: MatrixRow, scope: Scope, fallback?: SelectedResource): MatrixRow {
  if (row.scope === scope) return row;
  if (scope !== 'selected') {
    const isWider = row.scope === 'selected';
    return { ...row, scope, selected: isWider ? [] : row.selected };
  }
  const isEmpty = row.selected.length === 0;
  const selected = isEmpty && fallback ? [{ ...fallback, ...row.cells }] : row.selected;
  return { ...row, scope, selected };
}

const bothCells: Cells = { read: true, write: true };

/** Adds resources with what the row grants to the next picked; with all of it where nothing is ticked. */
export function withPicked(
  row: MatrixRow,
  picked: readonly Omit<SelectedResource, Action>[],
  allows: Allows,
): MatrixRow {
  const has = new Set(row.selected.map(resourceKey));
  const wanted = row.cells.read || row.cells.write ? row.cells : bothCells;
  const added = picked
    .filter((resource) => !has.has(resourceKey(resource)))
    .map((resource): SelectedResource => {
      const may = (action: Action) =>
        wanted[action] && allows(resourcePermission(row.type, { ...resource, ...wanted }, action));
      return { ...resource, read: may('read'), write: may('write') };
    });
  return { ...row, selected: [...row.selected, ...added] };
}

export function withoutPicked(row: MatrixRow, keys: ReadonlySet<string>): MatrixRow {
  return { ...row, selected: row.selected.filter((resource) => !keys.has(resourceKey(resource))) };
}

export interface Moved {
  matrix: Matrix;
  /** Resources of the org left that cannot come along. */
  left: number;
}

/** The same for another org: what is granted for all of it comes along, its single resources cannot. */
export function movedTo(matrix: Matrix, orgID: string): Moved {
  if (orgID === matrix.orgID) return { matrix, left: 0 };
  let left = 0;
  const rows = matrix.rows.map((row): MatrixRow => {
    const selected = row.selected
      .filter(({ orgID: of }) => of !== matrix.orgID)
      .map((resource) =>
        row.type === 'orgs' && resource.id === matrix.orgID ? { ...resource, id: orgID } : resource,
      );
    left += row.selected.length - selected.length;
    return { ...row, selected };
  });
  return { matrix: { ...matrix, orgID, rows }, left };
}

/** The same for another owner, where it was granted its own user. */
export function ownedBy(matrix: Matrix, from: string, to: string): Matrix {
  return changeRow(matrix, 'users', (row) => ({
    ...row,
    selected: row.selected.map((user) => (user.id === from ? { ...user, id: to } : user)),
  }));
}
