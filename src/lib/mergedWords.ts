import { permissionWords } from './permissionWords';
import type { Permission } from './permissions';
import { permissionText } from './permissions';
import type { Surroundings } from './surroundings';

export interface MergedPermission {
  /** Of the resource. */
  key: string;
  words: string;
}

/** One line a resource: `read and write bucket “airsensors”`. */
export function mergedWords(
  permissions: readonly Permission[],
  around: Surroundings,
): MergedPermission[] {
  const byResource = new Map<string, Permission[]>();
  for (const permission of permissions) {
    const key = permissionText({ ...permission, action: 'read' });
    const before = byResource.get(key);
    if (before) before.push(permission);
    else byResource.set(key, [permission]);
  }
  return [...byResource].map(([key, held]) => {
    const [first] = held;
    const words = first ? permissionWords(first, around) : '';
    const isBoth = new Set(held.map(({ action }) => action)).size > 1;
    return { key, words: isBoth ? words.replace(/^(read|write)/, 'read and write') : words };
  });
}
