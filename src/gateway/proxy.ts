import type { Context } from 'hono';
import { headersForBrowser, headersForUpstream } from './headers';
import { unreachable } from './unreachable';
import type { Upstream } from './upstream';

export interface ProxyTarget {
  name: string;
  send: Upstream;
}

/** Forwards one request below `<basePath>/proxy/<server>/`. */
export async function forward(
  c: Context,
  target: ProxyTarget,
  mount: { server: string; basePath: string },
): Promise<Response> {
  const prefix = `${mount.basePath}/proxy/${mount.server}`;
  const url = new URL(c.req.url);
  const path = url.pathname.slice(prefix.length) || '/';
  if (climbs(path)) return c.json({ code: 'invalid', message: 'path leaves the server' }, 400);
  try {
    const request = c.req.raw;
    const answer = await target.send(
      request,
      path + url.search,
      headersForUpstream(request.headers),
    );
    return new Response(answer.body, {
      status: answer.status,
      headers: headersForBrowser(answer.headers, `${prefix}/`),
    });
  } catch (error) {
    // Nobody waits for an aborted request's answer; 499 is only seen in the access log.
    if (c.req.raw.signal.aborted) return new Response(null, { status: 499 });
    return c.json(unreachable(target.name, error), 502);
  }
}

/** `..` that only shows after decoding: the URL parser has resolved the plain ones. */
function climbs(path: string): boolean {
  let text = path;
  for (let depth = 0; depth < 3; depth++) {
    if (/(^|[/\\])\.{1,2}([/\\]|$)/.test(text)) return true;
    try {
      text = decodeURIComponent(text);
    } catch {
      return false;
    }
  }
  return false;
}
