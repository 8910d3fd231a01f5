import type { ResultRequest } from '@/lib/resultRequest';
import type { News, Order } from './protocol';
import type { Outcome, RunOptions } from './run';
import { run } from './run';

interface Waiting {
  options: RunOptions;
  settle: (outcome: Outcome) => void;
  fail: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let lastId = 0;

function take(news: News): void {
  const entry = waiting.get(news.id);
  if (!entry) return;
  if (news.kind === 'progress') entry.options.onProgress?.(news.progress);
  else if (news.kind === 'partial') entry.options.onPartial?.(news.result);
  else {
    waiting.delete(news.id);
    entry.settle(news.outcome);
  }
}

/** A worker that died (out of memory, mostly) takes its queries along; the next one gets a new worker. */
function bury(): void {
  worker?.terminate();
  worker = undefined;
  const lost = [...waiting.values()];
  waiting.clear();
  for (const { fail } of lost)
    fail(new Error('The data worker stopped: the result may be too large.'));
}

function theWorker(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', (event: MessageEvent<News>) => take(event.data));
  worker.addEventListener('error', bury);
  worker.addEventListener('messageerror', bury);
  return worker;
}

/** As `run`, in the data worker; in this thread where there are no workers. */
export function runInWorker(request: ResultRequest, options: RunOptions): Promise<Outcome> {
  if (typeof Worker === 'undefined') return run(request, options);
  const { signal, caps, onPartial } = options;
  const id = ++lastId;
  const target = theWorker();
  const order = (message: Order) => target.postMessage(message);
  return new Promise((settle, fail) => {
    waiting.set(id, { options, settle, fail });
    // The worker's own address is the base of relative ones in it.
    const url = new URL(request.url, document.baseURI).href;
    order({
      kind: 'run',
      id,
      request: { ...request, url },
      ...(caps && { caps }),
      wantsPartial: onPartial !== undefined,
    });
    const cancel = () => order({ kind: 'cancel', id });
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel, { once: true });
  });
}
