import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { demand, readBasic } from '@/demo/auth';
import { Refusal, refuse, twoRefusals } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { goStruct, goText } from '@/demo/goShape';
import { idProblem } from '@/demo/ids';
import { passwordProblem } from '@/demo/passwords';
import type { DemoState } from '@/demo/state';

const BODY = goStruct('tenant.passwordSetRequest', { password: goText() });
const RESET_BODY = goStruct('tenant.passwordResetRequestBody', { password: goText() });

function routeUserID(c: Context): string {
  const id = c.req.param('id') ?? '';
  if (idProblem(id) !== null) refuse('internal error', 'invalid user ID provided in route');
  return id.toLowerCase();
}

function setPassword(state: DemoState, userID: string, password: string): void {
  const problem = passwordProblem(state, password);
  if (problem !== null) refuse('invalid', problem);
  const user = state.users.get(userID);
  if (!user) refuse('forbidden', 'your userID is incorrect');
  user.password = password;
}

const RESET = {
  code: 'internal error',
  prefix: 'error decoding password reset request: ',
} as const;

interface Reset {
  old: string;
  password: string;
}

async function readReset(c: Context): Promise<Reset> {
  const basic = readBasic(c.req.raw);
  if (basic === null) refuse(RESET.code, `${RESET.prefix}invalid basic auth`);
  const { password } = await readGoBody(c, RESET_BODY, RESET);
  return { old: basic.password, password };
}

/** The user part of the Basic header does not count. */
function resetPassword(state: DemoState, userID: string, { old, password }: Reset): void {
  const current = state.users.get(userID)?.password;
  if (current === undefined || current !== old) {
    refuse('forbidden', 'your username or password is incorrect');
  }
  setPassword(state, userID, password);
}

export function passwordRoutes(app: App, state: DemoState): void {
  app.put('/api/v2/me/password', async (c) => {
    const who = caller(c);
    let reset: Reset;
    try {
      reset = await readReset(c);
    } catch (error) {
      // The handler goes on without a request, and panics.
      if (error instanceof Refusal) {
        const panic = `a panic has occurred: ${c.req.path}: runtime error: slice bounds out of range [-1:]`;
        return twoRefusals(c, error, panic);
      }
      throw error;
    }
    demand(who, { action: 'write', resource: { type: 'users', id: who.userID } });
    resetPassword(state, who.userID, reset);
    return c.body(null, 204);
  });

  app.put('/api/v2/users/password', async (c) => {
    await readReset(c);
    refuse('internal error', 'invalid user ID provided in route');
  });

  app.put('/api/v2/users/:id/password', async (c) => {
    const reset = await readReset(c);
    const id = routeUserID(c);
    demand(caller(c), { action: 'write', resource: { type: 'users', id } });
    resetPassword(state, id, reset);
    return c.body(null, 204);
  });

  app.post('/api/v2/users/:id/password', async (c) => {
    const { password } = await readGoBody(c, BODY, { ...UNWRAPPED, code: 'invalid' });
    const id = routeUserID(c);
    demand(caller(c), { action: 'write', resource: { type: 'users', id } });
    setPassword(state, id, password);
    return c.body(null, 204);
  });
}
