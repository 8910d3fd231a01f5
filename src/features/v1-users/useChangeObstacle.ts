import type { V1User } from '@/api/v1Users';
import { useCaller } from '@/components/useCaller';
import { writeOf } from '@/lib/permissions';

/** The server asks for its owner, too, before it is changed or deleted. Undefined while nothing is known to be missing. */
export function useChangeObstacle({ userID }: Pick<V1User, 'userID'>): string | undefined {
  const { answer, reason } = useCaller().can(writeOf('users', { id: userID }));
  return answer === 'no' ? reason : undefined;
}
