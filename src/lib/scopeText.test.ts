import { describe, expect, it } from 'vitest';
import {
  ada,
  air,
  allAccessSet,
  around,
  both,
  gone,
  inBucket,
  iot,
  lab,
  operatorSet,
  otto,
  tests,
  ts,
} from '@/test/accessScene';
import { baseTypes } from './permissionClasses';
import type { Permission } from './permissions';
import { readOf, writeOf } from './permissions';
import { scopeText } from './scopeText';
import { summarySentence } from './summarySentence';

const olderAllAccess = allAccessSet(iot, ada, baseTypes);
const many = Array.from({ length: 9 }, (_, n) => ({ orgID: iot, id: `0b0000000000010${n}` }));

describe('the scope in a cell', () => {
  it.each<[string, Permission[]]>([
    ['every org', operatorSet],
    ['every org', both('instance')],
    ['iot: everything', allAccessSet()],
    ['lab: everything', allAccessSet(lab)],
    ['iot: everything', olderAllAccess],
    ['reads and writes airsensors', both('buckets', inBucket(air))],
    ['reads airsensors, ts-bucket', [air, ts].map((one) => readOf('buckets', inBucket(one)))],
    [
      'reads ts-bucket, writes airsensors',
      [writeOf('buckets', inBucket(air)), readOf('buckets', inBucket(ts))],
    ],
    [`reads ${gone}`, [readOf('buckets', { id: gone })]],
    ['reads of old', [readOf('buckets', { id: gone, name: 'of old' })]],
    ['9 buckets rw', many.flatMap((place) => both('buckets', place))],
    [
      'airsensors rw · ts-bucket rw · iot: telegrafs r',
      [
        ...[air, ts].flatMap((one) => both('buckets', inBucket(one))),
        readOf('telegrafs', { orgID: iot }),
      ],
    ],
    ['every org: buckets rw, tasks r', [...both('buckets'), readOf('tasks')]],
    ['user ada rw · org iot r', [...both('users', { id: ada }), readOf('orgs', { id: iot })]],
    ['2 dashboards r', [1, 2].map((n) => readOf('dashboards', { id: `0f0000000000000${n}` }))],
    [
      'iot: buckets rw, tasks rw, telegrafs r + 2 more',
      [
        ...both('buckets', { orgID: iot }),
        readOf('telegrafs', { orgID: iot }),
        ...both('tasks', { orgID: iot }),
        readOf('checks', { orgID: iot }),
        writeOf('labels', { orgID: iot }),
      ],
    ],
    ['nothing', []],
  ])('%s', (text, permissions) => {
    expect(scopeText(permissions, around)).toBe(text);
  });
});

describe('the sentence', () => {
  it.each<[string, Permission[]]>([
    [
      'Reads and writes the buckets airsensors and ts-bucket of iot, reads telegrafs of iot. ' +
        'May also rename and delete these buckets, as write includes that.',
      [
        ...[air, ts].flatMap((one) => both('buckets', inBucket(one))),
        readOf('telegrafs', { orgID: iot }),
      ],
    ],
    [
      'Writes the bucket tests of lab. May also rename and delete this bucket, as write includes that.',
      [writeOf('buckets', inBucket(tests))],
    ],
    [
      'Reads the bucket airsensors of iot and the bucket tests of lab.',
      [air, tests].map((one) => readOf('buckets', inBucket(one))),
    ],
    [
      'Reads and writes buckets in every org. May also create, rename and delete buckets there, as write includes that.',
      both('buckets'),
    ],
    [
      'Reads dashboards and checks of iot and tasks of lab.',
      [
        readOf('dashboards', { orgID: iot }),
        readOf('tasks', { orgID: lab }),
        readOf('checks', { orgID: iot }),
      ],
    ],
    [
      'Reads and writes the users ada and otto.',
      [ada, otto].flatMap((id) => both('users', { id })),
    ],
    [`Reads the bucket ${gone} (gone).`, [readOf('buckets', { orgID: iot, id: gone })]],
    ['Does everything in every org, to users and their passwords too.', operatorSet],
    ['Does everything in iot, and changes the user ada.', allAccessSet()],
    [
      'Does everything in iot, and changes the user ada. Without notebooks, annotations, remotes and replications, which came with newer servers.',
      olderAllAccess,
    ],
    [
      'Reads tasks of iot. Org-wide permissions for users match nothing.',
      [readOf('tasks', { orgID: iot }), readOf('users', { orgID: iot })],
    ],
    [
      'Grants nothing. Org-wide permissions for orgs match nothing.',
      [readOf('orgs', { orgID: iot })],
    ],
    ['Grants nothing.', []],
  ])('%s', (text, permissions) => {
    expect(summarySentence(permissions, around)).toBe(text);
  });

  it('names some of many', () => {
    const held = many.map((place, n) => readOf('buckets', { ...place, name: `b${n}` }));
    expect(summarySentence(held, around)).toBe('Reads the buckets b0, b1, b2, b3, b4 and 4 more.');
  });
});
