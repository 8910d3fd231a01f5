/** A spreadsheet takes these for the start of a formula, whoever wrote the name of a token. */
const formula = /^[=+\-@\t\r]/;
const special = /[",\r\n]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180. Texts that a spreadsheet would run as a formula get an apostrophe before them. */
export function csvText(
  head: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): string {
  const lines = [head.map(cell).join(',')];
  for (const row of rows) lines.push(row.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
