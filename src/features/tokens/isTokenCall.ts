import type { ApiCall } from '@/lib/apiCall';

export function isTokenCall({ path }: ApiCall): boolean {
  return path.startsWith('/api/v2/authorizations');
}
