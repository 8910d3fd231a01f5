import { Variable } from './codeQuoting';

/** Ids that only an answer will give stand in calls as words such as `USER_ID`; code has variables in their place. */
const awaited = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_ID$/;

export function idOrVariable(id: string): string | Variable {
  return awaited.test(id) ? new Variable(id) : id;
}

/** A path with code in place of such ids; undefined where it has none. */
export function pathWithVariables(
  path: string,
  literally: (text: string) => string,
  variable: (name: string) => string,
): string | undefined {
  const segments = path.split('/');
  if (!segments.some((segment) => awaited.test(segment))) return undefined;
  return segments
    .map((segment) => (awaited.test(segment) ? variable(segment) : literally(segment)))
    .join('/');
}

/** A body with variables in its fields for ids. */
export function bodyWithVariables(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]: [string, unknown]) => [
      key,
      /^id$|ID$/.test(key) && typeof value === 'string' ? idOrVariable(value) : value,
    ]),
  );
}
