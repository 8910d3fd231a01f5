import { useSuspenseQuery } from '@tanstack/react-query';
import type { Caller } from '@/api/caller';
import { callerQueries } from '@/api/caller';
import type { Capability } from '@/lib/capability';
import { capability } from '@/lib/capability';
import type { Permission } from '@/lib/permissions';

export interface UseCaller {
  caller: Caller;
  /** `no` disables what needs it; `unknown` lets it be tried. */
  can: (needed: Permission) => Capability;
}

/** Who is signed in. Below the guard `SignedIn`, where it is known already, this never suspends. */
export function useCaller(): UseCaller {
  const { data: caller } = useSuspenseQuery(callerQueries.current);
  return { caller, can: (needed) => capability(caller, needed) };
}
