import type { TokenClass } from './permissionClasses';

/** From the most access to the least. */
export const classOrder: readonly TokenClass[] = [
  'operator',
  'all-access',
  'custom',
  'read/write',
  'write-only',
  'read-only',
  'v1 user',
];
