export type Credentials =
  | { kind: 'token'; token: string }
  /** The secret is a cookie that scripts cannot read. */
  | { kind: 'session' }
  | { kind: 'v1'; username: string; password: string };

/** RFC 7617 with UTF-8: `btoa` alone throws on anything beyond Latin-1. */
export function basicAuthorization(username: string, password: string): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** The `Authorization` header, or none for a session. */
export function authorization(credentials: Credentials): string | undefined {
  switch (credentials.kind) {
    case 'token':
      return `Token ${credentials.token}`;
    case 'v1':
      return basicAuthorization(credentials.username, credentials.password);
    case 'session':
      return undefined;
  }
}
