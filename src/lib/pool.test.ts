import { expect, test } from 'vitest';
import { runPool } from './pool';

/** A turn of the event loop. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test.each([
  [0, 3],
  [1, 3],
  [7, 3],
  [7, 1],
  [3, 7],
])('%i items, %i at once: each once, in order, and never more at a time', async (count, atOnce) => {
  const items = Array.from({ length: count }, (_, i) => i);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  await runPool(items, atOnce, async (item) => {
    begun.push(item);
    running++;
    most = Math.max(most, running);
    await turn();
    running--;
  });
  expect(begun).toEqual(items);
  expect(most).toBe(Math.min(count, atOnce));
});

test('what one item throws is thrown, and its worker begins nothing more', async () => {
  const begun: number[] = [];
  const run = runPool([1, 2, 3], 1, (item) => {
    begun.push(item);
    return Promise.reject(new Error(`item ${item}`));
  });
  await expect(run).rejects.toThrow('item 1');
  expect(begun).toEqual([1]);
});
