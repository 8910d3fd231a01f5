import type { DemoState } from './state';

type Clock = Pick<DemoState, 'now'>;
type Dice = Pick<DemoState, 'random'>;

function randomBytes({ random }: Dice, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}

/** Random, 16 hex digits: orgs and buckets. */
export function randomID(state: Dice): string {
  const bytes = randomBytes(state, 8);
  // Never all zero, and never one that could be read as a time-ordered id.
  bytes[0] = (bytes[0] ?? 0) | 0x10;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const SNOWFLAKE_EPOCH = 1_491_696_000_000n;
/** By clock: servers that share one never make the same id. */
const lastSnowflake = new WeakMap<() => number, bigint>();

/** Ordered by creation: users, tokens, v1 users, DBRPs, labels. */
export function snowflake(state: Clock): string {
  const byClock = (BigInt(Math.trunc(state.now())) - SNOWFLAKE_EPOCH) << 22n;
  const last = lastSnowflake.get(state.now) ?? 0n;
  const id = byClock > last ? byClock : last + 0x1000n;
  lastSnowflake.set(state.now, id);
  return id.toString(16).padStart(16, '0');
}

/** 64 random bytes as base64url with padding. Has no dot: what parses as a JWT is refused. */
export function newToken(state: Dice): string {
  const base64 = btoa(String.fromCharCode(...randomBytes(state, 64)));
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}

/** RFC 3339 as Go prints it: no trailing zeros in the fraction. */
export function rfc3339(milliseconds: number, nanoseconds = 0): string {
  const whole = new Date(Math.trunc(milliseconds)).toISOString();
  const fraction = `${whole.slice(20, 23)}${String(nanoseconds).padStart(6, '0')}`.replace(
    /0+$/,
    '',
  );
  return `${whole.slice(0, 19)}${fraction === '' ? '' : `.${fraction}`}Z`;
}

/** The clock with made-up nanoseconds. */
export function timestamp(state: Clock & Dice): string {
  return rfc3339(state.now(), Math.floor(state.random() * 1e6));
}

/** Why a text is no id, in the server's words; null if it is one. */
export function idProblem(text: string): string | null {
  if (text.length !== 16) return 'id must have a length of 16 bytes';
  return /^[0-9a-fA-F]{16}$/.test(text) && !/^0+$/.test(text) ? null : 'invalid ID';
}
