/** Calendar months and nanoseconds; both carry the sign. */
export interface Duration {
  months: number;
  ns: bigint;
}

const NS: Readonly<Record<string, bigint>> = {
  w: 604_800_000_000_000n,
  d: 86_400_000_000_000n,
  h: 3_600_000_000_000n,
  m: 60_000_000_000n,
  s: 1_000_000_000n,
  ms: 1_000_000n,
  us: 1_000n,
  µs: 1_000n,
  ns: 1n,
};

const MONTHS: Readonly<Record<string, number>> = { y: 12, mo: 1 };

/** Longer than any range: the `inf` of `window(every: inf)`. */
export const INFINITE: Duration = { months: 0, ns: 9_223_372_036_854_775_807n };

export function durationOf(
  parts: readonly { magnitude: number | bigint; unit: string }[],
): Duration {
  let months = 0;
  let ns = 0n;
  for (const { magnitude, unit } of parts) {
    months += Number(magnitude) * (MONTHS[unit] ?? 0);
    ns += BigInt(magnitude) * (NS[unit] ?? 0n);
  }
  return { months, ns };
}

/** `1h30m`; null where it is none. */
export function parseDuration(text: string): Duration | null {
  if (text === 'inf') return INFINITE;
  const sign = text.startsWith('-') ? '-' : '';
  const parts = [...text.slice(sign.length).matchAll(/(\d+)(mo|ms|us|µs|ns|y|w|d|h|m|s)/g)];
  if (parts.length === 0 || sign + parts.map(([all]) => all).join('') !== text) return null;
  const duration = durationOf(
    parts.map(([, digits = '0', unit = '']) => ({ magnitude: BigInt(digits), unit })),
  );
  return sign ? negate(duration) : duration;
}

export function negate({ months, ns }: Duration): Duration {
  return { months: months === 0 ? 0 : -months, ns: -ns };
}

export function isZero({ months, ns }: Duration): boolean {
  return months === 0 && ns === 0n;
}

export function isInfinite({ ns }: Duration): boolean {
  return ns === INFINITE.ns;
}

/** Largest units first: `1h30m`. */
export function formatDuration({ months, ns }: Duration): string {
  if (months === 0 && ns === 0n) return '0ns';
  const sign = months < 0 || ns < 0n ? '-' : '';
  let out = sign;
  const calendar = Math.abs(months);
  if (calendar >= 12) out += `${Math.floor(calendar / 12)}y`;
  if (calendar % 12 > 0) out += `${calendar % 12}mo`;
  let rest = ns < 0n ? -ns : ns;
  for (const unit of ['w', 'd', 'h', 'm', 's', 'ms', 'us', 'ns']) {
    const size = NS[unit] ?? 1n;
    if (rest >= size) out += `${rest / size}${unit}`;
    rest %= size;
  }
  return out;
}
