import { countText, counted } from './counted';
import { classify } from './permissionClasses';
import type { Bits, HeldByName, PermissionIndex } from './permissionIndex';
import { bitsOrder, holdsOnlyBuckets, indexOf, namesWith } from './permissionIndex';
import { actionVerbs, nameOfId, orgName, singular, typeWords } from './permissionWords';
import type { Permission } from './permissions';
import type { Surroundings } from './surroundings';

const letters: Readonly<Record<Bits, string>> = { 0: '', 1: 'r', 2: 'w', 3: 'rw' };
const mostNamed = 2;
const mostParts = 3;

function limited(parts: readonly string[], separator: string): string {
  if (parts.length <= mostParts + 1) return parts.join(separator);
  const rest = parts.length - mostParts;
  return `${parts.slice(0, mostParts).join(separator)} + ${countText(rest)} more`;
}

function typesText(held: HeldByName): string {
  const parts = bitsOrder.flatMap((bits) =>
    namesWith(held, bits).map((type) => `${typeWords(type)} ${letters[bits]}`),
  );
  return limited(parts, ', ');
}

/** `reads and writes airsensors, ts-bucket`; undefined where there is more to say than that. */
function bucketVerbs(index: PermissionIndex, nameOf: (id: string) => string) {
  const buckets = holdsOnlyBuckets(index) ? index.byId.get('buckets') : undefined;
  if (!buckets || buckets.size > mostNamed) return undefined;
  return bitsOrder
    .map((bits) => [actionVerbs[bits], namesWith(buckets, bits).map(nameOf)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([verb, names]) => `${verb} ${names.join(', ')}`)
    .join(', ');
}

function idParts(
  [type, ids]: readonly [string, HeldByName],
  nameOf: (type: string, id: string) => string | undefined,
): string[] {
  if (ids.size > mostNamed) return countParts(type, ids);
  const prefix = type === 'buckets' ? '' : `${singular(type)} `;
  const names = [...ids.keys()].map((id) => nameOf(type, id));
  if (names.includes(undefined)) return countParts(type, ids);
  return [...ids.values()].map((bits, n) => `${prefix}${names[n]} ${letters[bits]}`);
}

function countParts(type: string, ids: HeldByName): string[] {
  const counts = [0, 0, 0, 0] as [number, number, number, number];
  for (const bits of ids.values()) counts[bits]++;
  return bitsOrder
    .filter((bits) => counts[bits] > 0)
    .map((bits) => `${counted(counts[bits], singular(type), typeWords(type))} ${letters[bits]}`);
}

/** A set of permissions in a table cell: `iot: everything`, `reads airsensors`, `5 buckets rw · iot: telegrafs r`. */
export function scopeText(permissions: readonly Permission[], around: Surroundings): string {
  const held = classify(permissions, around.types).class;
  const index = indexOf(permissions);
  const { everywhere, inOrg, byId } = index;
  if (held === 'operator' || everywhere.has('instance')) return 'every org';
  if (held === 'all-access') return `${orgName([...inOrg.keys()][0] ?? '', around)}: everything`;
  const nameOf = (type: string, id: string) => nameOfId(type, id, permissions, around);
  const inWords = bucketVerbs(index, (id) => nameOf('buckets', id) ?? id);
  if (inWords !== undefined) return inWords;
  const parts = [
    ...(everywhere.size > 0 ? [`every org: ${typesText(everywhere)}`] : []),
    ...[...byId].flatMap((ids) => idParts(ids, nameOf)),
    ...[...inOrg].map(([orgID, types]) => `${orgName(orgID, around)}: ${typesText(types)}`),
  ];
  return parts.length > 0 ? limited(parts, ' · ') : 'nothing';
}
