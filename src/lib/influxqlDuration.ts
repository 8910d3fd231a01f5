const NS = {
  ns: 1n,
  u: 1_000n,
  µ: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
  w: 604_800_000_000_000n,
} as const;

const MAX_INT64 = 2n ** 63n - 1n;

/** InfluxQL duration literals (`1h30m`, `90u`) in nanoseconds, or what the server says against one. */
export function readDurationLiteral(text: string): { ns: bigint } | { error: string } {
  const parts = /^(?:\d+(?:ns|ms|[uµsmhdw]))+$/.exec(text);
  if (!parts) return { error: 'invalid duration' };
  let ns = 0n;
  let last = '';
  for (const [part, count = '', unit = ''] of text.matchAll(/(\d+)(ns|ms|[uµsmhdw])/g)) {
    if (BigInt(count) > MAX_INT64) return { error: 'invalid duration' };
    ns += BigInt(count) * NS[unit as keyof typeof NS];
    last = part;
  }
  if (ns <= MAX_INT64) return { ns };
  return { error: `overflowed duration ${last}: choose a smaller duration or INF` };
}

/** The largest unit that divides it: `1h`, `90m`, `0s`. */
export function formatDurationLiteral(ns: bigint): string {
  if (ns === 0n) return '0s';
  for (const unit of ['w', 'd', 'h', 'm', 's', 'ms', 'u'] as const) {
    if (ns % NS[unit] === 0n) return `${ns / NS[unit]}${unit}`;
  }
  return `${ns}ns`;
}
