import { expect, test } from 'vitest';
import type { ApiCall } from './apiCall';
import type { Step } from './rollback';
import { FlowError, runFlow } from './rollback';

const call = (method: ApiCall['method'], path: string): ApiCall => ({ method, path });

/** Three steps, of which the first and the second leave something. */
const steps: Step[] = [
  {
    name: 'One',
    call: () => call('POST', '/one'),
    undo: {
      call: ([id]) => (typeof id === 'string' ? call('DELETE', `/one/${id}`) : undefined),
      done: 'one is gone',
      left: 'one stays',
    },
  },
  {
    name: 'Two',
    call: ([id]) => call('POST', `/one/${String(id)}/two`),
    undo: {
      call: () => call('DELETE', '/two'),
      done: 'two is gone',
      left: 'two stays',
      isNeedless: (error) => error === 'nothing there',
    },
  },
  { name: 'Three', call: () => call('POST', '/three') },
];

/** Answers by path; a text for a path is thrown. */
function server(failures: Readonly<Record<string, string>>) {
  const sent: string[] = [];
  const send = async ({ method, path }: ApiCall) => {
    const text = `${method} ${path}`;
    sent.push(text);
    const failure = failures[text];
    if (failure !== undefined) throw failure;
    return 'id';
  };
  return { sent, send, mayHaveHappened: (error: unknown) => error === 'lost' };
}

async function stopOf(failures: Readonly<Record<string, string>>) {
  const { sent, ...options } = server(failures);
  const error: unknown = await runFlow(steps, options).catch((reason: unknown) => reason);
  if (!(error instanceof FlowError)) throw new Error('the flow did not stop');
  return {
    sent,
    step: error.step,
    cause: error.cause,
    mayHaveHappened: error.mayHaveHappened,
    undone: error.undone.map(({ done }) => done),
    left: error.left.map(({ undo, error: reason }) => `${undo.left}: ${String(reason)}`),
  };
}

const one = 'POST /one';
const two = 'POST /one/id/two';
const three = 'POST /three';
const undoOne = 'DELETE /one/id';
const undoTwo = 'DELETE /two';

test('all steps in order, each with the answers before it', async () => {
  const { sent, ...options } = server({});
  expect(await runFlow(steps, options)).toEqual(['id', 'id', 'id']);
  expect(sent).toEqual([one, two, three]);
});

test('the first step fails: there is nothing to take back', async () => {
  expect(await stopOf({ [one]: 'refused' })).toEqual({
    sent: [one],
    step: 'One',
    cause: 'refused',
    mayHaveHappened: false,
    undone: [],
    left: [],
  });
});

test('the second step fails: the first is taken back', async () => {
  expect(await stopOf({ [two]: 'refused' })).toMatchObject({
    sent: [one, two, undoOne],
    step: 'Two',
    undone: ['one is gone'],
    left: [],
  });
});

test('the third step fails: the last one is taken back first', async () => {
  expect(await stopOf({ [three]: 'refused' })).toMatchObject({
    sent: [one, two, three, undoTwo, undoOne],
    undone: ['two is gone', 'one is gone'],
  });
});

test('what cannot be taken back is told, and the rest is taken back all the same', async () => {
  expect(await stopOf({ [three]: 'refused', [undoTwo]: 'not now' })).toMatchObject({
    sent: [one, two, three, undoTwo, undoOne],
    undone: ['one is gone'],
    left: ['two stays: not now'],
  });
  expect(await stopOf({ [two]: 'refused', [undoOne]: 'not now' })).toMatchObject({
    undone: [],
    left: ['one stays: not now'],
  });
});

test('without the answer that it takes, nothing is taken back', async () => {
  expect(await stopOf({ [one]: 'lost' })).toMatchObject({
    sent: [one],
    mayHaveHappened: true,
    undone: [],
    left: [],
  });
});

test('a step whose answer was lost is taken back too, unless the server says that there is nothing', async () => {
  expect(await stopOf({ [two]: 'lost' })).toMatchObject({
    sent: [one, two, undoTwo, undoOne],
    mayHaveHappened: true,
    undone: ['two is gone', 'one is gone'],
  });
  expect(await stopOf({ [two]: 'lost', [undoTwo]: 'nothing there' })).toMatchObject({
    undone: ['one is gone'],
    left: [],
  });
});
