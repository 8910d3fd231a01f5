import type { Member } from '@/api/members';

export interface MemberRisks {
  /** Nobody else owns the org. */
  isLastOwner: boolean;
  isSelf: boolean;
}

/** What is special about taking this role away. */
export function memberRisks(
  { id, role }: Pick<Member, 'id' | 'role'>,
  members: readonly Pick<Member, 'id' | 'role'>[],
  callerID: string | undefined,
): MemberRisks {
  const isOwned = members.some((other) => other.id !== id && other.role === 'owner');
  return { isLastOwner: role === 'owner' && !isOwned, isSelf: id === callerID };
}
