const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+/;
const PARAMETER =
  /^\s*;\s*[!#$%&'*+\-.^_`|~0-9A-Za-z]+=([!#$%&'*+\-.^_`|~0-9A-Za-z]+|"(?:[^"\\\r\n]|\\.)*")\s*/;

/** A header's media type in lower case, or what Go says against the header. */
export function mediaType(header: string): { type: string } | { problem: string } {
  const [base = ''] = header.split(';');
  const type = base.trim().toLowerCase();
  const problem = typeProblem(type) ?? parameterProblem(header.slice(base.length));
  return problem === null ? { type } : { problem: `mime: ${problem}` };
}

function typeProblem(type: string): string | null {
  const [first = ''] = TOKEN.exec(type) ?? [];
  if (first === '') return 'no media type';
  const rest = type.slice(first.length);
  if (rest === '') return null;
  if (!rest.startsWith('/')) return 'expected slash after first token';
  const [second = ''] = TOKEN.exec(rest.slice(1)) ?? [];
  if (second === '') return 'expected token after slash';
  return rest.length > second.length + 1 ? 'unexpected content after media subtype' : null;
}

function parameterProblem(parameters: string): string | null {
  let rest = parameters;
  for (;;) {
    const found = PARAMETER.exec(rest)?.[0];
    if (!found) break;
    rest = rest.slice(found.length);
  }
  return /^\s*;?\s*$/.test(rest) ? null : 'invalid media parameter';
}
