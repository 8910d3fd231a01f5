import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReplacementEvent } from './replacement';
import { beginReplacement, dueOf, isUnfinished, reduceReplacement } from './replacement';
import type { Replacement, ReplacementTask } from './replacementRecord';
import { replacementSchema, secretOf, withoutSecret, withSecret } from './replacementRecord';

const old = {
  id: 'old',
  description: 'sensor',
  status: 'active' as const,
  orgID: 'org',
  userID: 'user',
  permissions: [],
};
const draft = { description: 'sensor', userID: 'user', permissions: [] };
const begun = beginReplacement(old, draft);
const made = { id: 'new', secret: 's3cret' };
const proof = { at: 1, lines: [{ words: 'read bucket', answer: '200' }] };

function after(...events: ReplacementEvent[]): Replacement {
  return events.reduce<Replacement>((state, event) => reduceReplacement(state, event), begun);
}

function failing(task: ReplacementTask, isRefused = false): ReplacementEvent {
  return { type: 'failed', failure: { task, title: 'The server failed' }, isRefused };
}

const create: ReplacementEvent = { type: 'create', alike: ['twin'] };
const toHandOver = [create, { type: 'created', made }] satisfies ReplacementEvent[];
const toProve = [...toHandOver, { type: 'stored' }] satisfies ReplacementEvent[];
const toRetire = [
  ...toProve,
  { type: 'prove' },
  { type: 'proved', proof },
] satisfies ReplacementEvent[];
const toTest = [
  ...toRetire,
  { type: 'deactivate' },
  { type: 'deactivated' },
] satisfies ReplacementEvent[];

describe('the way without a failure', () => {
  test.each([
    [[], 'choose', undefined],
    [[create], 'create', 'create'],
    [toHandOver, 'handOver', undefined],
    [[...toHandOver, { type: 'stored' }], 'prove', undefined],
    [[...toHandOver, { type: 'stored' }, { type: 'prove' }], 'prove', 'prove'],
    [toRetire, 'retire', undefined],
    [[...toRetire, { type: 'deactivate' }], 'retire', 'deactivate'],
    [toTest, 'test', undefined],
    [[...toTest, { type: 'delete' }], 'test', 'delete'],
    [[...toTest, { type: 'delete' }, { type: 'deleted' }], 'done', undefined],
  ] satisfies [ReplacementEvent[], string, ReplacementTask | undefined][])(
    '%j is at %s',
    (events, step, running) => {
      expect(after(...events)).toMatchObject({ step });
      expect(after(...events).running).toBe(running);
    },
  );

  test('an old token that is inactive needs no deactivating', () => {
    const inactive = beginReplacement({ ...old, status: 'inactive' }, draft);
    const state = [...toRetire, { type: 'deactivate' } as const].reduce<Replacement>(
      (from, event) => reduceReplacement(from, event),
      inactive,
    );
    expect(state).toMatchObject({ step: 'test' });
    expect(state.running).toBeUndefined();
    expect(reduceReplacement(state, { type: 'undo' })).toMatchObject({ running: 'discard' });
  });
});

describe('creating', () => {
  test('a refusal leads back to the choice, with the words', () => {
    expect(after(create, failing('create', true))).toMatchObject({
      step: 'choose',
      failure: { title: 'The server failed' },
    });
  });

  test.each([[failing('create')], [{ type: 'resume' } as const]])(
    'after %j nobody knows, and the list is looked at',
    (event) => {
      const state = after(create, event);
      expect(state).toMatchObject({ step: 'create', failure: { task: 'create' } });
      expect(reduceReplacement(state, { type: 'look' }).running).toBe('look');
    },
  );

  const looking: ReplacementEvent[] = [create, { type: 'resume' }, { type: 'look' }];

  test.each([
    ['only those that were there before', [{ id: 'twin' }], { step: 'choose' }],
    [
      'a new one without its value',
      [{ id: 'twin' }, { id: 'new' }],
      { step: 'lost', made: ['new'] },
    ],
    ['a new one with its value', [made, { id: 'twin' }], { step: 'handOver', made }],
    ['two new ones', [{ id: 'a' }, made], { step: 'lost', made: ['a', 'new'] }],
  ])('the list has %s', (_, rows, expected) => {
    expect(after(...looking, { type: 'found', rows })).toMatchObject(expected);
  });

  test('a page that is left while it looks comes back to look again', () => {
    const state = after(...looking, { type: 'resume' });
    expect(state).toMatchObject({ step: 'create', failure: { task: 'create' } });
    expect(state.running).toBeUndefined();
  });

  test('a list that fails can be looked at again', () => {
    const state = after(...looking, failing('look'));
    expect(reduceReplacement(state, { type: 'look' }).running).toBe('look');
  });

  test('what is lost is deleted, but never one of several', () => {
    const one = after(...looking, { type: 'found', rows: [{ id: 'new' }] }, { type: 'undo' });
    expect(one).toMatchObject({ step: 'undo', made: 'new', running: 'discard' });
    const several = [{ id: 'a' }, { id: 'b' }];
    expect(after(...looking, { type: 'found', rows: several }, { type: 'undo' })).toMatchObject({
      step: 'lost',
    });
    expect(after(...looking, { type: 'found', rows: several }, { type: 'leave' })).toMatchObject({
      step: 'undone',
      left: ['a', 'b'],
    });
  });
});

