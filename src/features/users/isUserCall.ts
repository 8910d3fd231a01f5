import { isMemberCall } from '@/api/members';
import type { ApiCall } from '@/lib/apiCall';

/** Of users, and of their roles in orgs. */
export function isUserCall(call: Pick<ApiCall, 'path'>): boolean {
  return call.path.startsWith('/api/v2/users') || isMemberCall(call);
}
