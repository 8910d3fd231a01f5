import { allAccessPermissions } from '@/demo/permissions';
import type { BucketRecord, DemoState, Permission } from '@/demo/state';
import { createToken, createV1User } from '@/demo/store/authorizations';
import { createBucket } from '@/demo/store/buckets';
import { addMapping } from '@/demo/store/mappings';
import { createOrg } from '@/demo/store/orgs';
import { setUp } from '@/demo/store/setup';
import { createUser } from '@/demo/store/users';
import {
  ADMIN,
  ALL_ACCESS_TOKEN,
  MEMBER,
  OPERATOR_TOKEN,
  SENSOR_BUCKET,
  SENSOR_ORG,
  SENSOR_TOKEN,
  V1_BUCKET,
  V1_BUCKET_TOKEN,
  V1_USER,
} from './credentials';
import { addCredentials } from './gathered';
import { seededRandom } from './random';
import { addResources } from './resources';

const DAY = 86_400;

function readWrite({ id, orgID }: BucketRecord): Permission[] {
  return (['read', 'write'] as const).map((action) => ({
    action,
    resource: { type: 'buckets', id, orgID },
  }));
}

export interface SeededBuckets {
  sensors: BucketRecord;
  v1: BucketRecord;
}

/** Orgs, users, buckets and credentials, without points; orgs and buckets have the same ids each time. */
export function seedContent(state: DemoState): SeededBuckets {
  const { random } = state;
  state.random = seededRandom(86);
  const buckets = addContent(state);
  state.random = random;
  return buckets;
}

function addContent(state: DemoState): SeededBuckets {
  const { user, org, bucket } = setUp(state, {
    ...ADMIN,
    org: SENSOR_ORG,
    bucket: SENSOR_BUCKET,
    everySeconds: 90 * DAY,
    token: OPERATOR_TOKEN,
  });
  bucket.description = 'Eight sensors, a point each every 10 s';
  const own = { orgID: org.id, userID: user.id };
  const v1Bucket = createBucket(state, {
    orgID: org.id,
    name: V1_BUCKET,
    description: 'For InfluxDB 1.x clients',
    everySeconds: 0,
  });

  createToken(state, {
    ...own,
    token: ALL_ACCESS_TOKEN,
    description: `${SENSOR_ORG}: all access`,
    permissions: allAccessPermissions(org.id, user.id),
  });
  for (const [token, target] of [
    [SENSOR_TOKEN, bucket],
    [V1_BUCKET_TOKEN, v1Bucket],
  ] as const) {
    const description = `${target.name}: read and write`;
    createToken(state, { ...own, token, description, permissions: readWrite(target) });
  }
  createV1User(state, {
    ...own,
    token: V1_USER.username,
    password: V1_USER.password,
    description: `${V1_BUCKET} by InfluxQL`,
    permissions: readWrite(v1Bucket),
  });

  const member = createUser(state, { name: MEMBER.username, password: MEMBER.password });
  addMapping(state, { userID: member.id, type: 'orgs', resourceID: org.id, role: 'member' });

  const factory = createOrg(state, {
    name: 'factory',
    description: 'A second org',
    ownerID: user.id,
  });
  const machines = createBucket(state, {
    orgID: factory.id,
    name: 'machines',
    everySeconds: 30 * DAY,
  });
  const parts = { iot: org, factory, sensors: bucket, v1: v1Bucket, machines };
  addCredentials(state, { userID: user.id, ...parts });
  addResources(state, {
    orgID: factory.id,
    org: factory.name,
    userID: user.id,
    bucket: machines.name,
  });
  return { sensors: bucket, v1: v1Bucket };
}
