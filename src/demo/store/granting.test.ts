import { expect, test } from 'vitest';
import { allAccessPermissions, instancePermissions, operatorPermissions } from '@/demo/permissions';
import type { Action, Permission } from '@/demo/state';
import { grantProblem } from './granting';

const ORG = '0000000000000001';
const OTHER = '0000000000000002';
const BUCKET = '00000000000000b1';

function permission(action: Action, type: string, scope: { orgID?: string; id?: string } = {}) {
  return { action, resource: { type, ...scope } } satisfies Permission;
}

const all = allAccessPermissions(ORG, '00000000000000aa');

test.each([
  ['its own org', all, permission('read', 'buckets', { orgID: ORG }), null],
  ['one bucket', all, permission('write', 'buckets', { orgID: ORG, id: BUCKET }), null],
  [
    'every org',
    all,
    permission('read', 'buckets'),
    'permission read:buckets is not allowed: read:buckets is unauthorized',
  ],
  [
    'a bucket without its org',
    all,
    permission('read', 'buckets', { id: BUCKET }),
    `permission read:buckets/${BUCKET} is not allowed: read:buckets/${BUCKET} is unauthorized`,
  ],
  ['every org, as operator', operatorPermissions(), permission('read', 'buckets'), null],
  [
    'a foreign bucket by id alone, as operator',
    operatorPermissions(),
    permission('read', 'buckets', { id: BUCKET }),
    null,
  ],
  [
    'a foreign org, as operator',
    operatorPermissions(),
    permission('read', 'buckets', { orgID: OTHER }),
    `permission read:orgs/${OTHER}/buckets is not for org id ${ORG}`,
  ],
  [
    'the instance, as operator',
    operatorPermissions(),
    permission('read', 'instance'),
    'permission read:instance is not allowed: read:instance is unauthorized',
  ],
  [
    'the instance, as its owner',
    instancePermissions(),
    permission('read', 'instance'),
    'authorizations cannot be created with the instance type, it is only used during setup',
  ],
])('granting %s', (_what, held, wanted, message) => {
  expect(grantProblem(held, [wanted], ORG)?.message ?? null).toBe(message);
});
