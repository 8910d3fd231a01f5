import type { ResultReader } from '@/lib/annotatedCsv';
import { AnnotatedCsvReader } from '@/lib/annotatedCsv';
import { InfluxqlReader } from '@/lib/influxqlJson';
import type { Progress, Result, ResultCaps } from '@/lib/result';
import { defaultCaps } from '@/lib/result';
import type { ResultRequest } from '@/lib/resultRequest';
import { seriesOf } from '@/lib/series';

export type Outcome =
  | { kind: 'done'; result: Result }
  /** The query failed after the server had said 200; the result holds what came before. */
  | { kind: 'failed'; message: string; result: Result }
  /** The server's own answer, whose status is no success. */
  | {
      kind: 'refused';
      status: number;
      statusText: string;
      contentType: string | null;
      body: string;
    }
  /** A web page instead of a result. */
  | { kind: 'webPage' }
  /** No answer at all. */
  | { kind: 'unreachable'; message: string }
  | { kind: 'cancelled'; progress: Progress };

export interface RunOptions {
  signal?: AbortSignal;
  caps?: ResultCaps;
  onProgress?: (progress: Progress) => void;
  /** What has come so far, now and then: first after 250 ms, then at twice the time. */
  onPartial?: (result: Result) => void;
  now?: () => number;
  send?: typeof fetch;
}

const progressEveryMs = 100;
const firstPartialMs = 250;

/** Sends the request and reads the answer into columns as it comes. */
export async function run(request: ResultRequest, options: RunOptions = {}): Promise<Outcome> {
  const send = options.send ?? fetch;
  const { url, headers, body, credentials } = request;
  const reading = new Reading(request, options);
  try {
    const answer = await send(url, {
      method: 'POST',
      headers,
      body,
      credentials,
      signal: options.signal ?? null,
    });
    const refusal = await refusalOf(answer);
    if (refusal) return refusal;
    if (answer.body) await reading.readAll(answer.body);
    return options.signal?.aborted ? reading.cancelled() : reading.end();
  } catch (error) {
    if (options.signal?.aborted) return reading.cancelled();
    const message = error instanceof Error ? error.message : String(error);
    return reading.bytes === 0 ? { kind: 'unreachable', message } : reading.failed(message);
  }
}

async function refusalOf(answer: Response): Promise<Outcome | undefined> {
  const contentType = answer.headers.get('content-type');
  if (!answer.ok) {
    const { status, statusText } = answer;
    return { kind: 'refused', status, statusText, contentType, body: await answer.text() };
  }
  if (!contentType?.startsWith('text/html')) return undefined;
  await answer.body?.cancel();
  return { kind: 'webPage' };
}

class Reading {
  bytes = 0;
  #reader: ResultReader;
  #caps: ResultCaps;
  #options: RunOptions;
  #now: () => number;
  #start: number;
  #truncated: Result['truncated'] = null;
  #nextProgressMs = progressEveryMs;
  #nextPartialMs = firstPartialMs;

  constructor(request: ResultRequest, options: RunOptions) {
    this.#options = options;
    this.#caps = options.caps ?? defaultCaps;
    this.#reader =
      request.language === 'flux' ? new AnnotatedCsvReader() : new InfluxqlReader(request.epoch);
    this.#now = options.now ?? (() => performance.now());
    this.#start = this.#now();
  }

  async readAll(body: ReadableStream<Uint8Array>): Promise<void> {
    const stream = body.getReader();
    for (;;) {
      const { done, value } = await stream.read();
      if (done) return;
      this.bytes += value.length;
      this.#reader.feed(value);
      this.#report();
      this.#truncated = this.#cap();
      if (this.#truncated) {
        await stream.cancel();
        return;
      }
    }
  }

  end(): Outcome {
    // What a cap has cut off ends anywhere, maybe within a row: keep the whole rows before.
    if (this.#truncated) return { kind: 'done', result: this.#soFar() };
    const { tables, errors, notices } = this.#reader.end();
    const series = seriesOf(tables);
    const result = { ...this.#progress(), tables, series, notices, truncated: null };
    const [error] = errors;
    return error ? { kind: 'failed', message: error.message, result } : { kind: 'done', result };
  }

  failed(message: string): Outcome {
    return { kind: 'failed', message, result: this.#soFar() };
  }

  cancelled(): Outcome {
    return { kind: 'cancelled', progress: this.#progress() };
  }

  #progress(): Progress {
    return { rows: this.#reader.rows, bytes: this.bytes, ms: this.#now() - this.#start };
  }
  #soFar(): Result {
    const tables = this.#reader.snapshot();
    const series = seriesOf(tables);
    return { ...this.#progress(), tables, series, notices: [], truncated: this.#truncated };
  }
  #cap(): Result['truncated'] {
    const { rows, bytes } = this.#caps;
    if (this.#reader.rows >= rows) return { by: 'rows', cap: rows };
    return this.bytes >= bytes ? { by: 'bytes', cap: bytes } : null;
  }
  #report(): void {
    const elapsed = this.#now() - this.#start;
    if (elapsed >= this.#nextProgressMs) {
      this.#nextProgressMs = elapsed + progressEveryMs;
      this.#options.onProgress?.(this.#progress());
    }
    if (elapsed >= this.#nextPartialMs && this.#options.onPartial) {
      this.#nextPartialMs = elapsed * 2;
      this.#options.onPartial(this.#soFar());
    }
  }
}
