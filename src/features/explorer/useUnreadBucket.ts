import { useQuery } from '@tanstack/react-query';
import { bucketQueries } from '@/api/buckets';
import type { ExplorerState } from './explorerUrl';
import type { Source } from './source';

export interface UnreadBucket {
  name: string;
  /** Those that it reads instead. */
  others: readonly string[];
}

/** The picked bucket, when it is none of those that the credential may read. */
export function useUnreadBucket(source: Source, { bucket }: ExplorerState): UnreadBucket | null {
  const { data } = useQuery({
    ...bucketQueries.inOrg(source.language === 'flux' ? source.orgID : ''),
    enabled: source.language === 'flux' && bucket !== '',
  });
  if (!data || bucket === '' || data.some(({ name }) => name === bucket)) return null;
  const others = data.filter(({ type }) => type === 'user').map(({ name }) => name);
  return { name: bucket, others };
}

const listed = 5;

export function unreadText({ name, others }: UnreadBucket): string {
  const why = `There is no bucket ${name} in this org, or this credential may not read it.`;
  if (others.length === 0) return why;
  const more = others.length > listed ? ` and ${others.length - listed} more` : '';
  return `${why} It reads ${others.slice(0, listed).join(', ')}${more}.`;
}
