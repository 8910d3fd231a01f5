import { expect, test } from 'vitest';
import { knownTypes } from '@/lib/permissionClasses';
import { permissionsOf } from '@/lib/permissionMatrix';
import type { Permission } from '@/lib/permissions';
import { permissionText, readOf, writeOf } from '@/lib/permissions';
import { presetOf } from '@/lib/presets';
import type { Surroundings } from '@/lib/surroundings';
import type { NewToken } from './newTokenDraft';
import { draftOf, firstToken, startOf, withOrg, withOwner, withPreset } from './newTokenDraft';

const iot = '0000000000000001';
const factory = '0000000000000009';
const anna = '0000000000000002';
const ben = '0000000000000003';
const air = '00000000000000a1';

const around: Surroundings = {
  types: knownTypes,
  orgs: new Map([
    [iot, 'iot'],
    [factory, 'factory'],
  ]),
  buckets: new Map([[air, { id: air, orgID: iot, name: 'airsensors', type: 'user' as const }]]),
  users: new Map([[anna, { id: anna, name: 'anna', status: 'active' as const }]]),
  isComplete: true,
};

function first(query: string, like?: { orgID: string; permissions: Permission[] }): NewToken {
  return firstToken({
    start: startOf(new URLSearchParams(query)),
    like: like && { ...like, userID: ben, description: 'other' },
    orgID: factory,
    callerID: anna,
    around,
  });
}

const texts = ({ matrix }: NewToken) => permissionsOf(matrix).map(permissionText);

test.each([
  ['', factory, []],
  [`org=${iot}`, iot, []],
  [`bucket=${air}`, iot, [`read:orgs/${iot}/buckets/${air}`, `write:orgs/${iot}/buckets/${air}`]],
  [`bucket=${air}&preset=grafana-reader`, iot, [`read:orgs/${iot}/buckets/${air}`]],
  [`bucket=${air}&org=${factory}`, factory, []],
  [`grant=write:orgs/${iot}/tasks`, iot, [`write:orgs/${iot}/tasks`]],
  ['grant=read:buckets', factory, ['read:buckets']],
  ['grant=nonsense', factory, []],
  ['preset=nonsense', factory, []],
  [
    `bucket=${air}&preset=telegraf-writer&grant=read:orgs/${iot}/telegrafs`,
    iot,
    [`write:orgs/${iot}/buckets/${air}`, `read:orgs/${iot}/telegrafs`],
  ],
])('a link with ?%s begins in %s with %j', (query, org, permissions) => {
  const token = first(query);
  expect(token.orgID).toBe(org);
  expect(texts(token).toSorted()).toEqual(permissions.toSorted());
});

test('like another: its permissions, org and owner, and one more permission', () => {
  const like = { orgID: iot, permissions: [readOf('tasks', { orgID: iot })] };
  const token = first(`like=x&grant=write:orgs/${iot}/tasks`, like);
  expect(token).toMatchObject({ orgID: iot, ownerID: ben, description: 'other (copy)' });
  expect(texts(token)).toEqual([`read:orgs/${iot}/tasks`, `write:orgs/${iot}/tasks`]);
});

test('a preset that waits for buckets ticks what they will get, and grants nothing', () => {
  const token = withPreset(first('preset=blank'), presetOf('telegraf-writer')!, around);
  const buckets = token.matrix.rows.find(({ type }) => type === 'buckets');
  expect(buckets).toMatchObject({ scope: 'selected', cells: { read: false, write: true } });
  expect(draftOf(token, around)).toBeNull();
});

test('another owner and another org go through to what all access is made of', () => {
  const token = withOrg(withOwner(first('preset=all-access'), ben), iot);
  expect(texts(token)).toContain(`read:orgs/${iot}`);
  expect(texts(token)).toContain(`write:users/${ben}`);
  expect(texts(token).join()).not.toContain(factory);
  expect(texts(token).join()).not.toContain(anna);
});

test('what is sent has ids and no names, and a description when none was typed', () => {
  const draft = draftOf(first(`bucket=${air}`), around);
  expect(draft).toEqual({
    orgID: iot,
    userID: anna,
    description: 'Reads and writes airsensors',
    permissions: [
      readOf('buckets', { orgID: iot, id: air }),
      writeOf('buckets', { orgID: iot, id: air }),
    ],
  });
  const described = { ...first(`bucket=${air}`), description: '  hall 3 ' };
  expect(draftOf(described, around)?.description).toBe('hall 3');
});
