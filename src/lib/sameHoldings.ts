import type { PermissionIndex } from './permissionIndex';
import { indexOf } from './permissionIndex';
import type { Permission } from './permissions';

type ByName = ReadonlyMap<string, number>;
type Nested = ReadonlyMap<string, ByName>;

/** A number for each text, so that sums do not depend on an order. */
class Numbers {
  #known = new Map<string, number>();

  of(text: string): number {
    let number = this.#known.get(text);
    if (number === undefined) {
      number = Math.imul(this.#known.size + 1, 0x9e3779b1);
      this.#known.set(text, number);
    }
    return number;
  }
}

function mixed(a: number, b: number): number {
  const sum = Math.imul(a ^ (b >>> 15), 0x85ebca6b) ^ b;
  return Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35) | 0;
}

function sumOf(held: ByName, seed: number, numbers: Numbers): number {
  let sum = 0;
  for (const [name, bits] of held) sum = (sum + mixed(numbers.of(name) + bits, seed)) | 0;
  return sum;
}

function nestedSum(held: Nested, seed: number, numbers: Numbers): number {
  let sum = 0;
  for (const [name, inner] of held) {
    sum = (sum + sumOf(inner, mixed(numbers.of(name), seed), numbers)) | 0;
  }
  return sum;
}

function fingerprint({ everywhere, inOrg, byId }: PermissionIndex, numbers: Numbers): number {
  const sum = sumOf(everywhere, 1, numbers) + nestedSum(inOrg, 2, numbers);
  return (sum + nestedSum(byId, 3, numbers)) | 0;
}

function isEqual(some: ByName, others: ByName): boolean {
  if (some.size !== others.size) return false;
  for (const [name, bits] of some) if (others.get(name) !== bits) return false;
  return true;
}

function isNestedEqual(some: Nested, others: Nested): boolean {
  if (some.size !== others.size) return false;
  for (const [name, inner] of some) {
    const other = others.get(name);
    if (!other || !isEqual(inner, other)) return false;
  }
  return true;
}

function isSame(one: PermissionIndex, other: PermissionIndex): boolean {
  return (
    isEqual(one.everywhere, other.everywhere) &&
    isNestedEqual(one.inOrg, other.inOrg) &&
    isNestedEqual(one.byId, other.byId)
  );
}

interface Holder {
  orgID: string;
  permissions: readonly Permission[];
}

/** Those of one org that hold the very same, in whatever order: groups of two and more, in order of the first. */
export function sameHoldings<Row extends Holder>(rows: readonly Row[]): Row[][] {
  const numbers = new Numbers();
  const alike = new Map<number, Row[][]>();
  const groups: Row[][] = [];
  for (const row of rows) {
    const { orgID, permissions } = row;
    const index = indexOf(permissions);
    const print = mixed(numbers.of(orgID), fingerprint(index, numbers));
    const candidates = alike.get(print) ?? [];
    const group = candidates.find(
      ([first]) => first?.orgID === orgID && isSame(indexOf(first.permissions), index),
    );
    if (group) {
      group.push(row);
      continue;
    }
    const own = [row];
    groups.push(own);
    alike.set(print, [...candidates, own]);
  }
  return groups.filter(({ length }) => length > 1);
}
