import type { Step } from '@/lib/rollback';
import { runFlow } from '@/lib/rollback';
import { HttpError } from './errors';
import { send } from './send';

/** Below 500 the server has looked at the request and did nothing; else its answer may have been lost on the way. */
function mayHaveHappened(error: unknown): boolean {
  return !(error instanceof HttpError) || error.statusCode >= 500;
}

/** Several calls that are one thing to do: when one fails, those before it are taken back. Rejects with FlowError. */
export function sendFlow(steps: readonly Step[]): Promise<unknown[]> {
  return runFlow(steps, { send: (call) => send<unknown>(call), mayHaveHappened });
}
