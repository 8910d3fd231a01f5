import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Measured } from '../measure';
import { atMost, interleaved, median, timed } from '../measure';
import type { ServerProcess } from '../serverProcess';
import { startServer } from '../serverProcess';

const built = 'node dist-server/demo.js';
const headers = { Authorization: 'Token demo-operator-token' };
const mega = 1e6;

async function startedIn(command: string): Promise<number> {
  const demo = await startServer(command, '/health');
  await demo.stop();
  return demo.startMs;
}

async function start(repetitions: number): Promise<Measured[]> {
  const ms = await interleaved(
    {
      node: () => startedIn(built),
      npm: () => startedIn('npm run --silent demo --'),
    },
    repetitions,
  );
  return [
    atMost('demo starts', 'start of the demo to its first answer, ms', ms.node, 1500, ms),
    atMost('demo starts', '`npm run demo`, once built, to its first answer, ms', ms.npm, 1500, ms),
  ];
}

interface Bucket {
  orgID: string;
  id: string;
}

async function json<T>(demo: ServerProcess, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(demo.url + path, { ...init, headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function newBucket(demo: ServerProcess): Promise<Bucket> {
  const { orgs } = await json<{ orgs: { id: string }[] }>(demo, '/api/v2/orgs?org=iot');
  const body = JSON.stringify({ orgID: orgs[0]?.id, name: 'bench', retentionRules: [] });
  return json<Bucket>(demo, '/api/v2/buckets', { method: 'POST', body });
}

async function write(demo: ServerProcess, bucket: Bucket, lines: string): Promise<void> {
  const query = `orgID=${bucket.orgID}&bucket=${bucket.id}&precision=s`;
  const url = `${demo.url}/api/v2/write?${query}`;
  const answer = await fetch(url, { method: 'POST', headers, body: lines });
  if (answer.status !== 204) throw new Error(`write: ${answer.status} ${await answer.text()}`);
}

interface Answer {
  firstMs: number;
  ms: number;
  bytes: number;
  rows: number;
}

/**
 * Asks for a result and counts what comes; `note` is called with every chunk. Not by `fetch`, whose streams take
 * longer than the server and hold the first bytes back.
 */
async function ask(demo: ServerProcess, orgID: string, flux: string, note = () => {}) {
  const start = performance.now();
  const question = request(`${demo.url}/api/v2/query?orgID=${orgID}`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/vnd.flux', Accept: 'text/csv' },
  });
  question.end(flux);
  const [answer] = (await once(question, 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`query: ${answer.statusCode}`);
  const seen: Answer = { firstMs: 0, ms: 0, bytes: 0, rows: 0 };
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    if (seen.bytes === 0) seen.firstMs = performance.now() - start;
    seen.bytes += chunk.length;
    seen.rows += linesIn(chunk);
    note();
  }
  seen.ms = performance.now() - start;
  return seen;
}

function linesIn(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
  return lines;
}

const seriesCount = 100;
const pointsPerSeries = 10_000;
const linesPerWrite = 10_000;
const firstSecond = Date.UTC(2026, 0, 1) / 1000;

/** Every ten seconds a point of each of a hundred series, as meters send them. */
function batch(number: number): string {
  const lines: string[] = [];
  const times = linesPerWrite / seriesCount;
  for (let i = number * times; i < (number + 1) * times; i++) {
    for (let meter = 0; meter < seriesCount; meter++) {
      const value = 20 + Math.round(1000 * Math.sin(i / 360 + meter)) / 100;
      lines.push(`meters,meter=m${meter} power=${value} ${firstSecond + i * 10}`);
    }
  }
  return lines.join('\n');
}

/** Writes a million points; then what they take, and what reading them takes. */
async function points(demo: ServerProcess): Promise<Measured[]> {
  const bucket = await newBucket(demo);
  const before = demo.held();
  const writes: number[] = [];
  const batches = (seriesCount * pointsPerSeries) / linesPerWrite;
  for (let number = 0; number < batches; number++) {
    const lines = batch(number);
    writes.push(await timed(() => write(demo, bucket, lines)));
  }
  // Whatever the last requests left behind goes when the process has nothing to do.
  await wait(2000);
  const held = (demo.held() - before) / mega;
  const ms = { median: median(writes), longest: Math.max(...writes) };
  return [
    atMost('demo writes', 'one request of 10,000 lines, ms', ms.median, 1000, ms),
    atMost('demo holds', 'MB more for 1,000,000 points', held, 200, {
      'MB before': before / mega,
      'bytes a point': (held * mega) / (seriesCount * pointsPerSeries),
    }),
    ...(await streamed(demo, bucket)),
  ];
}

function rawRead(rows: number): string {
  const stop = firstSecond + (rows / seriesCount) * 10;
  return `from(bucket: "bench") |> range(start: ${firstSecond}, stop: ${stop})`;
}

async function streamed(demo: ServerProcess, { orgID }: Bucket): Promise<Measured[]> {
  const firsts: number[] = [];
  const totals: number[] = [];
  for (let i = 0; i < 5; i++) {
    const { firstMs, ms, rows } = await ask(demo, orgID, rawRead(100_000));
    if (rows < 100_000) throw new Error(`${rows} lines of 100,000 rows`);
    firsts.push(firstMs);
    totals.push(ms);
  }
  const ms = { 'first byte': median(firsts), total: median(totals) };
  const before = demo.held();
  let peak = before;
  const all = await ask(demo, orgID, rawRead(1_000_000), () => {
    peak = Math.max(peak, demo.held());
  });
  const memory = {
    'MB of the answer': all.bytes / mega,
    'MB more at the peak': (peak - before) / mega,
    ms: all.ms,
  };
  return [
    atMost(
      'demo streams',
      'raw read of 100,000 rows: time to first byte ÷ whole time',
      ms['first byte'] / ms.total,
      0.3,
      ms,
    ),
    atMost(
      'demo streams',
      'raw read of 1,000,000 rows: memory taken for it ÷ bytes of the answer',
      (peak - before) / all.bytes,
      0.5,
      memory,
    ),
  ];
}

const week = 'from(bucket: "airsensors") |> range(start: -7d)';
const minutes = `${week} |> aggregateWindow(every: 1m, fn: mean)`;

/** The 24 series of the sensors, a week of them. */
async function aggregated(demo: ServerProcess, repetitions: number): Promise<Measured> {
  const { orgs } = await json<{ orgs: { id: string }[] }>(demo, '/api/v2/orgs?org=iot');
  const orgID = orgs[0]?.id ?? '';
  const rows = { raw: 0, windows: 0 };
  const ms = await interleaved(
    {
      raw: async () => {
        const answer = await ask(demo, orgID, week);
        rows.raw = answer.rows;
        return answer.ms;
      },
      windows: async () => {
        const answer = await ask(demo, orgID, minutes);
        rows.windows = answer.rows;
        return answer.ms;
      },
    },
    repetitions,
  );
  return atMost(
    'demo aggregates',
    'mean of every minute of 7 days, 24 series ÷ raw read of the same',
    ms.windows / ms.raw,
    1.5,
    { ...ms, 'raw rows': rows.raw, 'window rows': rows.windows },
  );
}

async function withDemo<T>(use: (demo: ServerProcess) => Promise<T>): Promise<T> {
  const server = await startServer(built, '/health');
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

export async function demo(isQuick: boolean): Promise<Measured[]> {
  const repetitions = isQuick ? 3 : 5;
  return [
    ...(await start(repetitions)),
    ...(await withDemo(points)),
    await withDemo((server) => aggregated(server, repetitions)),
  ];
}
