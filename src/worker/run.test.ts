import { describe, expect, it } from 'vitest';
import { resultBuffers } from '@/lib/result';
import type { ResultRequest } from '@/lib/resultRequest';
import type { News } from './protocol';
import type { RunOptions } from './run';
import { run } from './run';
import { serve } from './serve';

const flux: ResultRequest = {
  language: 'flux',
  url: 'http://influx/api/v2/query?orgID=1',
  headers: { Authorization: 'Token t' },
  body: '{}',
  credentials: 'omit',
};
const head =
  '#datatype,string,long,dateTime:RFC3339,double\r\n#group,false,false,false,false\r\n#default,_result,,,\r\n' +
  ',result,table,_time,_value\r\n';
const row = (second: number) => `,,0,2026-01-01T00:00:0${second}Z,${second}\r\n`;
const failure =
  '\r\n#datatype,string,string\r\n#group,true,true\r\n#default,,\r\n,error,reference\r\n,division by zero,\r\n';

/** A server that sends these pieces, one a turn, and counts how often it is told to stop. */
function server(pieces: string[], init: ResponseInit = {}) {
  const seen = { cancelled: 0, request: undefined as RequestInit | undefined };
  const send: typeof fetch = (_url, request) => {
    seen.request = request;
    const encoder = new TextEncoder();
    const left = [...pieces];
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        request?.signal?.addEventListener('abort', () =>
          controller.error(new DOMException('aborted', 'AbortError')),
        );
      },
      pull(controller) {
        const piece = left.shift();
        if (piece === undefined) controller.close();
        else if (piece === 'BREAK') controller.error(new TypeError('network error'));
        else controller.enqueue(encoder.encode(piece));
      },
      cancel() {
        seen.cancelled++;
      },
    });
    return Promise.resolve(
      new Response(body, { headers: { 'content-type': 'text/csv' }, ...init }),
    );
  };
  return { seen, send };
}

/** A clock that moves on by `step` with every look. */
function clock(step: number): () => number {
  let time = 0;
  return () => (time += step);
}

describe('a run', () => {
  it('sends what it is told and gives columns with rows, bytes and time', async () => {
    const { seen, send } = server([head, row(1) + row(2)]);
    const outcome = await run(flux, { send, now: clock(1) });
    expect(seen.request).toMatchObject({
      method: 'POST',
      body: '{}',
      headers: { Authorization: 'Token t' },
      credentials: 'omit',
    });
    expect(outcome).toMatchObject({
      kind: 'done',
      result: {
        rows: 2,
        bytes: (head + row(1) + row(2)).length,
        truncated: null,
        tables: [{ length: 2 }],
      },
    });
  });

  it('gives the lines of a chart over the very columns, so that nothing is held twice', async () => {
    const outcome = await run(flux, server([head, row(1) + row(2)]));
    const result = outcome.kind === 'done' ? outcome.result : undefined;
    expect(result?.series[0]?.v).toBe(
      result?.tables[0]?.columns.find((column) => column.kind === 'number')?.v,
    );
    expect(resultBuffers(result!)).toHaveLength(1);
  });

  it('reads InfluxQL with its unit', async () => {
    const body =
      '{"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","v"],"values":[[1000,2]]}]}]}\n';
    const { send } = server([body]);
    const outcome = await run({ ...flux, language: 'influxql', epoch: 's' }, { send });
    expect(outcome).toMatchObject({
      kind: 'done',
      result: { tables: [{ columns: [{ t: Float64Array.of(1_000_000) }, {}] }] },
    });
  });

  it('an error table inside a 200 is a failure with the rows before it', async () => {
    const { send } = server([head + row(1) + failure]);
    expect(await run(flux, { send })).toMatchObject({
      kind: 'failed',
      message: 'division by zero',
      result: { rows: 1, tables: [{ length: 1 }] },
    });
  });

  it('a refused request hands over the status and the body', async () => {
    const { send } = server(
      ['{"code":"invalid","message":"error @1:1-1:4: undefined identifier foo"}'],
      { status: 400, statusText: 'Bad Request' },
    );
    expect(await run(flux, { send })).toMatchObject({
      kind: 'refused',
      status: 400,
      body: expect.stringContaining('undefined identifier foo') as string,
    });
  });

  it('a web page is no result, a dead server neither', async () => {
    const { send } = server(['<html>'], {
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    expect(await run(flux, { send })).toEqual({ kind: 'webPage' });
    const dead: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await run(flux, { send: dead })).toEqual({
      kind: 'unreachable',
      message: 'Failed to fetch',
    });
  });

  it('a connection that breaks mid-way is a failure, not the end', async () => {
    const { send } = server([head + row(1), 'BREAK']);
    expect(await run(flux, { send })).toMatchObject({
      kind: 'failed',
      message: 'network error',
      result: { rows: 1 },
    });
  });

  it('stops at the cap, tells the server and says there is more', async () => {
    const { seen, send } = server([head + row(1), row(2) + row(3).slice(0, 9), row(4), row(5)]);
    const outcome = await run(flux, { send, caps: { rows: 2, bytes: 1e9 } });
    expect(outcome).toMatchObject({
      kind: 'done',
      result: { rows: 2, truncated: { by: 'rows', cap: 2 }, tables: [{ length: 2 }] },
    });
    expect(seen.cancelled).toBe(1);
  });

  it('cancelled is an outcome of its own, with what had come', async () => {
    const controller = new AbortController();
    const { send } = server([head + row(1), row(2), row(3)]);
    const outcome = await run(flux, {
      send,
      now: clock(200),
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    expect(outcome).toMatchObject({ kind: 'cancelled', progress: { rows: 1 } });
  });

  it('shows progress and, less and less often, what has come so far', async () => {
    const partial: number[] = [];
    const progress: number[] = [];
    const options: RunOptions = {
      ...server([head + row(1), row(2), row(3), row(4), row(5)]),
      now: clock(70),
      onProgress: ({ rows }) => progress.push(rows),
      onPartial: ({ tables }) => partial.push(tables[0]?.length ?? 0),
    };
    await run(flux, options);
    expect(progress.length).toBeGreaterThan(2);
    expect(partial.length).toBeGreaterThan(0);
    expect(partial.length).toBeLessThan(progress.length);
  });
});

describe('the worker', () => {
  it('answers each order under its number and cancels only the one it is told to', async () => {
    const pending: ((answer: Response) => void)[] = [];
    const realFetch = globalThis.fetch;
    globalThis.fetch = (_url, init) =>
      new Promise((resolve, reject) => {
        pending.push(resolve);
        init?.signal?.addEventListener('abort', () =>
          reject(new DOMException('aborted', 'AbortError')),
        );
      });
    try {
      const news: News[] = [];
      const both = new Promise<void>((resolve) => {
        const take = serve((item) => {
          news.push(item);
          if (news.length === 2) resolve();
        });
        take({ kind: 'run', id: 1, request: flux, wantsPartial: false });
        take({ kind: 'run', id: 2, request: flux, wantsPartial: false });
        take({ kind: 'cancel', id: 1 });
        pending[1]?.(new Response(head + row(1)));
      });
      await both;
      expect(
        Object.fromEntries(
          news.map((item) => [item.id, item.kind === 'outcome' && item.outcome.kind]),
        ),
      ).toEqual({ 1: 'cancelled', 2: 'done' });
    } finally {
      globalThis.fetch = realFetch;
    }
  });
});
