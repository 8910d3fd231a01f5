import { isIP } from 'node:net';

/**
 * Whether a browser may call us by this `Host`. IP literals and localhost cannot be the name of another
 * site; any other name could be re-bound by DNS to this machine, so it has to be allowed.
 */
export function isKnownHost(host: string | undefined, allowed: readonly string[]): boolean {
  if (!host) return false;
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  if (isIP(name.replace(/^\[(.*)\]$/, '$1'))) return true;
  return allowed.some((known) => known.toLowerCase() === name);
}
