import type { Storage } from '@/demo/storage/storage';

/** What of the storage queries use. */
export type QueryStorage = Pick<Storage, 'read' | 'seriesKeys' | 'write'>;
