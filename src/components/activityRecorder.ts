import type { Mutation, QueryClient } from '@tanstack/react-query';
import { callerQueries } from '@/api/caller';
import { connection } from '@/api/client';
import { describe, HttpError, isPartialWrite, messageOf } from '@/api/errors';
import type { Activity, Outcome } from '@/lib/activity';
import { keptOf } from '@/lib/activity';
import { FlowError } from '@/lib/rollback';
import { addActivity } from './activityStore';
import { callerName } from './callerText';
import { doneText } from './doneText';
import { objectNames } from './objectNames';

type AnyMutation = Mutation<unknown, unknown, unknown>;
type Write = Pick<AnyMutation, 'meta' | 'state'>;

interface Ended {
  outcome: Outcome;
  words: string;
}

/** A run over several rows succeeds as a whole; what of it was refused is in its answer. */
function endOf(answer: unknown): Ended {
  const refused =
    typeof answer === 'object' && answer !== null && 'refused' in answer ? answer.refused : [];
  if (!Array.isArray(refused) || refused.length === 0) return { outcome: 'done', words: '' };
  const [first] = refused as { message?: string }[];
  return { outcome: 'in part', words: `${refused.length} refused: ${first?.message ?? ''}` };
}

/** Below 500 the server has looked at it and said no. */
function failureOf(error: unknown): Ended {
  if (error instanceof FlowError) {
    const { words, outcome } = failureOf(error.cause);
    const isClean = error.left.length === 0 && !error.mayHaveHappened;
    return { outcome: isClean ? outcome : 'failed', words: `${error.message}: ${words}` };
  }
  if (isPartialWrite(error)) return { outcome: 'in part', words: messageOf(error) };
  const isRefusal = error instanceof HttpError && error.statusCode < 500;
  const words = error instanceof TypeError ? describe(error).title : messageOf(error);
  return { outcome: isRefusal ? 'refused' : 'failed', words };
}

let count = 0;

function note(client: QueryClient, { meta, state }: Write, ended: Ended, data?: unknown): void {
  const caller = client.getQueryData(callerQueries.current.queryKey);
  if (!meta?.done || !caller) return;
  const { variables, submittedAt } = state;
  const calls = meta.calls?.(variables as never, data as never) ?? [];
  count += 1;
  const entry: Activity = {
    id: `${submittedAt.toString(36)}-${count.toString(36)}`,
    at: new Date(submittedAt).toISOString(),
    server: connection().server,
    who: callerName(caller),
    action: doneText(meta, { variables, data }),
    what: objectNames(client, calls),
    ...ended,
    ...keptOf(calls),
  };
  addActivity(entry);
}

/** Noting never makes a write fail that has worked. */
function safely(noting: () => void): void {
  try {
    noting();
  } catch (error) {
    reportError(error);
  }
}

/** For the page that shows what was done from this browser. Mutations that say nothing when done are no writes. */
export function noteSuccess(client: QueryClient, write: Write, answer: unknown): void {
  safely(() => note(client, write, endOf(answer), answer));
}

export function noteFailure(client: QueryClient, write: Write, error: unknown): void {
  safely(() => note(client, write, failureOf(error)));
}
