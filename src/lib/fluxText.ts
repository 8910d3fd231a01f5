/** A Flux string literal. `${` would start an interpolation. */
export function fluxString(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('${', '\\${')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** `r.name`, or `r["odd name"]`. */
export function fluxMember(record: string, name: string): string {
  const isPlain = /^[A-Za-z_]\w*$/.test(name) && !keywords.has(name);
  return isPlain ? `${record}.${name}` : `${record}[${fluxString(name)}]`;
}

const keywords = new Set(
  'and import not return option test empty in or package builtin if then else exists testcase true false'.split(
    ' ',
  ),
);

/** RFC 3339 from epoch milliseconds, as Flux writes times. */
export function fluxTime(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

export interface DurationPart {
  magnitude: number;
  unit: string;
}

/** Whole milliseconds, at least one, in the parts of a Flux duration: 90,000 = 1m30s. */
export function durationParts(ms: number): DurationPart[] {
  const parts: DurationPart[] = [];
  let rest = Math.max(1, Math.round(ms));
  for (const [unit, size] of units) {
    const magnitude = Math.floor(rest / size);
    if (magnitude > 0) parts.push({ magnitude, unit });
    rest -= magnitude * size;
  }
  return parts;
}

export function fluxDuration(ms: number): string {
  return durationParts(ms)
    .map(({ magnitude, unit }) => `${magnitude}${unit}`)
    .join('');
}
