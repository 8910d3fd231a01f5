import { ownTokens } from '@/api/ownTokens';
import type { Caller } from '@/api/caller';
import type { Token } from '@/api/tokens';
import { isUsable } from '@/lib/surroundings';
import { bucketLabels } from '@/lib/bucketLabels';
import type { Finding } from '@/lib/findings';
import { credentialFindings } from '@/lib/findings';
import type { Classification } from '@/lib/permissionClasses';
import { classify } from '@/lib/permissionClasses';
import { indexOf } from '@/lib/permissionIndex';
import type { Permission } from '@/lib/permissions';
import { scopeText } from '@/lib/scopeText';
import type { Surroundings } from '@/lib/surroundings';

/** A token as the list shows it. Its value is not among it. */
export interface TokenRow {
  id: string;
  description: string;
  status: Token['status'];
  /** Of the user who owns it. */
  owner: 'active' | 'inactive' | 'gone' | 'unknown';
  orgID: string;
  org: string;
  userID: string;
  user: string;
  permissions: readonly Permission[];
  createdAt: string;
  updatedAt: string;
  /** The server still tells the value. */
  isShown: boolean;
  readonly classification: Classification;
  /** What it reaches, in words. */
  readonly scope: string;
  readonly findings: readonly Finding[];
  /** Names of the buckets it reads or writes, with the org where a name is there twice. */
  readonly buckets: readonly string[];
  /** Whether it is the credential in use. */
  own: 'certain' | 'maybe' | 'no';
  /** No other operator token works. */
  isLastOperator: boolean;
}

interface BucketNames {
  everywhere: readonly string[];
  inOrg: (orgID: string) => readonly string[];
  of: (id: string) => string | undefined;
}

const noNames: readonly string[] = [];

/** System buckets are not told: they are read with the org. */
function bucketNames(around: Surroundings): BucketNames {
  const own = [...around.buckets.values()].filter(({ type }) => type === 'user');
  const nameOf = bucketLabels(around);
  const byId = new Map(own.map((bucket) => [bucket.id, nameOf(bucket)]));
  const byOrg = new Map<string, string[]>();
  for (const bucket of own) {
    const names = byOrg.get(bucket.orgID);
    if (names) names.push(nameOf(bucket));
    else byOrg.set(bucket.orgID, [nameOf(bucket)]);
  }
  return {
    everywhere: [...byId.values()],
    inOrg: (orgID) => byOrg.get(orgID) ?? noNames,
    of: (id) => byId.get(id),
  };
}

/** Lists of org-wide tokens are shared: there may be thousands of both. */
function reachedNames(permissions: readonly Permission[], names: BucketNames): readonly string[] {
  const { everywhere, inOrg, byId } = indexOf(permissions);
  if (everywhere.has('buckets') || everywhere.has('instance')) return names.everywhere;
  const orgs = [...inOrg].filter(([, types]) => types.has('buckets')).map(([orgID]) => orgID);
  const ids = [...(byId.get('buckets')?.keys() ?? [])];
  const single = ids.map(names.of).filter((name) => name !== undefined);
  const [orgID, ...others] = orgs;
  if (orgID === undefined) return single;
  if (others.length === 0 && single.length === 0) return names.inOrg(orgID);
  return [...new Set([...orgs.flatMap(names.inOrg), ...single])];
}

function ownerOf(userID: string, { users, isComplete }: Surroundings): TokenRow['owner'] {
  return users.get(userID)?.status ?? (isComplete ? 'gone' : 'unknown');
}

/** What is not needed to paint the first screen is computed when it is asked for, once. */
function rowOf({ token, ...rest }: Token, around: Surroundings, names: BucketNames): TokenRow {
  const { permissions, userID } = rest;
  let classification: Classification | undefined;
  let scope: string | undefined;
  let findings: readonly Finding[] | undefined;
  let buckets: readonly string[] | undefined;
  return {
    ...rest,
    owner: ownerOf(userID, around),
    isShown: token !== '',
    get classification() {
      return (classification ??= classify(permissions, around.types));
    },
    get scope() {
      return (scope ??= scopeText(permissions, around));
    },
    get findings() {
      return (findings ??= credentialFindings({ ...rest, kind: 'token' }, around));
    },
    get buckets() {
      return (buckets ??= reachedNames(permissions, names));
    },
    own: 'no',
    isLastOperator: false,
  };
}

/** Everything the list sorts, filters and searches, computed once for each answer of the server. */
export function tokenRows(
  tokens: readonly Token[],
  around: Surroundings,
  caller: Caller,
): TokenRow[] {
  const names = bucketNames(around);
  const rows = tokens.map((token) => rowOf(token, around, names));
  markOwn(rows, tokens, caller);
  markLastOperator(rows, around);
  return rows;
}

function markOwn(rows: readonly TokenRow[], tokens: readonly Token[], caller: Caller): void {
  const operators = new Set(rows.filter(isOperator).map(({ id }) => id));
  const own = ownTokens(tokens, caller, ({ id }) => operators.has(id));
  for (const row of rows) {
    if (own.ids.has(row.id)) row.own = own.isCertain ? 'certain' : 'maybe';
  }
}

function isOperator(row: TokenRow): boolean {
  // The class of ten thousand tokens is not worked out for the few that hold something unscoped.
  const mayBe = row.permissions.some(({ resource }) => !resource.orgID && !resource.id);
  return mayBe && row.classification.class === 'operator';
}

/** Only who sees all tokens can tell. */
function markLastOperator(rows: readonly TokenRow[], around: Surroundings): void {
  if (!around.isComplete) return;
  const [first, ...others] = rows.filter((row) => isOperator(row) && isUsable(row, around));
  if (first && others.length === 0) first.isLastOperator = true;
}
