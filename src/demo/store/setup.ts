import { refuse } from '@/demo/errors';
import { passwordProblem } from '@/demo/passwords';
import { operatorPermissions } from '@/demo/permissions';
import type {
  AuthorizationRecord,
  BucketRecord,
  DemoState,
  OrgRecord,
  UserRecord,
} from '@/demo/state';
import { createToken } from './authorizations';
import { bucketNameProblem } from './bucketNames';
import { createBucket } from './buckets';
import { addMapping } from './mappings';
import { createOrg } from './orgs';
import { createUser } from './users';

export interface SetupDraft {
  username: string;
  password: string;
  org: string;
  bucket: string;
  everySeconds: number;
  token: string;
}

export interface SetupResult {
  user: UserRecord;
  org: OrgRecord;
  bucket: BucketRecord;
  auth: AuthorizationRecord;
}

export function isSetUp(state: DemoState): boolean {
  return state.users.size > 0 || state.orgs.size > 0;
}

function checkBucket({ bucket, everySeconds }: SetupDraft): void {
  if (everySeconds !== 0 && everySeconds < 3600) {
    refuse('internal error', 'retention policy duration must be at least 1h0m0s');
  }
  const problem = bucketNameProblem(bucket);
  if (problem !== null) refuse('invalid', problem);
}

/** A refused password leaves nothing behind; a refused org or bucket leaves the user, the latter the org too, and the setup closed. */
export function setUp(state: DemoState, draft: SetupDraft): SetupResult {
  if (draft.password !== '') {
    const problem = passwordProblem(state, draft.password);
    if (problem !== null) refuse('invalid', problem);
  }
  const user = createUser(state, {
    name: draft.username,
    ...(draft.password === '' ? {} : { password: draft.password }),
  });
  if (draft.org.trim() === '') refuse('invalid', 'org name is empty');
  const org = createOrg(state, { name: draft.org, ownerID: user.id });
  addMapping(state, { userID: user.id, type: 'instance', resourceID: 'instance', role: 'owner' });
  checkBucket(draft);
  const bucket = createBucket(state, {
    orgID: org.id,
    name: draft.bucket,
    everySeconds: draft.everySeconds,
  });
  const auth = createToken(state, {
    orgID: org.id,
    userID: user.id,
    description: `${user.name}'s Token`,
    permissions: operatorPermissions(),
    ...(draft.token === '' ? {} : { token: draft.token }),
  });
  return { user, org, bucket, auth };
}
