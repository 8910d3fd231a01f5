import type { ApiCall } from '@/lib/apiCall';

export function isOrgCall({ path }: ApiCall): boolean {
  return path.startsWith('/api/v2/orgs');
}

export function isMemberCall({ path }: ApiCall): boolean {
  return /^\/api\/v2\/orgs\/\w+\/(members|owners)/.test(path);
}
