import type { ApiCall } from '@/lib/apiCall';

export function isOrgCall({ path }: ApiCall): boolean {
  return path.startsWith('/api/v2/orgs');
}
