import { describe, expect, test } from 'vitest';
import { dbrpCalls } from '@/api/dbrps';
import { memberCalls } from '@/api/members';
import { tokenCalls } from '@/api/tokens';
import { userCalls } from '@/api/users';
import { v1UserCalls } from '@/api/v1Users';
import { allAccessPermissions, operatorPermissions } from '@/demo/permissions';
import type { ApiCall } from './apiCall';
import type { Permission } from './permissions';
import { readOf, writeOf } from './permissions';
import { previewCode } from './requestPreview';

const orgID = '05a1000000000001';
const userID = '05b1000000000001';
const other = '05a1000000000002';
const bucket = { orgID, id: '05c1000000000001' };

/** Without remarks, where only the command is looked at. */
function command(...calls: ApiCall[]): string {
  return previewCode(calls, 'cli').replace(/^#.*\n/gm, '');
}

function tokenOf(permissions: readonly Permission[]): ApiCall {
  return tokenCalls.create({ orgID, description: '', permissions });
}

describe('flags of a token', () => {
  test.each<[string, Permission[], string]>([
    [
      'buckets by id',
      [
        readOf('buckets', bucket),
        writeOf('buckets', bucket),
        readOf('buckets', { orgID, id: 'b2' }),
      ],
      `--read-bucket ${bucket.id} --read-bucket b2 --write-bucket ${bucket.id}`,
    ],
    ['a type in the org', [readOf('tasks', { orgID })], '--read-tasks'],
    ['users everywhere', [writeOf('users')], '--write-users'],
    ['an operator', operatorPermissions(), '--operator'],
    ['all access', allAccessPermissions(orgID, userID), '--all-access'],
    ['twice the same', [readOf('dbrp', { orgID }), readOf('dbrp', { orgID })], '--read-dbrp'],
  ])('%s', (_what, permissions, flags) => {
    expect(command(tokenOf(permissions))).toBe(`influx auth create --org-id ${orgID} ${flags}`);
  });

  test.each<[string, Permission, string]>([
    ['a type in every org', readOf('tasks'), 'read:tasks'],
    ['one org', readOf('orgs', { id: orgID }), `read:orgs/${orgID}`],
    ['another org', readOf('tasks', { orgID: other }), `read:orgs/${other}/tasks`],
    ['a bucket without its org', readOf('buckets', { id: 'b1' }), 'read:buckets/b1'],
    ['one task', writeOf('tasks', { orgID, id: 't1' }), `write:orgs/${orgID}/tasks/t1`],
    ['a type of a newer server', readOf('rockets', { orgID }), `read:orgs/${orgID}/rockets`],
  ])('%s has none, which is said', (_what, permission, text) => {
    const code = previewCode([tokenOf([permission, readOf('buckets', bucket)])], 'cli');
    expect(code).toMatch(/^# The influx CLI cannot create this token/);
    expect(code).toContain(`#   ${text}`);
    expect(code).not.toMatch(/^influx/m);
  });

  test('one permission less than all is no preset', () => {
    expect(command(tokenOf(operatorPermissions().slice(1)))).not.toContain('--operator');
  });
});

test.each<[ApiCall, string]>([
  [tokenCalls.update({ id: 't', patch: { status: 'active' } }), 'influx auth active --id t'],
  [tokenCalls.update({ id: 't', patch: { status: 'inactive' } }), 'influx auth inactive --id t'],
  [tokenCalls.remove('t'), 'influx auth delete --id t'],
  [
    v1UserCalls.create({
      orgID,
      token: 'u 1',
      description: 'd',
      permissions: [readOf('buckets', bucket)],
    }),
    `influx v1 auth create --org-id ${orgID} --username 'u 1' --no-password --description d --read-bucket ${bucket.id}`,
  ],
  [
    v1UserCalls.setPassword({ id: 'v', password: 'secret' }),
    'influx v1 auth set-password --id v --password "$PASSWORD"',
  ],
  [
    v1UserCalls.update({ id: 'v', patch: { status: 'active' } }),
    'influx v1 auth set-active --id v',
  ],
  [v1UserCalls.remove('v'), 'influx v1 auth delete --id v'],
  [
    dbrpCalls.update({ id: 'd', orgID, patch: { default: true, retention_policy: 'r' } }),
    `influx v1 dbrp update --id d --org-id ${orgID} --rp r --default`,
  ],
  [dbrpCalls.remove({ id: 'd', orgID }), `influx v1 dbrp delete --id d --org-id ${orgID}`],
  [
    userCalls.setPassword({ id: 'u', password: 'secret' }),
    'influx user password --id u --password "$PASSWORD"',
  ],
  [userCalls.update({ id: 'u', patch: { name: 'n' } }), 'influx user update --id u --name n'],
  [userCalls.remove('u'), 'influx user delete --id u'],
  [
    memberCalls.add({ orgID, userID, role: 'owner' }),
    `influx org members add --id ${orgID} --member ${userID} --owner`,
  ],
  [
    memberCalls.remove({ orgID, userID, role: 'owner' }),
    `influx org members remove --id ${orgID} --member ${userID}`,
  ],
])('%j', (call, expected) => {
  expect(command(call)).toBe(expected);
});

test.each<[string, ApiCall, RegExp]>([
  [
    'rename a token',
    tokenCalls.update({ id: 't', patch: { description: 'x' } }),
    /description of a token/,
  ],
  [
    'activate a user',
    userCalls.update({ id: 'u', patch: { status: 'active' } }),
    /activate or deactivate/,
  ],
  [
    'take a default away',
    dbrpCalls.update({ id: 'd', orgID, patch: { default: false } }),
    /not take that away/,
  ],
  [
    'give a v1 user all buckets',
    v1UserCalls.create({
      orgID,
      token: 'u',
      description: '',
      permissions: [readOf('buckets', { orgID })],
    }),
    /buckets by id, and nothing else/,
  ],
])('what the CLI cannot do is said: %s', (_what, call, text) => {
  const code = previewCode([call], 'cli');
  expect(code).toMatch(text);
  expect(code).not.toMatch(/^influx/m);
});

test('a new user with password and org is one command; an owner is not', () => {
  const draft = { name: 'mo', password: 'secret-secret' };
  const calls = userCalls.createAll({ ...draft, membership: { orgID, role: 'member' } });
  expect(previewCode(calls, 'cli')).toBe(
    `influx user create --name mo --password "$PASSWORD" --org-id ${orgID}`,
  );
  const owner = userCalls.createAll({ ...draft, membership: { orgID, role: 'owner' } });
  expect(previewCode(owner, 'cli').match(/^influx/gm)).toHaveLength(3);
});

test('--default of a new mapping takes a second command', () => {
  const draft = { orgID, bucketID: 'b', database: 'db', retention_policy: 'rp' };
  expect(command(dbrpCalls.create({ ...draft, default: true }))).toBe(
    [
      `influx v1 dbrp create --org-id ${orgID} --bucket-id b --db db --rp rp`,
      `influx v1 dbrp update --org-id ${orgID} --id "$DBRP_ID" --default`,
    ].join('\n'),
  );
});
