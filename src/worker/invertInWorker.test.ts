import { afterEach, expect, it, vi } from 'vitest';
import { accessColumns } from '@/lib/accessColumns';
import { invertAccess } from '@/lib/accessInversion';
import { manyBuckets } from '@/test/tokenAnswer';
import { both, credential } from '@/test/accessScene';
import { invertInWorker } from './invertInWorker';

const { caller: _, ...around } = manyBuckets(500);
// Enough pairs for a worker, few links to compare.
const many = Array.from({ length: 300 }, () => credential([]));
many.push(credential(both('buckets')));
const columns = accessColumns(many, [...around.buckets.values()], around);

afterEach(() => vi.unstubAllGlobals());

it('is done in this thread where there are no workers', async () => {
  await expect(invertInWorker(columns)).resolves.toEqual(invertAccess(columns));
});

it('is done in this thread when the worker fails, which is ended', async () => {
  const ended = vi.fn();
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage = () => queueMicrotask(() => this.dispatchEvent(new Event('error')));
      terminate = ended;
    },
  );
  await expect(invertInWorker(columns)).resolves.toEqual(invertAccess(columns));
  expect(ended).toHaveBeenCalledOnce();
});
