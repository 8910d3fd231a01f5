import { csvText } from '@/demo/influxql/csvWriter';
import type { QueryScope } from '@/demo/influxql/databases';
import { execute, joined } from '@/demo/influxql/execute';
import { jsonDocument, jsonDocuments } from '@/demo/influxql/jsonWriter';
import { createStorage } from '@/demo/storage/createStorage';
import { parseLines } from '@/lib/lineProtocolParse';
import { parseQuery } from '@/lib/influxqlParser';

interface Options {
  epoch?: string;
  chunkSize?: number;
  scope?: Partial<QueryScope>;
}

export interface InfluxqlServer {
  scope: QueryScope;
  /** The text of an answer in JSON. */
  ask: (query: string, options?: Options) => string;
  askCsv: (query: string, options?: Options) => string;
}

/** A database `db` whose default retention policy `autogen` holds the lines (times in seconds). */
export function influxqlServer(lines: readonly string[], now = 1_700_000_000): InfluxqlServer {
  const storage = createStorage();
  storage.createBucket('b', { everySeconds: 0, shardSeconds: 0 });
  const nowNs = BigInt(now) * 1_000_000_000n;
  storage.write('b', parseLines(lines.join('\n'), { precision: 's' }).points, nowNs);
  const mapping = {
    id: 'b',
    bucketID: 'b',
    orgID: 'o',
    database: 'db',
    retention_policy: 'autogen',
    default: true,
    virtual: true,
  };
  const scope: QueryScope = {
    storage,
    now: nowNs,
    mappings: [mapping],
    canRead: () => true,
    canWrite: () => true,
    database: 'db',
    retentionPolicy: '',
    deletesEverywhere: true,
  };
  const run = (query: string, options: Options) =>
    execute(
      { ...scope, ...options.scope },
      parseQuery(query).statements,
      options.chunkSize ?? null,
    );
  return {
    scope,
    ask(query, options = {}) {
      const { epoch = 's', chunkSize } = options;
      const results = run(query, options);
      const pieces =
        chunkSize === undefined
          ? jsonDocument(joined(results), epoch)
          : jsonDocuments(results, epoch);
      return [...pieces].join('');
    },
    askCsv(query, options = {}) {
      return [...csvText(joined(run(query, options)), options.epoch ?? '')].join('');
    },
  };
}
