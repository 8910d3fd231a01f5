import type { AccessColumns } from '@/lib/accessColumns';
import type { AccessInversion } from '@/lib/accessInversion';
import { invertAccess } from '@/lib/accessInversion';

/** Up to so many pairs of credential and bucket a worker takes longer to start than the work takes. */
const fewPairs = 100_000;

/** As `invertAccess`, in a worker of its own; in this thread when there is little to do, or no worker. */
export function invertInWorker(columns: AccessColumns): Promise<AccessInversion> {
  const pairs = columns.flags.length * columns.orgOf.length;
  if (typeof Worker === 'undefined' || pairs <= fewPairs) {
    return Promise.resolve(invertAccess(columns));
  }
  return new Promise((settle) => {
    const worker = new Worker(new URL('./accessWorker.ts', import.meta.url), { type: 'module' });
    const finish = (inversion: AccessInversion) => {
      worker.terminate();
      settle(inversion);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<AccessInversion>) => finish(data));
    worker.addEventListener('error', () => finish(invertAccess(columns)));
    worker.postMessage(columns);
  });
}
