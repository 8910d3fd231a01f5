/** Go's layout of RFC 3339, in the pieces in which it is read. Hours may have one digit. */
const PIECES: readonly {
  name: string;
  pattern: RegExp;
  unit?: string;
  from?: number;
  to?: number;
}[] = [
  { name: '2006', pattern: /^\d{4}/ },
  { name: '-', pattern: /^-/ },
  { name: '01', pattern: /^\d\d/, unit: 'month', from: 1, to: 12 },
  { name: '-', pattern: /^-/ },
  { name: '02', pattern: /^\d\d/ },
  { name: 'T', pattern: /^T/ },
  { name: '15', pattern: /^\d\d?/, unit: 'hour', from: 0, to: 23 },
  { name: ':', pattern: /^:/ },
  { name: '04', pattern: /^\d\d/, unit: 'minute', from: 0, to: 59 },
  { name: ':', pattern: /^:/ },
  { name: '05', pattern: /^\d\d/, unit: 'second', from: 0, to: 59 },
  { name: '.', pattern: /^([.,]\d+)?/ },
  { name: 'Z07:00', pattern: /^(Z|[+-]\d\d:\d\d)/ },
];

/** What Go says against a text as a time of RFC 3339; null where it reads it. */
export function timeProblem(text: string): string | null {
  const quoted = JSON.stringify(text);
  let rest = text;
  for (const { name, pattern, unit, from = 0, to = 0 } of PIECES) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) {
      return `parsing time ${quoted} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(rest)} as "${name}"`;
    }
    if (unit && (Number(found) < from || Number(found) > to)) {
      return `parsing time ${quoted}: ${unit} out of range`;
    }
    rest = rest.slice(found.length);
  }
  if (rest !== '') return `parsing time ${quoted}: extra text: ${JSON.stringify(rest)}`;
  return isDay(text) ? null : `parsing time ${quoted}: day out of range`;
}

function isDay(text: string): boolean {
  const [year = 0, month = 1, day = 0] = text.slice(0, 10).split('-').map(Number);
  const days = new Date(0);
  days.setUTCFullYear(year, month, 0);
  return day >= 1 && day <= days.getUTCDate();
}
