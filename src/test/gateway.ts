import { vi } from 'vitest';
import { DEMO_CREDENTIALS } from '@/demo/seed/credentials';
import type { Handler } from '@/demo/server';

const prefix = '/proxy/demo';

export interface GatewayStub {
  /** What was asked of the server, such as `POST /api/v2/buckets`. */
  asked: string[];
  /** Answers in place of the server, until it gives undefined. */
  intercept: (request: Request) => Response | Promise<Response> | undefined;
  /** As if the browser had lost its cookies. */
  dropCookie: () => void;
}

/** `fetch` answers as the gateway with one server, `demo`; it keeps the session cookie as a browser does. */
export function stubGateway(handle: Handler): GatewayStub {
  let cookie: string | undefined;
  const stub: GatewayStub = {
    asked: [],
    intercept: () => undefined,
    dropCookie: () => {
      cookie = undefined;
    },
  };
  const configuration = {
    version: '0.0.0',
    servers: [{ id: 'demo', name: 'Demo', demo: { credentials: [...DEMO_CREDENTIALS] } }],
  };
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input, 'http://headgate');
    if (url.pathname === '/headgate.json') return Response.json(configuration);
    if (!url.pathname.startsWith(`${prefix}/`))
      return new Response('no such page', { status: 404 });
    url.pathname = url.pathname.slice(prefix.length);
    const request = new Request(url, init);
    if (cookie !== undefined && init?.credentials !== 'omit') request.headers.set('cookie', cookie);
    stub.asked.push(`${request.method} ${url.pathname}`);
    const response = (await stub.intercept(request)) ?? (await handle(request));
    const set = response.headers.get('set-cookie');
    if (set !== null && init?.credentials !== 'omit') cookie = set.split(';')[0];
    init?.signal?.throwIfAborted();
    return response;
  };
  vi.stubGlobal('fetch', answer);
  return stub;
}
