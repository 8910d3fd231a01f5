import type { ApiCall } from '@/lib/apiCall';

export function isBucketCall({ path }: ApiCall): boolean {
  return path.startsWith('/api/v2/buckets');
}
