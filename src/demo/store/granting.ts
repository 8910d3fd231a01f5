import type { Refusal } from '@/demo/errors';
import { anyCovers, permissionText } from '@/demo/permissions';
import type { Permission } from '@/demo/state';

interface GrantProblem {
  code: Refusal['code'];
  message: string;
}

/** Why a caller holding `held` may not hand out `wanted` in a token of `orgID`; null if it may. */
export function grantProblem(
  held: readonly Permission[],
  wanted: readonly Permission[],
  orgID: string,
): GrantProblem | null {
  const beyond = wanted.find((permission) => !anyCovers(held, permission));
  if (beyond) {
    const text = permissionText(beyond);
    return {
      code: 'forbidden',
      message: `permission ${text} is not allowed: ${text} is unauthorized`,
    };
  }
  if (wanted.some(({ resource }) => resource.type === 'instance')) {
    return {
      code: 'internal error',
      message:
        'authorizations cannot be created with the instance type, it is only used during setup',
    };
  }
  const foreign = wanted.find(
    ({ resource }) => resource.orgID !== undefined && resource.orgID !== orgID,
  );
  if (foreign) {
    return {
      code: 'invalid',
      message: `permission ${permissionText(foreign)} is not for org id ${orgID}`,
    };
  }
  return null;
}
