import type { Connection } from './client';
import { open, requestOver } from './client';
import type { Credentials } from './credentials';
import { basicAuthorization } from './credentials';
import { HttpError, messageOf, missingPermission } from './errors';
import { influxqlTablesOver } from './influxql';
import type { User } from './users';

export type SignIn =
  | { kind: 'token'; token: string }
  | { kind: 'password'; username: string; password: string }
  | { kind: 'v1'; username: string; password: string };

/** A token without the right to read its user is refused here with that user's id: proof enough that it is valid. */
async function verifyMe(over: Connection): Promise<void> {
  try {
    await requestOver<User>(over, '/api/v2/me');
  } catch (error) {
    if (!missingPermission(error)) throw error;
  }
}

async function signInWithPassword(server: string, username: string, password: string) {
  const sending = open(server, { kind: 'session' });
  await requestOver(sending, '/api/v2/signin', {
    method: 'POST',
    headers: { Authorization: basicAuthorization(username, password) },
  });
  await verifyMe(sending);
  return sending;
}

/** A connection that the server has accepted. Rejects in the server's words. */
export async function signIn(server: string, draft: SignIn): Promise<Connection> {
  switch (draft.kind) {
    case 'token': {
      const over = open(server, draft);
      await verifyMe(over);
      return over;
    }
    case 'password':
      return signInWithPassword(server, draft.username, draft.password);
    case 'v1': {
      const over = open(server, draft);
      await influxqlTablesOver(over, { text: 'SHOW DATABASES' });
      return over;
    }
  }
}

/** Whether a cookie of an earlier sign-in still holds. */
export async function resumeSession(server: string): Promise<Connection | undefined> {
  const over = open(server, { kind: 'session' });
  try {
    await requestOver<User>(over, '/api/v2/me');
    return over;
  } catch (error) {
    if (error instanceof HttpError && error.statusCode < 500) return undefined;
    throw error;
  }
}

/** Makes the server forget a session. A token or password only has to be forgotten here. */
export async function endSession(server: string, credentials: Credentials): Promise<void> {
  if (credentials.kind !== 'session') return;
  try {
    await requestOver(open(server, credentials), '/api/v2/signout', { method: 'POST' });
  } catch (error) {
    // 401: it was over already.
    if (!(error instanceof HttpError) || error.statusCode !== 401) throw error;
  }
}

/** Why a right password or token does not help, for people; undefined for a plain refusal. */
export function signInAdvice(error: unknown): string | undefined {
  const message = messageOf(error);
  if (message === 'User is inactive') {
    return 'The user behind this credential is inactive or deleted. An operator can activate it: influx user update, or Users in Headgate.';
  }
  if (message.includes('token is inactive')) {
    return 'This token is switched off. Whoever may write authorizations can activate it.';
  }
  if (message.startsWith('password change required')) {
    return 'The password is right but breaks the password rules of this server. An operator can set a new one: influx user password.';
  }
  return undefined;
}
