import type { ApiCall } from '@/lib/apiCall';

export function isV1UserCall({ path }: ApiCall): boolean {
  return path.startsWith('/private/legacy/authorizations');
}
