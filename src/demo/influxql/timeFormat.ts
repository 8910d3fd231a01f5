import { zoneOffset } from './timeZone';

export type FormatTime = (ns: bigint) => string;

const SECOND = 1_000_000_000n;

const epochUnits: Readonly<Record<string, bigint>> = {
  u: 1_000n,
  ms: 1_000_000n,
  s: SECOND,
  m: 60n * SECOND,
  h: 3600n * SECOND,
};

/** Digits for `epoch`; what the server does not know means nanoseconds. */
export function epochFormat(epoch: string): FormatTime {
  const unit = epochUnits[epoch];
  return unit === undefined ? String : (ns) => String(ns / unit);
}

function zoneText(offset: bigint): string {
  if (offset === 0n) return 'Z';
  const minutes = Number(offset / (60n * SECOND));
  const sign = minutes < 0 ? '-' : '+';
  const pad = (n: number): string => String(n).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** RFC 3339 with as many decimals as needed. Neighbouring times of one second are cheap. */
export function rfc3339Format(timeZone: string | undefined): FormatTime {
  let known = -(2n ** 64n);
  let text = '';
  let zone = 'Z';
  return (ns) => {
    let rest = ns - known * SECOND;
    if (rest < 0n || rest >= SECOND) {
      known = ns / SECOND - (ns < 0n && ns % SECOND !== 0n ? 1n : 0n);
      rest = ns - known * SECOND;
      const offset = zoneOffset(timeZone, ns);
      text = new Date(Number(known + offset / SECOND) * 1000).toISOString().slice(0, 19);
      zone = zoneText(offset);
    }
    if (rest === 0n) return text + zone;
    return `${text}.${String(rest).padStart(9, '0').replace(/0+$/, '')}${zone}`;
  };
}
