import { classify } from './permissionClasses';
import type { Permission } from './permissions';
import { anyCovers } from './permissions';
import type { KnownBucket, Surroundings } from './surroundings';
import { neededFor } from './surroundings';

/** A token as the caller's list shows it. */
interface ListedToken {
  id: string;
  /** `""` where the server keeps a hash. */
  token: string;
  status: 'active' | 'inactive';
  userID: string;
  permissions: readonly Permission[];
}

/** What a secret has shown of itself. */
export interface SeenSecret {
  secret: string;
  status: 'active' | 'inactive';
  /** Of the owner, where the server told it. */
  userID?: string;
  /** Undefined for an inactive token: nothing more was told. */
  reach?: { isOperator: boolean; readable: ReadonlySet<string> };
  /** The row that the token itself has found to be its own. */
  own?: { id: string; isCertain: boolean };
}

export interface TokenMatch<Row> {
  rows: Row[];
  /** It is exactly this row. */
  isCertain: boolean;
}

function readsExactly(
  permissions: readonly Permission[],
  readable: ReadonlySet<string>,
  buckets: Iterable<KnownBucket>,
): boolean {
  for (const bucket of buckets) {
    const reads = anyCovers(permissions, neededFor('read', bucket));
    if (reads !== readable.has(bucket.id)) return false;
  }
  return true;
}

function canBe(row: ListedToken, seen: SeenSecret, around: Surroundings): boolean {
  const { status, userID, reach } = seen;
  if (row.token !== '' || row.status !== status) return false;
  if (userID !== undefined && row.userID !== userID) return false;
  if (!reach) return true;
  const isOperator = classify(row.permissions, around.types).class === 'operator';
  if (isOperator || reach.isOperator) return isOperator === reach.isOperator;
  return readsExactly(row.permissions, reach.readable, around.buckets.values());
}

/** Which listed tokens a secret can belong to. Only who sees every token can be certain by exclusion. */
export function matchToken<Row extends ListedToken>(
  rows: readonly Row[],
  seen: SeenSecret,
  around: Surroundings,
): TokenMatch<Row> {
  const equal = rows.find(({ token }) => token !== '' && token === seen.secret);
  if (equal) return { rows: [equal], isCertain: true };
  const own = seen.own?.isCertain ? rows.find(({ id }) => id === seen.own?.id) : undefined;
  if (own) return { rows: [own], isCertain: true };
  const possible = rows.filter((row) => canBe(row, seen, around));
  return { rows: possible, isCertain: possible.length === 1 && around.isComplete };
}
