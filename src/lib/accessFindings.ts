import { counted } from './counted';
import type { AccessFinding } from './findings';
import { credentialFindings } from './findings';
import { listText } from './listText';
import { classify } from './permissionClasses';
import type { Bits } from './permissionIndex';
import { heldOnBucket, indexOf } from './permissionIndex';
import { orgName } from './permissionWords';
import { sameHoldings } from './sameHoldings';
import type { Credential, KnownBucket, KnownDbrp, Surroundings } from './surroundings';
import { isUsable } from './surroundings';

function ownFindings(credentials: readonly Credential[], around: Surroundings): AccessFinding[] {
  return credentials.flatMap((credential) =>
    credentialFindings(credential, around).map((found) => ({
      ...found,
      credentials: [credential],
    })),
  );
}

/** Of tokens: v1 users are told apart by their names. */
function duplicates(credentials: readonly Credential[], around: Surroundings): AccessFinding[] {
  const tokens = credentials.filter((one) => one.kind === 'token' && isUsable(one, around));
  return sameHoldings(tokens).map((same) => ({
    rule: 'duplicate',
    detail: `${counted(same.length, 'active token')} of ${orgName(same[0]?.orgID ?? '', around)} hold the same`,
    credentials: same,
  }));
}

function bucketName({ name, orgID }: KnownBucket, around: Surroundings): string {
  return `${name} of ${orgName(orgID, around)}`;
}

const mostNamed = 5;

/** Why no database leads a v1 user anywhere; undefined when one does, or when it cannot be told. */
function nowhere(
  { orgID, permissions }: Credential,
  around: Surroundings,
  mapped: ReadonlySet<string>,
): string | undefined {
  const index = indexOf(permissions);
  const own: KnownBucket[] = [];
  for (const bucket of around.buckets.values()) {
    if (bucket.orgID !== orgID || heldOnBucket(index, bucket) === 0) continue;
    if (mapped.has(bucket.id)) return undefined;
    own.push(bucket);
  }
  if (own.length === 0 && !around.isComplete) return undefined;
  const org = orgName(orgID, around);
  if (own.length === 0) return `It reaches no bucket of ${org}, the org of its databases`;
  const names = own.slice(0, mostNamed + 1).map(({ name }) => name);
  return `No database leads to ${listText(names, mostNamed, own.length)} of ${org}`;
}

function v1Findings(
  credentials: readonly Credential[],
  around: Surroundings,
  dbrps: readonly KnownDbrp[],
): AccessFinding[] {
  const mapped = new Set(dbrps.map(({ bucketID }) => bucketID));
  return credentials.flatMap((credential): AccessFinding[] => {
    if (credential.kind !== 'v1 user' || !around.orgs.has(credential.orgID)) return [];
    const detail = nowhere(credential, around, mapped);
    return detail ? [{ rule: 'database-nowhere', detail, credentials: [credential] }] : [];
  });
}

/** What all credentials together read and write, by where it is granted. */
class Totals {
  #everywhere: Bits = 0;
  #orgs = new Map<string, number>();
  #buckets = new Map<string, number>();

  add({ permissions }: Credential): void {
    const { everywhere, inOrg, byId } = indexOf(permissions);
    const unscoped = (everywhere.get('buckets') ?? 0) | (everywhere.get('instance') ?? 0);
    this.#everywhere = (this.#everywhere | unscoped) as Bits;
    for (const [orgID, types] of inOrg) {
      const bits = types.get('buckets');
      if (bits) this.#orgs.set(orgID, (this.#orgs.get(orgID) ?? 0) | bits);
    }
    for (const [id, bits] of byId.get('buckets') ?? []) {
      this.#buckets.set(id, (this.#buckets.get(id) ?? 0) | bits);
    }
  }

  on({ id, orgID }: KnownBucket): number {
    return this.#everywhere | (this.#orgs.get(orgID) ?? 0) | (this.#buckets.get(id) ?? 0);
  }
}

const missing = [
  { action: 'read', rule: 'bucket-without-reader', bit: 1 },
  { action: 'write', rule: 'bucket-without-writer', bit: 2 },
] as const;

/** Operator and all-access tokens reach every bucket of theirs: what is left without them? */
function bucketFindings(credentials: readonly Credential[], around: Surroundings): AccessFinding[] {
  // Others may read and write what this caller sees nobody do.
  if (!around.isComplete) return [];
  const totals = new Totals();
  let operators = 0;
  const allAccess = new Map<string, number>();
  for (const credential of credentials) {
    if (!isUsable(credential, around)) continue;
    const held = classify(credential.permissions, around.types).class;
    if (credential.kind === 'token' && held === 'operator') operators++;
    else if (credential.kind === 'token' && held === 'all-access') {
      const [orgID = ''] = indexOf(credential.permissions).inOrg.keys();
      allAccess.set(orgID, (allAccess.get(orgID) ?? 0) + 1);
    } else totals.add(credential);
  }
  const findings: AccessFinding[] = [];
  for (const bucket of around.buckets.values()) {
    if (bucket.type === 'system') continue;
    const held = totals.on(bucket);
    for (const { action, rule, bit } of missing) {
      if (held & bit) continue;
      const besides = besidesText(operators, allAccess.get(bucket.orgID) ?? 0);
      const detail = `No token and no v1 user ${action}s ${bucketName(bucket, around)}${besides}`;
      findings.push({ rule, detail, credentials: [], bucket });
    }
  }
  return findings;
}

function besidesText(operators: number, allAccess: number): string {
  const tokens = [
    ...(operators > 0 ? [counted(operators, 'operator token')] : []),
    ...(allAccess > 0 ? [counted(allAccess, 'all-access token')] : []),
  ];
  return tokens.length > 0 ? `, besides ${listText(tokens)}` : '';
}

/** Credentials looked at in one step. */
const stepSize = 200;

/**
 * Every finding there is, in steps of a few milliseconds. `dbrps` are those of every org the caller sees, virtual ones
 * too. Only where everything is visible can be told that nobody reads or writes a bucket.
 */
export function* findingSteps(
  credentials: readonly Credential[],
  around: Surroundings,
  dbrps: readonly KnownDbrp[],
): Generator<AccessFinding[]> {
  for (let from = 0; from < credentials.length; from += stepSize) {
    yield ownFindings(credentials.slice(from, from + stepSize), around);
  }
  yield duplicates(credentials, around);
  yield v1Findings(credentials, around, dbrps);
  yield bucketFindings(credentials, around);
}

/** All steps at once. */
export function accessFindings(
  credentials: readonly Credential[],
  around: Surroundings,
  dbrps: readonly KnownDbrp[],
): AccessFinding[] {
  return [...findingSteps(credentials, around, dbrps)].flat();
}
