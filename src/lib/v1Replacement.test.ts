import { expect, test } from 'vitest';
import { readOf } from './permissions';
import type { ReplacementEnd, ReplacementStep, StepOutcome, V1Replacement } from './v1Replacement';
import { advance, beginReplacement, restorable, retried } from './v1Replacement';

/** Every step works but those that are named. */
function run(
  failing: readonly ReplacementStep[],
  {
    isGone = false,
    isMade = false,
    from = beginReplacement,
  }: { isGone?: boolean; isMade?: boolean; from?: V1Replacement } = {},
) {
  const taken: ReplacementStep[] = [];
  let state = from;
  while (state.next) {
    const step = state.next;
    taken.push(step);
    const outcome: StepOutcome = failing.includes(step)
      ? { failed: `${step} is refused` }
      : step === 'look'
        ? { isGone }
        : step === 'find'
          ? { id: isMade ? 'found' : undefined }
          : { id: `made by ${step}` };
    state = advance(state, outcome);
  }
  return { taken, state };
}

test('all goes well: rehearsed, removed, made anew, password last', () => {
  const { taken, state } = run([]);
  expect(taken).toEqual([
    'rehearse',
    'rehearsePassword',
    'endRehearsal',
    'remove',
    'create',
    'setPassword',
  ]);
  expect(state).toMatchObject({ end: 'applied', newID: 'made by create', failures: [] });
  expect(state.rehearsalID).toBeUndefined();
});

const failures: [ReplacementStep[], ReplacementEnd, ReplacementStep[]][] = [
  [['rehearse'], 'untouched', ['rehearse']],
  [['rehearsePassword'], 'untouched', ['rehearse', 'rehearsePassword', 'endRehearsal']],
  [['endRehearsal'], 'untouched', ['rehearse', 'rehearsePassword', 'endRehearsal']],
  [['remove'], 'untouched', ['remove', 'look']],
  [['remove', 'look'], 'unknown', ['remove', 'look']],
  [['create'], 'restored', ['create', 'find', 'restore', 'restorePassword']],
  [['create', 'restore'], 'lost', ['create', 'find', 'restore']],
  [
    ['create', 'restorePassword'],
    'restoredWithoutPassword',
    ['create', 'find', 'restore', 'restorePassword'],
  ],
  [['create', 'find'], 'restored', ['create', 'find', 'restore', 'restorePassword']],
  [['setPassword'], 'withoutPassword', ['create', 'setPassword']],
];

test.each(failures)('when %j fails it ends %s', (failing, end, last) => {
  const { taken, state } = run(failing);
  expect(state.end).toBe(end);
  expect(taken.slice(-last.length)).toEqual(last);
  expect(state.failures.map(({ message }) => message)).toEqual(
    failing.map((step) => `${step} is refused`),
  );
});

test('nothing is removed before the rehearsal has ended well', () => {
  for (const step of ['rehearse', 'rehearsePassword', 'endRehearsal'] as const) {
    expect(run([step]).taken).not.toContain('remove');
  }
});

test('a rehearsal that could not be removed is named', () => {
  expect(run(['endRehearsal']).state.rehearsalID).toBe('made by rehearse');
  expect(run(['rehearsePassword']).state.rehearsalID).toBeUndefined();
});

test('a removal that happened although it seemed to fail goes on', () => {
  const { taken, state } = run(['remove'], { isGone: true });
  expect(taken.slice(-3)).toEqual(['look', 'create', 'setPassword']);
  expect(state.end).toBe('applied');
});

test('one that was made although its answer was lost only needs its password', () => {
  const { taken, state } = run(['create'], { isMade: true });
  expect(taken.slice(-3)).toEqual(['create', 'find', 'setPassword']);
  expect(state).toMatchObject({ end: 'applied', newID: 'found' });
});

test.each([
  [['setPassword'], ['setPassword'], 'applied'],
  [['create', 'restore'], ['create', 'setPassword'], 'applied'],
  [['create', 'restorePassword'], ['restorePassword'], 'restored'],
  [['remove', 'look'], ['look'], 'untouched'],
] as [ReplacementStep[], ReplacementStep[], ReplacementEnd][])(
  'what is left after %j can be tried again',
  (failing, taken, end) => {
    const again = retried(run(failing).state);
    const second = run([], { from: again });
    expect(second.taken).toEqual(taken);
    expect(second.state.end).toBe(end);
  },
);

test.each([[[] as ReplacementStep[]], [['rehearse']], [['create']]] as [ReplacementStep[]][])(
  'after %j there is nothing to try again',
  (failing) => {
    expect(retried(run(failing).state)).toBeUndefined();
  },
);

test('permissions for buckets that are gone are not restored', () => {
  const kept = readOf('buckets', { id: 'A' });
  const gone = readOf('buckets', { id: 'B' });
  expect(restorable([kept, gone], ({ resource }) => resource.id === 'B')).toEqual({
    kept: [kept],
    left: [gone],
  });
});
