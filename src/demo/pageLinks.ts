import type { Page } from './paging';

interface PageLinks {
  prev?: string;
  self: string;
  next?: string;
}

/** `shown` rows are left of the page: a page that permissions have shortened has no next. */
export function pageLinks(
  path: string,
  page: Page,
  filter: Readonly<Record<string, string | undefined>>,
  shown: number,
): PageLinks {
  const link = (offset: number): string => {
    const query = {
      ...filter,
      after: page.after,
      descending: String(page.descending),
      sortBy: page.sortBy || undefined,
      limit: String(page.limit),
      offset: String(offset),
    };
    return `${path}?${encodeQuery(query)}`;
  };
  const { limit, offset } = page;
  return {
    ...(offset > 0 ? { prev: link(Math.max(0, offset - limit)) } : {}),
    self: link(offset),
    ...(shown >= limit ? { next: link(offset + limit) } : {}),
  };
}

/** As Go encodes: sorted by name, a space as `+`. */
export function encodeQuery(query: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(query)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${escapeQuery(value)}`)
    .join('&');
}

function escapeQuery(value: string): string {
  return encodeURIComponent(value)
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
