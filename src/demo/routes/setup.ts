import type { App } from '@/demo/app';
import { refuse, tabbed } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { goInt64, goStruct, goText } from '@/demo/goShape';
import { hashedToken } from '@/demo/hashedToken';
import type { AuthorizationRecord, DemoState } from '@/demo/state';
import { isSetUp, setUp } from '@/demo/store/setup';
import { secondsOf, storedSeconds } from '@/demo/store/retention';
import { bucketBody } from './bucketBody';
import { orgBody } from './orgs';
import { userBody } from './users';

const BODY = goStruct('influxdb.OnboardingRequest', {
  username: goText(),
  password: goText(),
  org: goText(),
  bucket: goText(),
  retentionPeriodSeconds: goInt64(),
  retentionPeriodHrs: goInt64('time.Duration'),
  token: goText(),
});

const REQUIRED = ['username', 'org', 'bucket'] as const;

/** Without the display names of other answers; the only one that shows the hash. */
async function authBody(state: DemoState, auth: AuthorizationRecord): Promise<object> {
  const { id, token, status, description, orgID, userID, permissions, createdAt, updatedAt } = auth;
  return {
    id,
    token,
    ...(state.hashesTokens ? { hashedToken: await hashedToken(token) } : {}),
    status,
    description,
    orgID,
    userID,
    permissions,
    createdAt,
    updatedAt,
    links: { self: `/api/v2/authorizations/${id}`, user: `/api/v2/users/${userID}` },
  };
}

export function setupRoutes(app: App, state: DemoState): void {
  app.get('/api/v2/setup', (c) => tabbed(c, { allowed: !isSetUp(state) }));

  app.post('/api/v2/setup', async (c) => {
    const body = await readGoBody(c, BODY, UNWRAPPED);
    if (isSetUp(state)) refuse('conflict', 'onboarding has already been completed');
    const missing = REQUIRED.filter((name) => body[name] === '');
    if (missing.length > 0) {
      refuse(
        'unprocessable entity',
        `onboarding failed: missing required fields [${missing.join(',')}]`,
      );
    }
    // The deprecated "hours" are nanoseconds.
    const { retentionPeriodSeconds: seconds, retentionPeriodHrs: nanoseconds } = body;
    const everySeconds = seconds > 0n ? storedSeconds(seconds) : secondsOf(nanoseconds);
    const { user, org, bucket, auth } = setUp(state, { ...body, everySeconds });
    const answer = {
      user: userBody(user),
      bucket: bucketBody(bucket),
      org: orgBody(org),
      auth: await authBody(state, auth),
    };
    return tabbed(c, answer, 201);
  });
}
