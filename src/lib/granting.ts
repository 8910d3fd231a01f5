import type { Holdings } from './capability';
import { capability } from './capability';
import type { Permission } from './permissions';
import { distinct, writeOf } from './permissions';

/** A token or v1 user that is to be made. */
export interface Grant {
  orgID: string;
  /** The owner. */
  userID: string;
  permissions: readonly Permission[];
}

/** Why the server would refuse. `unknown`: it may, nobody can tell before it is tried. */
export interface GrantProblem {
  /** What is missing, or must not be granted. */
  permission: Permission;
  answer: 'no' | 'unknown';
  reason: string;
}

function missing(holdings: Holdings, permission: Permission): GrantProblem[] {
  const { answer, reason } = capability(holdings, permission);
  return answer === 'yes' ? [] : [{ permission, answer, reason }];
}

function forbidden(permission: Permission, reason: string): GrantProblem {
  return { permission, answer: 'no', reason };
}

/** Of one permission in a token or v1 user of the org: nobody grants more than they hold. */
export function permissionProblem(
  holdings: Holdings,
  permission: Permission,
  orgID: string,
): GrantProblem | undefined {
  const { resource } = permission;
  if (resource.type === 'instance') {
    return forbidden(permission, 'No token can hold it: the server keeps it for its setup');
  }
  const [problem] = missing(holdings, permission);
  if (problem) return problem;
  if (resource.orgID === undefined || resource.orgID === orgID) return undefined;
  return forbidden(permission, 'It is for another org than the token');
}

/** Everything the server would refuse, in the order it checks: the first is what its answer would name. */
export function mayGrant(
  holdings: Holdings,
  { orgID, userID, permissions }: Grant,
): GrantProblem[] {
  const granted = distinct(permissions);
  const isInstance = ({ resource }: Permission) => resource.type === 'instance';
  const isLacking = (one: Permission) => capability(holdings, one).answer !== 'yes';
  const inOrder = [
    ...granted.filter(isLacking),
    ...granted.filter((one) => !isLacking(one) && isInstance(one)),
    ...granted.filter((one) => !isLacking(one) && !isInstance(one)),
  ];
  return [
    ...missing(holdings, writeOf('authorizations', { orgID })),
    ...missing(holdings, writeOf('users', { id: userID })),
    ...inOrder
      .map((permission) => permissionProblem(holdings, permission, orgID))
      .filter((problem) => problem !== undefined),
  ];
}
