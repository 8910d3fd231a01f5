import type { FluxLanguage } from './load';

/** A function and what kind of value each of its parameters takes. */
export interface Suggestion {
  name: string;
  params: Record<string, string>;
}

/** Null where the name is unknown or no function. */
export async function suggestion(language: FluxLanguage, name: string): Promise<Suggestion | null> {
  if (!/^\w+$/.test(name)) return null;
  const signature = await language.typeOf(name);
  return signature?.startsWith('(') ? { name, params: paramsOf(signature) } : null;
}

export async function suggestions(language: FluxLanguage): Promise<Suggestion[]> {
  const all: Suggestion[] = [];
  for (const name of await language.functionNames()) {
    const found = await suggestion(language, name);
    if (found) all.push(found);
  }
  return all;
}

/** From `(<-tables: stream[#A], ?n: int) => …` the names and kinds of the parameters. */
export function paramsOf(signature: string): Record<string, string> {
  const params: [string, string][] = [];
  for (const part of topLevelParts(signature.slice(1, closing(signature)))) {
    const match = /^(?:<-|\?)?(\w+):\s*(.*)$/s.exec(part.trim());
    if (match?.[1] !== undefined) params.push([match[1], kindOf(match[2] ?? '')]);
  }
  return Object.fromEntries(params.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function depthChange(c: string): number {
  if ('([{'.includes(c)) return 1;
  return ')]}'.includes(c) ? -1 : 0;
}

function closing(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    depth += depthChange(text.charAt(at));
    if (depth === 0) return at;
  }
  return text.length;
}

function topLevelParts(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const c of text) {
    depth += depthChange(c);
    if (c === ',' && depth === 0) {
      parts.push(part);
      part = '';
    } else part += c;
  }
  return [...parts, part];
}

/** Polymorphic parameters are "invalid" to the server. */
function kindOf(type: string): string {
  if (type.startsWith('#')) return 'invalid';
  if (type.startsWith('stream[')) return 'stream';
  if (type.startsWith('[')) return 'array';
  if (type.startsWith('{')) return 'object';
  return type.startsWith('(') ? 'function' : type.trim();
}
