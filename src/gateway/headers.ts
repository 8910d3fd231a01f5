/** Headers that belong to one connection, plus those that must not reach InfluxDB. */
const notForUpstream = new Set([
  'host',
  'connection',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
  // Node answers 100-continue itself; an upstream client may refuse it.
  'expect',
  // InfluxDB reflects any origin, and none is needed behind the same origin.
  'origin',
  'referer',
  'cookie',
]);

const notForBrowser = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  // Else the browser opens a password prompt of its own.
  'www-authenticate',
  'set-cookie',
  'strict-transport-security',
]);

// Other programs on this host may have cookies too: they are none of InfluxDB's business.
const sessionCookie = /^(influxdb-oss-session|session)=/;

export function headersForUpstream(incoming: Headers): Headers {
  const named = connectionNames(incoming);
  const headers = new Headers();
  for (const [name, value] of incoming) {
    if (!notForUpstream.has(name) && !named.has(name)) headers.append(name, value);
  }
  const cookies = (incoming.get('cookie') ?? '')
    .split(/;\s*/)
    .filter((cookie) => sessionCookie.test(cookie));
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  return headers;
}

/** `cookiePath` replaces InfluxDB's `Path=/api/`, which would not reach the proxied addresses. */
export function headersForBrowser(upstream: Headers, cookiePath: string): Headers {
  const named = connectionNames(upstream);
  const headers = new Headers();
  for (const [name, value] of upstream) {
    if (notForBrowser.has(name) || named.has(name) || name.startsWith('access-control-')) continue;
    headers.append(name, value);
  }
  for (const cookie of upstream.getSetCookie()) {
    const withoutPlace = cookie.replace(/;\s*(path|domain)=[^;]*/gi, '');
    headers.append('set-cookie', `${withoutPlace}; Path=${cookiePath}`);
  }
  // A page of the upstream (its own UI, say) must not run scripts in our origin.
  headers.set('content-security-policy', "sandbox; default-src 'none'");
  headers.set('x-content-type-options', 'nosniff');
  return headers;
}

function connectionNames(headers: Headers): Set<string> {
  const names = (headers.get('connection') ?? '').split(',');
  return new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ''));
}
