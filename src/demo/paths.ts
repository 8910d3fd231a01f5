import type { Writer } from './errors';

/** `api`: CORS and authentication by token or session; `v1`: the 1.x paths with their own; `root`: neither. */
export type PathGroup = 'api' | 'v1' | 'root';

function pathGroup(path: string): PathGroup {
  if (path === '/write' || path === '/query') return 'v1';
  return /^\/(v1|api\/v2|private\/)/.test(path) ? 'api' : 'root';
}

/** Before a trailing slash goes: `/private/` is of the API, `/private` is not. */
export function groupOf(request: Request): PathGroup {
  return pathGroup(new URL(request.url).pathname);
}

/** What hono routes by: a trailing slash does not count on API paths. */
export function normalisePath(request: Request): string {
  const path = new URL(request.url).pathname;
  return pathGroup(path) === 'api' ? path.replace(/(?<=.)\/+$/, '') : path;
}

/** Exact, before a trailing slash goes. */
const FREE = new Set([
  'GET /api/v2',
  'GET /api/v2/setup',
  'POST /api/v2/setup',
  'POST /api/v2/signin',
  'POST /api/v2/signout',
  'GET /api/v2/swagger.json',
]);

export function isFree(request: Request): boolean {
  return FREE.has(`${request.method} ${new URL(request.url).pathname}`);
}

const OLD =
  /^(\/write|\/query|\/api\/v2\/(write|query|delete|tasks|checks|notificationRules|notificationEndpoints|telegraf|telegrafs|scrapers|variables|sources|backup|restore)(\/.*)?)$/;

/** The two generations of routes differ in how they write JSON and answer a wrong method. */
export function writerOf(path: string): Writer {
  return OLD.test(path) ? 'old' : 'new';
}

/** Of the old generation as a whole, where paths below it exist or not. */
export function isAnyMethod(path: string): boolean {
  return /^\/api\/v2(\/(flags|resources|swagger\.json)(\/.*)?)?$/.test(path);
}

const RESOURCE =
  /^\/(api\/v2\/(authorizations|buckets|config|dashboards|dbrps|labels|me|orgs|remotes|replications|setup|signin|signout|stacks|templates|users)|private\/legacy\/authorizations)\/./;

/** Below a resource of the new generation, where an unknown path is Go's own plain 404. */
export function isBelowResource(path: string): boolean {
  return RESOURCE.test(path);
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  );
}

/** The methods that routes exist for at a path. */
export function methodsOf(
  routes: readonly { method: string; path: string }[],
  path: string,
): string[] {
  const found = routes.filter((route) => route.method !== 'ALL' && matches(route.path, path));
  return [...new Set(found.map((route) => route.method))];
}
