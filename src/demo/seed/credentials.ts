import type { DemoCredential } from '@/lib/headgateJson';

/** The org with the sensors. */
export const SENSOR_ORG = 'iot';
export const SENSOR_BUCKET = 'airsensors';
export const V1_BUCKET = 'ts-bucket';

export const OPERATOR_TOKEN = 'demo-operator-token';
export const ALL_ACCESS_TOKEN = 'demo-all-access-token';
export const SENSOR_TOKEN = 'demo-airsensors-token';
export const V1_BUCKET_TOKEN = 'demo-ts-bucket-token';

/** These satisfy `--strong-passwords` too. */
export const ADMIN = { username: 'admin', password: 'Demo-Admin-1' };
export const MEMBER = { username: 'mira', password: 'Demo-Mira-1' };
export const V1_USER = { username: 'influxv1', password: 'Demo-V1-User-1' };

/** What the sign-in page and the start of the demo show. */
export const DEMO_CREDENTIALS: readonly DemoCredential[] = [
  {
    kind: 'token',
    label: 'Operator token',
    about: 'everything, in every org',
    token: OPERATOR_TOKEN,
    level: 'operator',
  },
  {
    kind: 'token',
    label: `All-access token of ${SENSOR_ORG}`,
    about: `everything in the org ${SENSOR_ORG}`,
    token: ALL_ACCESS_TOKEN,
    org: SENSOR_ORG,
    level: 'all-access',
  },
  {
    kind: 'token',
    label: `Read/write token of ${SENSOR_BUCKET}`,
    about: `reads and writes the bucket ${SENSOR_BUCKET}`,
    token: SENSOR_TOKEN,
    org: SENSOR_ORG,
  },
  {
    kind: 'token',
    label: `Read/write token of ${V1_BUCKET}`,
    about: `reads and writes the bucket ${V1_BUCKET}`,
    token: V1_BUCKET_TOKEN,
    org: SENSOR_ORG,
    level: 'read/write',
    bucket: V1_BUCKET,
  },
  {
    kind: 'password',
    label: `User ${ADMIN.username}`,
    about: 'set the server up: everything, in every org',
    ...ADMIN,
  },
  {
    kind: 'password',
    label: `User ${MEMBER.username}`,
    about: `member of the org ${SENSOR_ORG}: reads everything in it`,
    ...MEMBER,
  },
  {
    kind: 'v1',
    label: `v1 user ${V1_USER.username}`,
    about: `InfluxQL on the bucket ${V1_BUCKET}`,
    level: 'v1 user',
    bucket: V1_BUCKET,
    ...V1_USER,
  },
];
