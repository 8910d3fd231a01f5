import type { UrlCodec } from '@/ui/useUrlState';

export interface ColumnsState {
  /** Ids of buckets; null: those that most v1 users reach. */
  columns: readonly string[] | null;
}

/** Which buckets have a column, in the address. */
export const columnsUrl: UrlCodec<ColumnsState> = {
  keys: ['columns'],
  read(params) {
    const text = params.get('columns');
    if (text === null) return { columns: null };
    return { columns: [...new Set(text.split('-').filter((id) => id !== '' && id !== 'none'))] };
  },
  write({ columns }) {
    const params = new URLSearchParams();
    if (columns !== null) params.set('columns', columns.join('-') || 'none');
    return params;
  },
};
