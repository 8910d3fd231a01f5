import { InfluxDB } from '@influxdata/influxdb-client';
import type { ResultReader } from '@/lib/annotatedCsv';
import { AnnotatedCsvReader } from '@/lib/annotatedCsv';
import { InfluxqlReader } from '@/lib/influxqlJson';
import { bodies } from '../bodies';
import { startBodyServer } from '../bodyServer';
import type { Measured } from '../measure';
import { atLeast, atMost, interleaved, timed } from '../measure';

async function eachChunk(url: string, take: (chunk: Uint8Array) => void): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: '{}' });
  if (!answer.body) throw new Error('no body');
  for await (const chunk of answer.body) take(chunk);
}

const discard = (url: string) => eachChunk(url, () => undefined);

function expectRows(found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${found} rows read instead of ${wanted}`);
}

async function read(url: string, reader: ResultReader, wanted: number) {
  await eachChunk(url, (chunk) => reader.feed(chunk));
  const { tables } = reader.end();
  expectRows(reader.rows, wanted);
  return tables;
}

/** Buffers are only let go some turns after their views. */
async function settledSize(): Promise<number> {
  for (let i = 0; i < 5; i++) {
    globalThis.gc?.();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Bytes that the outcome of `run` keeps alive; needs --expose-gc. */
async function held(run: () => Promise<unknown>): Promise<number> {
  const before = await settledSize();
  const kept = await run();
  const bytes = (await settledSize()) - before;
  if (kept === undefined || bytes <= 0) throw new Error('nothing was kept');
  return bytes;
}

/** Annotated CSV to columns against the rows of the client library, from the same loopback server. */
async function flux(server: string, rows: number, repetitions: number): Promise<Measured[]> {
  const url = `${server}/flux/${rows}`;
  const wanted = Math.floor(rows / 24) * 24;
  const client = new InfluxDB({ url, token: 'none' }).getQueryApi('bench');
  const collect = async () => {
    const all = await client.collectRows('bench');
    expectRows(all.length, wanted);
    return all;
  };
  const columns = () => read(url, new AnnotatedCsvReader(), wanted);
  await discard(url);
  const ms = await interleaved(
    {
      discard: () => timed(() => discard(url)),
      columns: () => timed(columns),
      collectRows: () => timed(collect),
    },
    repetitions,
  );
  const speed = {
    'Mrows/s': rows / ms.columns / 1000,
    'collectRows Mrows/s': rows / ms.collectRows / 1000,
  };
  const isFull = rows >= 1_000_000;
  const results = [
    atLeast(
      'Flux into columns',
      `rows/s of ${rows} Flux rows: columns ÷ collectRows`,
      ms.collectRows / ms.columns,
      isFull ? 5 : 2.5,
      { ...ms, ...speed },
    ),
    atMost(
      'Flux into columns',
      `time of ${rows} Flux rows: columns ÷ fetch and discard`,
      ms.columns / ms.discard,
      3.5,
      ms,
    ),
  ];
  if (!isFull) return results;
  // Less is lost in what the collector leaves behind.
  const bytes = {
    columns: (await held(columns)) / rows,
    collectRows: (await held(collect)) / rows,
  };
  return [
    ...results,
    atMost('held memory', 'bytes held per row', bytes.columns, 24, bytes),
    atMost(
      'held memory',
      'bytes held per row: columns ÷ collectRows',
      bytes.columns / bytes.collectRows,
      0.1,
      bytes,
    ),
  ];
}

const piece = 1 << 16;

/** From memory; ms. */
function readBytes(bytes: Uint8Array, wanted: number): number {
  const began = performance.now();
  const reader = new AnnotatedCsvReader();
  for (let p = 0; p < bytes.length; p += piece) reader.feed(bytes.subarray(p, p + piece));
  reader.end();
  expectRows(reader.rows, wanted);
  return performance.now() - began;
}

/** Columns of text against columns of numbers. */
async function texts(repetitions: number): Promise<Measured[]> {
  const rows = 96_000;
  const [numbers, states, messages] = [
    bodies.flux(rows),
    bodies.states(rows),
    bodies.messages(rows),
  ];
  const ms = await interleaved(
    {
      numbers: () => readBytes(numbers, rows),
      states: () => readBytes(states, rows),
      messages: () => readBytes(messages, rows),
    },
    repetitions * 3,
  );
  const speed = (of: keyof typeof ms) => ({ ...ms, 'Mrows/s': rows / ms[of] / 1000 });
  return [
    atMost(
      'Flux into columns',
      'time of rows with one of four texts ÷ rows of numbers',
      ms.states / ms.numbers,
      5,
      speed('states'),
    ),
    atMost(
      'Flux into columns',
      'time of rows with a text of their own ÷ rows of numbers',
      ms.messages / ms.numbers,
      5,
      speed('messages'),
    ),
  ];
}

interface Answer {
  results: { series: { values: unknown[] }[] }[];
}

/** Chunked InfluxQL to columns against `response.json()` of the same points. */
async function influxql(server: string, rows: number, repetitions: number): Promise<Measured> {
  const whole = `${server}/influxql/${rows}`;
  const chunked = `${server}/chunked/${rows}`;
  const wanted = Math.floor(rows / 8) * 8;
  const json = async () => {
    const answer = (await (await fetch(whole, { method: 'POST', body: 'q' })).json()) as Answer;
    const series = answer.results[0]?.series ?? [];
    expectRows(
      series.reduce((sum, { values }) => sum + values.length, 0),
      wanted,
    );
  };
  await discard(whole);
  await discard(chunked);
  const ms = await interleaved(
    {
      json: () => timed(json),
      columns: () => timed(() => read(chunked, new InfluxqlReader('ms'), wanted)),
    },
    repetitions,
  );
  return atMost(
    'InfluxQL into columns',
    `${rows} points of InfluxQL: chunked JSON to columns ÷ response.json()`,
    ms.columns / ms.json,
    0.9,
    { ...ms, 'Mpoints/s': rows / ms.columns / 1000 },
  );
}

export async function parse(isQuick: boolean): Promise<Measured[]> {
  const server = await startBodyServer();
  const rows = isQuick ? 100_000 : 1_000_000;
  const repetitions = isQuick ? 3 : 5;
  try {
    const csv = await flux(server.url, rows, repetitions);
    return [...csv, ...(await texts(repetitions)), await influxql(server.url, rows, repetitions)];
  } finally {
    await server.stop();
  }
}
