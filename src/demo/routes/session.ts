import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { SESSION_COOKIE, demand, readBasic, readCookie } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { passwordProblem } from '@/demo/passwords';
import type { DemoState, SessionRecord } from '@/demo/state';
import { createSession } from '@/demo/store/sessions';
import { findUserByName } from '@/demo/store/users';
import { userBody } from './users';

/** An inactive user may sign in, and is refused afterwards. */
function signIn(state: DemoState, request: Request): SessionRecord {
  const basic = readBasic(request);
  const user = basic === null ? undefined : findUserByName(state, basic.username);
  if (basic === null || user?.password === undefined || user.password !== basic.password) {
    refuse('unauthorized', 'unauthorized access');
  }
  const problem = passwordProblem(state, basic.password);
  if (problem !== null) refuse('forbidden', `password change required\n${problem}`);
  return createSession(state, user.id);
}

export function sessionRoutes(app: App, state: DemoState): void {
  app.post('/api/v2/signin', (c) => {
    const { key, expiresAt } = signIn(state, c.req.raw);
    const expires = new Date(expiresAt).toUTCString();
    return c.body(null, 204, {
      'Set-Cookie': `${SESSION_COOKIE}=${key}; Path=/api/; Expires=${expires}; HttpOnly; SameSite=Strict`,
    });
  });
  app.post('/api/v2/signout', (c) => {
    const key = readCookie(c.req.raw);
    if (key === null || !state.sessions.delete(key)) {
      refuse('unauthorized', 'unauthorized access');
    }
    return c.body(null, 204);
  });
  app.get('/api/v2/me', (c) => {
    const who = caller(c);
    demand(who, { action: 'read', resource: { type: 'users', id: who.userID } });
    const user = state.users.get(who.userID);
    if (!user) refuse('not found', 'user not found');
    return tabbed(c, userBody(user));
  });
}
