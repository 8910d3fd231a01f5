/** What is kept of a token where tokens are hashed. It does not authenticate. */
export async function hashedToken(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `$influxdb2-sha256$${base64.replaceAll('+', '-').replaceAll('/', '_')}`;
}
