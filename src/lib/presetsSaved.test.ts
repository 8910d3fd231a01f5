import { describe, expect, test } from 'vitest';
import { knownTypes } from './permissionClasses';
import { permissionText, readOf, writeOf } from './permissions';
import { presets } from './presets';
import type { SavedPreset } from './presetsSaved';
import {
  asPreset,
  isRelative,
  presetFileText,
  presetOrg,
  readPresetFile,
  relativeTo,
} from './presetsSaved';

const org = '0000000000000001';
const owner = '0000000000000002';
const a = '00000000000000a1';
const place = { orgID: org, userID: owner, types: knownTypes, readBuckets: [a], writeBuckets: [a] };
const elsewhere = {
  ...place,
  orgID: '0000000000000009',
  userID: '0000000000000008',
  readBuckets: ['00000000000000b1', '00000000000000b2'],
  writeBuckets: ['00000000000000b1'],
};
const texts = (permissions: SavedPreset['permissions']) =>
  permissions.map(permissionText).toSorted();

test.each(presets.filter(({ key }) => key !== 'blank'))(
  'saved for any org, $key is built anew in another one',
  ({ build }) => {
    const relative = relativeTo(build(place), { orgID: org, ownerID: owner });
    if (!('permissions' in relative)) throw new Error(relative.problem);
    const saved = { name: 'mine', permissions: relative.permissions };
    expect(texts(asPreset(saved).build(elsewhere))).toEqual(texts(build(elsewhere)));
    expect(JSON.stringify(saved)).not.toMatch(/[0-9a-f]{16}/);
  },
);

describe('what cannot be had in any org', () => {
  test('is a resource by its id', () => {
    const relative = relativeTo([readOf('dashboards', { orgID: org, id: a })], {
      orgID: org,
      ownerID: owner,
    });
    expect(relative).toEqual({
      problem: 'it names a dashboard by its id, which another org does not have',
    });
  });

  test('is a permission in a further org', () => {
    const relative = relativeTo([readOf('tasks', { orgID: owner })], {
      orgID: org,
      ownerID: owner,
    });
    expect(relative).toHaveProperty('problem');
  });
});

test('with ids it stays as it was saved', () => {
  const saved = { name: 'one', permissions: [writeOf('buckets', { orgID: org, id: a })] };
  expect(asPreset(saved).build(elsewhere)).toEqual(saved.permissions);
  expect(isRelative(saved)).toBe(false);
  expect(presetOrg(saved)).toBe(org);
});

test('buckets that the preset leaves open are asked for', () => {
  const saved: SavedPreset = {
    name: 'any bucket',
    permissions: [writeOf('buckets', { orgID: '$org', id: '$bucket' })],
  };
  expect(asPreset(saved).needsBuckets).toEqual(['write']);
  expect(presetOrg(saved)).toBeUndefined();
});

describe('a preset file', () => {
  const saved = { name: 'Sensors', permissions: [readOf('tasks', { orgID: '$org' })] };

  test('comes back as it was written', () => {
    expect(readPresetFile(presetFileText(saved))).toEqual({ preset: saved });
  });

  const file = (change: object) =>
    JSON.stringify({ headgate: 'token-preset', version: 1, ...saved, ...change });

  test.each([
    ['{"headgate"', /^The file is no JSON/],
    ['[]', /^The file must be an object$/],
    [file({ headgate: 'dashboard' }), /^headgate must be "token-preset"$/],
    [file({ version: 2 }), /^version must be 1/],
    [file({ name: '' }), /^name must not be empty$/],
    [file({ permissions: [] }), /^permissions must hold at least one permission$/],
    [
      file({ permissions: [{ action: 'delete', resource: { type: 'tasks' } }] }),
      /^permissions\.0\.action must be read or write$/,
    ],
    [
      file({ permissions: [{ action: 'read', resource: { type: 'tasks', orgID: 'iot' } }] }),
      /^permissions\.0\.resource\.orgID must be an id/,
    ],
    [
      file({ permissions: [{ action: 'read', resource: {} }] }),
      /^permissions\.0\.resource\.type must be a text$/,
    ],
  ])('%s is refused with the key that is wrong', (text, problem) => {
    const read = readPresetFile(text);
    expect('problems' in read && read.problems[0]).toMatch(problem);
  });

  test('carries nothing that it does not know', () => {
    const read = readPresetFile(file({ token: 'secret' }));
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});
