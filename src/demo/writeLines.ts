import type { Precision } from '@/lib/lineProtocol';
import { nanosecondsPer } from '@/lib/lineProtocol';
import { parseLines } from '@/lib/lineProtocolParse';
import { allows } from './auth';
import { refuse } from './errors';
import type { BucketRecord, Caller, DemoState } from './state';
import { partialWriteText } from './storage/writePoints';
import { findBucketByName } from './store/buckets';

export function demandWrite(
  caller: Caller,
  { id, orgID }: Pick<BucketRecord, 'id' | 'orgID'>,
): void {
  if (allows(caller, { action: 'write', resource: { type: 'buckets', id, orgID } })) return;
  const isInactive = caller.authorization?.status === 'inactive';
  const why = isInactive ? ': token is inactive' : '';
  refuse('forbidden', `insufficient permissions for write${why}`);
}

/** All lines or none where one cannot be parsed; then each point for itself. */
export function writeLines(
  state: DemoState,
  bucket: Pick<BucketRecord, 'id' | 'orgID'>,
  text: string,
  precision: Precision,
): void {
  const { points, errors } = parseLines(text, { precision });
  if (errors.length > 0) {
    const messages = errors.map((error) => `unable to parse '${error.text}': ${error.reason}`);
    refuse('invalid', messages.join('\n'));
  }
  const nowNs = clockNs(state);
  const fallbackNs = nowNs - (nowNs % nanosecondsPer[precision]);
  const failure = partialWriteText(state.storage.write(bucket.id, points, fallbackNs, nowNs));
  if (failure === null) return;
  logFailure(state, bucket.orgID, failure, nowNs);
  refuse('unprocessable entity', `failure writing points to database: ${failure}`);
}

const lastClock = new WeakMap<DemoState, bigint>();

/** Later than at the last call, as on a clock of nanoseconds: points without a time do not replace one another. */
function clockNs(state: DemoState): bigint {
  const last = lastClock.get(state) ?? 0n;
  const now = BigInt(Math.trunc(state.now())) * 1_000_000n;
  const later = now > last || last - now > 1_000_000n ? now : last + 1000n;
  lastClock.set(state, later);
  return later;
}

/** The server keeps its refusals where the org can query them. */
function logFailure(state: DemoState, orgID: string, error: string, timeNs: bigint): void {
  const monitoring = findBucketByName(state, orgID, '_monitoring');
  if (!monitoring) return;
  const fields = [['error', { type: 'string', value: error }]] as const;
  const point = { measurement: 'write_errors', tags: [], fields, timeNs };
  state.storage.write(monitoring.id, [point], timeNs);
}
