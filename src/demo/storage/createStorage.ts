import type { Storage } from './storage';

export function createStorage(): Storage {
  return {
    createBucket: () => undefined,
    setRetention: () => undefined,
    dropBucket: () => undefined,
    write: () => ({ reason: null }),
    delete: () => undefined,
    read: () => [],
    seriesKeys: () => [],
  };
}