describe('undoing', () => {
  test('before the old one was touched deletes the new one only', () => {
    for (const events of [toHandOver, toRetire]) {
      expect(after(...events, { type: 'undo' })).toMatchObject({ running: 'discard', made: 'new' });
    }
  });

  test.each([
    ['it is off', toTest],
    [
      'nobody knows whether it is off',
      [...toRetire, { type: 'deactivate' }, failing('deactivate')],
    ],
  ] satisfies [string, ReplacementEvent[]][])('when %s makes it active first', (_, events) => {
    const undoing = after(...events, { type: 'undo' });
    expect(undoing).toMatchObject({ step: 'undo', running: 'reactivate', isOldOff: true });
    const active = reduceReplacement(undoing, { type: 'reactivated' });
    expect(active).toMatchObject({ running: 'discard', isOldOff: false });
    expect(reduceReplacement(active, { type: 'discarded' })).toMatchObject({ step: 'undone' });
  });

  test('goes on where it failed', () => {
    const stuck = after(...toTest, { type: 'undo' }, failing('reactivate', true));
    expect(reduceReplacement(stuck, { type: 'leave' })).toBe(stuck);
    expect(reduceReplacement(stuck, { type: 'undo' })).toMatchObject({ running: 'reactivate' });
    const half = after(
      ...toTest,
      { type: 'undo' },
      { type: 'reactivated' },
      failing('discard', true),
    );
    expect(reduceReplacement(half, { type: 'undo' })).toMatchObject({ running: 'discard' });
    expect(reduceReplacement(half, { type: 'leave' })).toMatchObject({ left: ['new'] });
  });

  test('can begin again with what was chosen', () => {
    const again = after(
      { type: 'draft', draft: { ...draft, description: 'better' } },
      ...toHandOver,
      { type: 'undo' },
      { type: 'discarded' },
      { type: 'again' },
    );
    expect(again).toEqual({ step: 'choose', old, draft: { ...draft, description: 'better' } });
  });
});

test('a failed step stays where it is, and can be sent again', () => {
  const failed = after(...toRetire, { type: 'deactivate' }, failing('deactivate', true));
  expect(failed).toMatchObject({ step: 'retire', failure: { task: 'deactivate' } });
  expect(reduceReplacement(failed, { type: 'deactivate' })).toMatchObject({
    running: 'deactivate',
    failure: undefined,
  });
});

test.each([
  ['chosen', []],
  ['being created', [create]],
  ['to be handed over', toHandOver],
  ['to be proven', toProve],
  ['being asked', [...toProve, { type: 'prove' }]],
  ['not proven', [...toProve, { type: 'prove' }, failing('prove', true)]],
  ['being undone', [...toRetire, { type: 'undo' }]],
] satisfies [string, ReplacementEvent[]][])(
  'the old token is neither deactivated nor deleted while the new one is %s',
  (_, events) => {
    const state = after(...events);
    for (const type of ['deactivate', 'deactivated', 'delete', 'deleted'] as const) {
      expect(reduceReplacement(state, { type })).toBe(state);
    }
  },
);

test('an old token that is still active is not deleted', () => {
  for (const type of ['delete', 'deleted'] as const) {
    const state = after(...toRetire);
    expect(reduceReplacement(state, { type })).toBe(state);
  }
});

