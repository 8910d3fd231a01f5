import { classify, knownTypes } from './permissionClasses';
import type { Permission } from './permissions';
import { distinct, permissionText } from './permissions';

interface Grants {
  flags: Record<string, unknown>;
  /** What no flag can say, as the server prints it. */
  missing: string[];
}

interface Granting {
  orgID?: unknown;
  permissions?: unknown;
}

/** The flags of `influx auth create`; v1 users have those for buckets only. */
export function grantFlags({ orgID, permissions }: Granting, only?: 'buckets by id'): Grants {
  const granted = distinct((permissions ?? []) as Permission[]);
  const preset = only === undefined ? presetFlag(granted) : undefined;
  if (preset !== undefined) return { flags: { [preset]: true }, missing: [] };
  const flags = new Map<string, string[] | true>();
  const missing: string[] = [];
  for (const permission of granted) {
    const flag = flagOf(permission, String(orgID), only !== undefined);
    if (flag === undefined) missing.push(permissionText(permission));
    else if (flag.id === undefined) flags.set(flag.name, true);
    else flags.set(flag.name, [...ids(flags.get(flag.name)), flag.id]);
  }
  return { flags: Object.fromEntries(flags), missing };
}

function ids(value: string[] | true | undefined): string[] {
  return Array.isArray(value) ? value : [];
}

interface Flag {
  name: string;
  id?: string;
}

/** Orgs and users are granted without a scope, all other types in the token's org. */
function flagOf(
  { action, resource: { type, id, orgID } }: Permission,
  ownOrg: string,
  onlyBuckets: boolean,
): Flag | undefined {
  const isOwn = orgID === ownOrg;
  if (type === 'buckets' && id !== undefined) {
    return isOwn ? { name: `${action}-bucket`, id } : undefined;
  }
  if (onlyBuckets || id !== undefined || !knownTypes.includes(type)) return undefined;
  const isUnscoped = type === 'orgs' || type === 'users';
  if (isUnscoped ? orgID !== undefined : !isOwn) return undefined;
  return { name: `${action}-${type}` };
}

/** What the CLI makes of `--operator` and `--all-access`, to the last permission. */
function presetFlag(granted: readonly Permission[]): string | undefined {
  const { class: held, olderSet } = classify(granted);
  if (olderSet) return undefined;
  const count = granted.length;
  if (held === 'operator' && count === 2 * knownTypes.length) return 'operator';
  const writesOrg = granted.some(
    ({ action, resource }) => action === 'write' && resource.type === 'orgs',
  );
  if (held === 'all-access' && !writesOrg && count === 2 * knownTypes.length - 1) {
    return 'all-access';
  }
  return undefined;
}
