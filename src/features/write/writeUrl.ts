import { z } from 'zod';
import type { UrlCodec } from '@/ui/useUrlState';

const schema = z.object({
  /** A name. */
  bucket: z.string().catch(''),
  precision: z.enum(['ns', 'us', 'ms', 's']).catch('ns'),
});

export type WriteState = z.output<typeof schema>;

export const writeUrl: UrlCodec<WriteState> = {
  keys: ['bucket', 'precision'],
  read: (params) => schema.parse(Object.fromEntries(params)),
  write: ({ bucket, precision }) => {
    const params = new URLSearchParams();
    if (bucket !== '') params.set('bucket', bucket);
    if (precision !== 'ns') params.set('precision', precision);
    return params;
  },
};
