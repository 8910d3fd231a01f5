export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One call to the server: what is sent and what is shown come from the same description. */
export interface ApiCall {
  method: Method;
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** An object goes out as JSON, a text as it is. */
  body?: unknown;
  /** Fields of the query or the body that are only ever shown as variables. */
  secrets?: readonly string[];
}

/** The query string with its `?`, or nothing. `!` and `'` are encoded too: shells read them. */
export function queryString(query: ApiCall['query'] = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encode(key)}=${encode(String(value))}`);
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('!', '%21').replaceAll("'", '%27');
}
