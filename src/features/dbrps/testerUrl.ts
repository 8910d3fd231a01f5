import type { UrlCodec } from '@/ui/useUrlState';

export interface TesterState {
  database: string;
  retentionPolicy: string;
  /** `v1 user <id>`, `token <id>`; empty: everything is seen. */
  as: string;
}

/** A test can be linked to. */
export const testerUrl: UrlCodec<TesterState> = {
  keys: ['db', 'rp', 'as'],
  read: (params) => ({
    database: params.get('db') ?? '',
    retentionPolicy: params.get('rp') ?? '',
    as: params.get('as') ?? '',
  }),
  write({ database, retentionPolicy, as }) {
    const params = new URLSearchParams();
    if (database !== '') params.set('db', database);
    if (retentionPolicy !== '') params.set('rp', retentionPolicy);
    if (as !== '') params.set('as', as);
    return params;
  },
};
