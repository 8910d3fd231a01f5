import { readFluxWasm } from '@/demo/mounts/fluxWasm';
import { createDemo } from '@/demo/server';
import { parseLines } from '@/lib/lineProtocolParse';

/** What a test's server stands at: 2021-09-01 00:00 UTC. */
export const TEST_NOW = Date.parse('2021-09-01T00:00:00Z');

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export interface FluxServer {
  bucketID: string;
  write: (lines: string) => void;
  send: (body: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** Asks one of the paths below `/api/v2/query` about a script. */
  helper: (path: string, query: string) => Promise<string>;
  /** Runs a script; the answer with annotations unless another dialect is given. */
  ask: (query: string, more?: Record<string, unknown>) => Promise<Answer>;
  /** The rows of a script's answer without annotations and header, by the columns asked for. */
  rows: (query: string, ...columns: string[]) => Promise<string[][]>;
}

const ANNOTATED = { annotations: ['datatype', 'group', 'default'] };

/** A server with org `acme` and its bucket `b0`. */
export async function fluxServer(version = '2.9.1'): Promise<FluxServer> {
  const { state, handle } = createDemo({
    version,
    fluxWasm: readFluxWasm,
    now: () => TEST_NOW,
  });
  const made = await handle(
    new Request('http://influxdb/api/v2/setup', {
      method: 'POST',
      body: JSON.stringify({
        username: 'admin',
        password: 'admin-password',
        org: 'acme',
        bucket: 'b0',
      }),
    }),
  );
  const setup = (await made.json()) as { auth: { token: string }; bucket: { id: string } };
  const bucketID = setup.bucket.id;
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    handle(
      new Request(`http://influxdb${path}`, {
        method: 'POST',
        headers: { Authorization: `Token ${setup.auth.token}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  const send: FluxServer['send'] = (body, headers) => post('/api/v2/query?org=acme', body, headers);
  const ask: FluxServer['ask'] = async (query, more = {}) => {
    const response = await send({ query, dialect: ANNOTATED, ...more });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return {
    bucketID,
    write(lines) {
      const { points, errors } = parseLines(lines, { precision: 's' });
      if (errors[0]) throw new Error(errors[0].reason);
      state.storage.write(bucketID, points, BigInt(TEST_NOW) * 1_000_000n);
    },
    send,
    helper: async (path, query) => (await post(`/api/v2/query/${path}`, { query })).text(),
    ask,
    async rows(query, ...columns) {
      const { status, text } = await ask(query, { dialect: {} });
      if (status !== 200) throw new Error(text);
      return pick(text, columns);
    },
  };
}

function pick(text: string, columns: readonly string[]): string[][] {
  const rows: string[][] = [];
  let header: string[] = [];
  for (const line of text.split('\r\n')) {
    const cells = line.split(',');
    if (line === '') continue;
    if (cells[1] === 'result') header = cells;
    else rows.push(columns.map((column) => cells[header.indexOf(column)] ?? ''));
  }
  return rows;
}
