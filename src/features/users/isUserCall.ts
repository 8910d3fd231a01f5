import type { ApiCall } from '@/lib/apiCall';

/** Orgs are members' affairs, as far as users are concerned. */
export function isUserCall({ path }: Pick<ApiCall, 'path'>): boolean {
  return path.startsWith('/api/v2/users') || /^\/api\/v2\/orgs\/\w+\/(members|owners)/.test(path);
}
