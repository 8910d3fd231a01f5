import { expect, test } from 'vitest';
import { forEachId } from './bulk';

const ids = Array.from({ length: 20 }, (_, i) => `id-${i}`);

test('a refusal is noted with its words, and the rest is done', async () => {
  const seen: number[] = [];
  const report = await forEachId(
    ids,
    (id) => (id === 'id-3' ? Promise.reject(new Error('not this one')) : Promise.resolve()),
    { onProgress: (answered) => seen.push(answered) },
  );
  expect(report.refused).toEqual([{ id: 'id-3', message: 'not this one' }]);
  expect(report.done).toHaveLength(19);
  expect(seen.at(-1)).toBe(20);
});

test('no more than four calls are under way at once', async () => {
  let open = 0;
  let most = 0;
  await forEachId(ids, async () => {
    most = Math.max(most, ++open);
    await Promise.resolve();
    open--;
  });
  expect(most).toBe(4);
});

test('once stopped, what is under way ends and nothing more is sent', async () => {
  const stop = new AbortController();
  const sent: string[] = [];
  const report = await forEachId(
    ids,
    async (id) => {
      sent.push(id);
      if (sent.length === 6) stop.abort();
      await Promise.resolve();
    },
    { stop: stop.signal },
  );
  expect(report.done).toEqual(sent);
  expect(sent.length).toBeLessThanOrEqual(9);
  expect([...report.done, ...report.skipped].sort()).toEqual([...ids].sort());
});