test('a secret that is not known proves nothing', () => {
  const elsewhere = withoutSecret(after(...toHandOver, { type: 'stored' }));
  expect(secretOf(elsewhere)).toBeUndefined();
  expect(reduceReplacement(elsewhere, { type: 'prove' })).toBe(elsewhere);
  const told = reduceReplacement(elsewhere, { type: 'know', secret: 's3cret' });
  expect(reduceReplacement(told, { type: 'prove' }).running).toBe('prove');
  expect(secretOf(withSecret(elsewhere, 'x'))).toBe('x');
});

test('the stated moment is kept, told when missed, and not tried twice', () => {
  const waiting = after(...toRetire, { type: 'schedule', at: 100_000 });
  expect(dueOf(waiting, 99_999)).toBe('waiting');
  expect(dueOf(waiting, 100_000)).toBe('now');
  expect(dueOf(waiting, 160_001)).toBe('missed');
  const failed = [{ type: 'deactivate' } as const, failing('deactivate')].reduce<Replacement>(
    (state, event) => reduceReplacement(state, event),
    waiting,
  );
  expect(dueOf(failed, 100_001)).toBe('missed');
  expect(dueOf(begun, 1)).toBeUndefined();
});

const tasks: ReplacementTask[] = [
  'create',
  'look',
  'prove',
  'deactivate',
  'delete',
  'reactivate',
  'discard',
];
const asked = ['stored', 'look', 'resume', 'prove', 'deactivate', 'delete', 'undo'] as const;
const told = ['deactivated', 'deleted', 'reactivated', 'discarded', 'leave', 'again'] as const;
const anyEvent: fc.Arbitrary<ReplacementEvent> = fc.oneof(
  fc.constantFrom(...asked, ...told).map((type) => ({ type })),
  fc.constantFrom<ReplacementEvent>(
    { type: 'draft', draft },
    { type: 'know', secret: 'typed' },
    { type: 'proved', proof },
    { type: 'schedule', at: 5 },
    create,
  ),
  fc.string().map((id) => ({ type: 'created' as const, made: { id, secret: id } })),
  fc
    .array(fc.string({ maxLength: 2 }), { maxLength: 3 })
    .map((ids) => ({ type: 'found' as const, rows: ids.map((id) => ({ id })) })),
  fc
    .tuple(fc.constantFrom(...tasks), fc.boolean())
    .map(([task, isRefused]) => failing(task, isRefused)),
);
/** Random events alone rarely get far: each may be preceded by what leads on. */
const anyPath = fc
  .tuple(
    fc.constantFrom<ReplacementEvent[]>([], toHandOver, toProve, toRetire, toTest),
    fc.array(anyEvent, { maxLength: 12, size: 'max' }),
  )
  .map(([start, events]) => [...start, ...events]);

/** Tasks on the old token that were begun before they may. */
function tooEarly(events: readonly ReplacementEvent[]): ReplacementTask[] {
  let state: Replacement = begun;
  let isProven = false;
  let isOff = false;
  const early: ReplacementTask[] = [];
  for (const event of events) {
    const next = reduceReplacement(state, event);
    if (next !== state && event.type === 'proved') isProven = true;
    if (next !== state && event.type === 'deactivated') isOff = true;
    if (next.step === 'choose') [isProven, isOff] = [false, false];
    if (next.running === 'deactivate' && !isProven) early.push('deactivate');
    if (next.running === 'delete' && !(isProven && isOff)) early.push('delete');
    state = next;
  }
  return early;
}

describe('on every path', () => {
  test('the old token is deactivated only when the new one is proven, and deleted only then after', () => {
    fc.assert(
      fc.property(anyPath, (events) => {
        expect(tooEarly(events)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('no state is a dead end, whatever was interrupted', () => {
    fc.assert(
      fc.property(anyPath, (events) => {
        const state = reduceReplacement(after(...events), { type: 'resume' });
        const ways: ReplacementEvent[] = [
          create,
          { type: 'look' },
          { type: 'undo' },
          { type: 'leave' },
        ];
        const leads = ways.some((event) => reduceReplacement(state, event) !== state);
        expect(leads || !isUnfinished(state)).toBe(true);
      }),
    );
  });

  test('what is kept beyond the tab reads back the same, without a secret', () => {
    fc.assert(
      fc.property(anyPath, (events) => {
        const state = withoutSecret(after(...events));
        const text = JSON.stringify(state);
        expect(text).not.toContain('s3cret');
        expect(replacementSchema.parse(JSON.parse(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
