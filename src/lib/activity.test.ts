import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Activity } from './activity';
import { actionText, keptEntries, keptOf, notDone, withEntry } from './activity';
import type { ApiCall } from './apiCall';

const entry: Activity = {
  id: 'a',
  at: '2026-01-02T03:04:05.000Z',
  server: 'demo',
  who: 'admin',
  action: 'Token created',
  outcome: 'done',
  words: '',
  calls: [],
  callCount: 0,
};

test('a secret is kept neither in the query nor anywhere in the body', () => {
  const hidden = fc.constantFrom('password', 'p', 'token');
  const value = fc.string({ minLength: 12 }).map((text) => `§${text}§`);
  fc.assert(
    fc.property(hidden, value, fc.jsonValue(), (name, secret, other) => {
      const call: ApiCall = {
        method: 'POST',
        path: '/query',
        query: { [name]: secret, db: 'x' },
        body: { [name]: secret, deeper: [{ [name]: { more: secret } }], other },
        secrets: [name],
      };
      const kept = JSON.stringify(keptOf([call]));
      expect(kept).not.toContain(JSON.stringify(secret).slice(1, -1));
      expect(kept).toContain('"db":"x"');
    }),
  );
});

test('what has no secret is kept as it was sent', () => {
  const call: ApiCall = { method: 'PATCH', path: '/api/v2/orgs/o', body: { name: 'n' } };
  expect(keptOf([call])).toEqual({ calls: [call], callCount: 1 });
});

test('of very many calls and of very long bodies the beginning is kept', () => {
  const call: ApiCall = { method: 'DELETE', path: '/x', body: 'y'.repeat(100_000) };
  const { calls, callCount } = keptOf(Array.from({ length: 10_000 }, () => call));
  expect(callCount).toBe(10_000);
  expect(JSON.stringify(calls).length).toBeLessThan(300_000);
});

test('the newest entries are kept', () => {
  const full = Array.from({ length: keptEntries }, (_, n) => ({ ...entry, id: String(n) }));
  const kept = withEntry(full, entry);
  expect(kept).toHaveLength(keptEntries);
  expect([kept[0]?.id, kept.at(-1)?.id]).toEqual(['1', 'a']);
});

test.each([
  ['Token created', 'Token not created'],
  ['2 tokens deleted', '2 tokens not deleted'],
  ['Deleted', 'Not deleted'],
])('%s, when refused: %s', (action, words) => {
  expect(notDone(action)).toBe(words);
  expect(actionText({ action, outcome: 'refused' })).toBe(words);
  expect(actionText({ action, outcome: 'in part' })).toBe(action);
});
