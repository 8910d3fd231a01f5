import { resultBuffers } from '@/lib/result';
import type { News, Order } from './protocol';
import type { Outcome } from './run';
import { run } from './run';

function buffersIn(outcome: Outcome): ArrayBuffer[] {
  return 'result' in outcome ? resultBuffers(outcome.result) : [];
}

/** Answers orders with news; the worker's side of the protocol. */
export function serve(post: (news: News, buffers: Transferable[]) => void): (order: Order) => void {
  const running = new Map<number, AbortController>();
  return (order) => {
    const { id } = order;
    if (order.kind === 'cancel') {
      running.get(id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(id, controller);
    const { request, caps, wantsPartial } = order;
    void run(request, {
      ...(caps && { caps }),
      signal: controller.signal,
      onProgress: (progress) => post({ kind: 'progress', id, progress }, []),
      ...(wantsPartial && { onPartial: (result) => post({ kind: 'partial', id, result }, []) }),
    }).then((outcome) => {
      running.delete(id);
      post({ kind: 'outcome', id, outcome }, buffersIn(outcome));
    });
  };
}
