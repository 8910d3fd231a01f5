import type { ApiCall } from '@/lib/apiCall';

export function isDbrpCall({ path }: ApiCall): boolean {
  return path.startsWith('/api/v2/dbrps');
}
