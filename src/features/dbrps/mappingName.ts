import type { Mapping } from '@/lib/dbrpArbitration';

export function mappingName({
  database,
  retention_policy: policy,
}: Pick<Mapping, 'database' | 'retention_policy'>): string {
  return `${database}/${policy}`;
}
