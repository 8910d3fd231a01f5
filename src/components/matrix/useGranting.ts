import { useMemo } from 'react';
import { useCaller } from '@/components/useCaller';
import { permissionProblem } from '@/lib/granting';
import type { Granting } from '@/lib/permissionMatrixToggles';
import { permissionWords } from '@/lib/permissionWords';
import { uncapitalised } from '@/lib/sentence';
import type { Surroundings } from '@/lib/surroundings';

/** What the caller may give to a token of the org and owner. What nobody can know may be tried. */
export function useGranting(orgID: string, ownerID: string, around: Surroundings): Granting {
  const { caller } = useCaller();
  return useMemo(
    () => ({
      orgID,
      ownerID,
      whyNot: (permission) => {
        const problem = permissionProblem(caller, permission, orgID);
        if (problem?.answer !== 'no') return undefined;
        return `You cannot grant ${permissionWords(permission, around)}: ${uncapitalised(problem.reason)}`;
      },
    }),
    [caller, orgID, ownerID, around],
  );
}
