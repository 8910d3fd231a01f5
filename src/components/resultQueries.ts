import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { recovering } from '@/api/client';
import { HttpError, NotInfluxError } from '@/api/errors';
import { QueryFailure } from '@/api/results';
import type { Progress, Result, ResultCaps } from '@/lib/result';
import type { ResultRequest } from '@/lib/resultRequest';
import type { Series } from '@/lib/series';
import type { Interval } from '@/lib/timeRange';
import { runInWorker } from '@/worker/runInWorker';
import type { Outcome } from '@/worker/run';

/** A query that failed after rows had come; they are in `result`. */
export class ResultFailure extends QueryFailure {
  readonly result: Result;
  constructor(message: string, result: Result) {
    super(message);
    this.name = 'ResultFailure';
    this.result = result;
  }
}

export interface ResultOptions {
  signal?: AbortSignal;
  caps?: ResultCaps;
  onProgress?: (progress: Progress) => void;
  /** What has come so far, now and then. */
  onPartial?: (result: Result) => void;
}

function resultOf(outcome: Outcome): Result {
  switch (outcome.kind) {
    case 'done':
      return outcome.result;
    case 'failed':
      throw new ResultFailure(outcome.message, outcome.result);
    case 'refused': {
      const { status, statusText, body, contentType } = outcome;
      throw new HttpError(status, statusText, body, null, contentType);
    }
    case 'webPage':
      throw new NotInfluxError();
    case 'unreachable':
      throw new TypeError(`fetch failed: ${outcome.message}`);
    case 'cancelled':
      throw new DOMException('The query was cancelled', 'AbortError');
  }
}

/**
 * Runs a query for its result, in the data worker. `describe` is asked again after a new sign-in. Rejects with
 * `HttpError` (the server's refusal), `ResultFailure` (an error after rows) or `AbortError` (cancelled).
 */
export function runResult(
  describe: () => ResultRequest,
  options: ResultOptions = {},
): Promise<Result> {
  const { signal } = options;
  return recovering(async () => resultOf(await runInWorker(describe(), options)), signal);
}

/** A result with the interval it was asked for, so that axis and data never disagree. */
export interface ChartResult {
  result: Result;
  series: Series[];
  interval: Interval;
}

export interface ResultQuery {
  /** What identifies the query: org or database, text. Never a secret. */
  key: readonly (string | number | undefined)[];
  interval: Interval;
  describe: () => ResultRequest;
}

export interface ChartCallbacks extends Pick<ResultOptions, 'onProgress' | 'caps'> {
  onPartial?: (answer: ChartResult) => void;
}

/** Results are kept until another takes their place: they are large, and only running again makes them fresh. */
const keepMs = 60_000;

export const resultQueries = {
  chart: (
    { key, interval, describe }: ResultQuery,
    { onPartial, ...callbacks }: ChartCallbacks = {},
  ) =>
    queryOptions({
      queryKey: ['result', ...key, interval.from, interval.to] as const,
      queryFn: async ({ signal }): Promise<ChartResult> => {
        const answerOf = (result: Result) => ({ result, series: result.series, interval });
        return answerOf(
          await runResult(describe, {
            ...callbacks,
            ...(onPartial && { onPartial: (result) => onPartial(answerOf(result)) }),
            signal,
          }),
        );
      },
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: keepMs,
      retry: false,
      structuralSharing: false,
    }),
};
