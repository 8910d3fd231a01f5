import type { Token, TokenDraft } from '@/api/tokens';
import type { NewTokenStart } from '@/lib/paths';
import { classify } from '@/lib/permissionClasses';
import type { Matrix } from '@/lib/permissionMatrix';
import { changeRow, matrixOf, movedTo, ownedBy, permissionsOf } from '@/lib/permissionMatrix';
import type { Permission } from '@/lib/permissions';
import { distinct, parsePermission } from '@/lib/permissions';
import type { Preset } from '@/lib/presets';
import { presetOf } from '@/lib/presets';
import { scopeText } from '@/lib/scopeText';
import { capitalised } from '@/lib/sentence';
import type { KnownBucket, Surroundings } from '@/lib/surroundings';

/** What is filled in. */
export interface NewToken {
  orgID: string;
  /** Empty: the caller, whose id it may not read. */
  ownerID: string;
  description: string;
  matrix: Matrix;
  /** The preset used last. */
  presetKey?: string;
  /** How many single resources the last change of the org left behind. */
  left: number;
}

const startKeys = ['org', 'preset', 'like', 'grant', 'bucket'] as const;

export function startOf(params: URLSearchParams): NewTokenStart {
  return Object.fromEntries(
    startKeys.flatMap((key) => {
      const value = params.get(key);
      return value === null || value === '' ? [] : [[key, value]];
    }),
  );
}

function selectedBuckets({ matrix }: NewToken): string[] {
  const buckets = matrix.rows.find(({ type }) => type === 'buckets');
  return (buckets?.selected ?? [])
    .filter(({ orgID }) => orgID === matrix.orgID)
    .map(({ id }) => id);
}

function withNames(permissions: readonly Permission[], { buckets }: Surroundings): Permission[] {
  return permissions.map(({ action, resource }) => {
    const name = resource.id === undefined ? undefined : buckets.get(resource.id)?.name;
    return { action, resource: { ...resource, ...(name !== undefined && { name }) } };
  });
}

/** Takes the place of what was ticked. Buckets that were selected stay selected. */
export function withPreset(token: NewToken, preset: Preset, around: Surroundings): NewToken {
  const { types } = around;
  const buckets = selectedBuckets(token);
  const { orgID, ownerID } = token;
  const place = { orgID, userID: ownerID, types, readBuckets: buckets, writeBuckets: buckets };
  const matrix = matrixOf(withNames(preset.build(place), around), orgID, types);
  const isOpen = preset.needsBuckets.length > 0 && buckets.length === 0;
  return {
    ...token,
    presetKey: preset.key,
    left: 0,
    matrix: isOpen ? withOpenBuckets(matrix, preset) : matrix,
  };
}

function withOpenBuckets(matrix: Matrix, { needsBuckets }: Preset): Matrix {
  const cells = { read: needsBuckets.includes('read'), write: needsBuckets.includes('write') };
  return changeRow(matrix, 'buckets', (row) => ({ ...row, scope: 'selected', cells }));
}

/** With exactly these permissions, in the org of the token that holds them. */
export function withPermissionsOf(
  token: NewToken,
  { orgID, permissions }: Pick<Token, 'orgID' | 'permissions'>,
  around: Surroundings,
): NewToken {
  const matrix = matrixOf(withNames(permissions, around), orgID, around.types);
  return { ...token, orgID, matrix, presetKey: undefined, left: 0 };
}

export function withOrg(token: NewToken, orgID: string): NewToken {
  return { ...token, orgID, ...movedTo(token.matrix, orgID) };
}

export function withOwner(token: NewToken, ownerID: string): NewToken {
  return { ...token, ownerID, matrix: ownedBy(token.matrix, token.ownerID, ownerID) };
}

/** What is sent when no description is given. */
export function autoDescription(permissions: readonly Permission[], around: Surroundings): string {
  if (classify(permissions, around.types).class === 'operator') return 'Operator';
  return capitalised(scopeText(permissions, around));
}

/** What is sent; null while nothing is granted. */
export function draftOf(token: NewToken, around: Surroundings): TokenDraft | null {
  const { orgID, ownerID, matrix } = token;
  const permissions = distinct(permissionsOf(matrix));
  if (permissions.length === 0) return null;
  const description = token.description.trim() || autoDescription(permissions, around);
  return { orgID, ...(ownerID !== '' && { userID: ownerID }), description, permissions };
}

/** The type that is ticked for single resources while none is chosen. */
export function openType({ matrix }: NewToken): string | undefined {
  return matrix.rows.find(
    ({ scope, selected, cells }) =>
      scope === 'selected' && selected.length === 0 && (cells.read || cells.write),
  )?.type;
}

export interface Beginning {
  start: NewTokenStart;
  /** The token to be like. */
  like?: Pick<Token, 'orgID' | 'userID' | 'description' | 'permissions'>;
  /** The org to begin with where the link names none. */
  orgID: string;
  callerID: string;
  around: Surroundings;
}

const firstPreset = 'read-write';

/** As the link asks for it: like another token, by a preset, for a bucket, with one more permission. */
export function firstToken(beginning: Beginning): NewToken {
  const { start, around } = beginning;
  const grant = parsePermission(start.grant ?? '');
  const bucket = around.buckets.get(start.bucket ?? '');
  const orgID = start.org ?? bucket?.orgID ?? grant?.resource.orgID ?? beginning.orgID;
  const empty = matrixOf([], orgID, around.types);
  const token = likeAnother(beginning, {
    orgID,
    ownerID: beginning.callerID,
    description: '',
    matrix: empty,
    left: 0,
  });
  const held = [...permissionsOf(token.matrix), ...(grant ? [grant] : [])];
  const begun = { ...token, matrix: matrixOf(withNames(held, around), token.orgID, around.types) };
  const preset = presetOf(start.preset ?? (held.length === 0 ? firstPreset : undefined));
  return preset ? withFirstPreset(begun, preset, bucket, around) : begun;
}

/** Takes over what the other one holds, for the same org and owner unless the link names an org. */
function likeAnother({ start, like, around }: Beginning, token: NewToken): NewToken {
  if (!like) return token;
  const { description, userID } = like;
  const copy = {
    ...withPermissionsOf(token, like, around),
    ownerID: userID,
    description: description === '' ? '' : `${description} (copy)`,
  };
  return start.org === undefined ? copy : withOrg(copy, start.org);
}

/** The preset with the bucket of the link, and what the link grants besides. */
function withFirstPreset(
  token: NewToken,
  preset: Preset,
  bucket: KnownBucket | undefined,
  around: Surroundings,
): NewToken {
  const { orgID } = token;
  const isHere = bucket !== undefined && bucket.orgID === orgID;
  const chosen: Permission[] = isHere
    ? [{ action: 'read', resource: { type: 'buckets', orgID, id: bucket.id } }]
    : [];
  const before = { ...token, matrix: matrixOf(chosen, orgID, around.types) };
  const made = withPreset(before, preset, around);
  const besides = permissionsOf(token.matrix);
  if (besides.length === 0) return made;
  const together = [...permissionsOf(made.matrix), ...besides];
  return { ...made, matrix: matrixOf(together, orgID, around.types) };
}
