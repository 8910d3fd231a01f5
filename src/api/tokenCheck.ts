import type { TokenProbe } from '@/lib/tokenProof';
import type { Caller } from './caller';
import { probeCaller } from './caller';
import type { Connection } from './client';
import { requestOver } from './client';
import { HttpError, isSignedOut, messageOf, missingPermission } from './errors';
import { allPagesOver } from './pages';
import { readableInOrg } from './readableBuckets';
import type { User } from './users';
import { mayWrite } from './write';

/** The server has answered, and the answer is no proof. */
export class NotProvenError extends Error {
  constructor(words: string) {
    super(words);
    this.name = 'NotProvenError';
  }
}

/** Rejects for a token that the server does not take. No list can tell: an inactive token gets it, empty. */
async function demandKnown(over: Connection, signal?: AbortSignal): Promise<string> {
  try {
    await requestOver<User>(over, '/api/v2/me', { signal });
    return '200: the server takes it';
  } catch (error) {
    // The refusal names the user: only a valid, active token gets so far.
    if (!missingPermission(error)) throw error;
    return `401 “${messageOf(error)}”: the server takes it, and names what it does not hold`;
  }
}

const json = { accept: 'application/json' };

async function ask(over: Connection, probe: TokenProbe, signal?: AbortSignal): Promise<string> {
  switch (probe.kind) {
    case 'read bucket':
      await requestOver(over, `/api/v2/buckets/${probe.bucket.id}`, { signal });
      return '200';
    case 'write bucket':
      if (await mayWrite(over, probe.bucket.orgID, probe.bucket.id)) {
        return '204: an empty write was taken, nothing was stored';
      }
      await demandKnown(over, signal);
      throw new NotProvenError(`The token may not write “${probe.bucket.name}”`);
    case 'read':
      await requestOver(over, probe.path, { headers: json, signal });
      return '200';
    case 'known':
      return demandKnown(over, signal);
  }
}

/** What the server answers the token itself, probe by probe. Rejects at the first that fails. */
export async function proveToken(
  over: Connection,
  probes: readonly TokenProbe[],
  signal?: AbortSignal,
): Promise<{ words: string; answer: string }[]> {
  const lines = [];
  for (const probe of probes) {
    lines.push({ words: probe.words, answer: await ask(over, probe, signal) });
  }
  return lines;
}

export interface ReadableBucket {
  id: string;
  orgID: string;
  name: string;
  type: 'user' | 'system';
}

/** What a server lets be known of a secret. */
export type CredentialCheck =
  | { status: 'active'; caller: Caller; buckets: ReadableBucket[] }
  | { status: 'inactive' | 'owner inactive' | 'unknown'; words: string };

function refusalOf(error: unknown): CredentialCheck | undefined {
  const words = messageOf(error);
  if (isSignedOut(error)) return { status: 'unknown', words };
  if (!(error instanceof HttpError)) return undefined;
  if (words.includes('token is inactive')) return { status: 'inactive', words };
  return words === 'User is inactive' ? { status: 'owner inactive', words } : undefined;
}

function readable(over: Connection, { isOperator, orgs, kind }: Caller, signal?: AbortSignal) {
  if (kind === 'v1') return Promise.resolve<ReadableBucket[]>([]);
  if (isOperator) {
    const listing = { path: '/api/v2/buckets', key: 'buckets', signal };
    return allPagesOver<ReadableBucket>(over, listing);
  }
  const inOrgs = orgs.map(({ id }) => readableInOrg<ReadableBucket>(over, id, signal));
  return Promise.all(inOrgs).then((lists) => lists.flat());
}

/** Asks with the credential itself, and writes nothing. Rejects only when there is no answer. */
export async function checkCredential(
  over: Connection,
  signal?: AbortSignal,
): Promise<CredentialCheck> {
  try {
    if (over.credentials?.kind === 'token') await demandKnown(over, signal);
    const caller = await probeCaller(over, { asksWrites: false });
    return { status: 'active', caller, buckets: await readable(over, caller, signal) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}
