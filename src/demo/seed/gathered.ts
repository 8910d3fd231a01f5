import type { BucketRecord, DemoState, OrgRecord, Permission } from '@/demo/state';
import { createToken, createV1User } from '@/demo/store/authorizations';
import { createBucket, removeBucket } from '@/demo/store/buckets';
import { createUser } from '@/demo/store/users';

type Action = Permission['action'];

function onBucket({ id, orgID }: BucketRecord, ...actions: Action[]): Permission[] {
  return actions.map((action) => ({ action, resource: { type: 'buckets', id, orgID } }));
}

export interface Tended {
  userID: string;
  iot: OrgRecord;
  factory: OrgRecord;
  sensors: BucketRecord;
  v1: BucketRecord;
  machines: BucketRecord;
}

/** Credentials as they gather on a server over the years: in daily use, forgotten, and wrong. */
export function addCredentials(state: DemoState, tended: Tended): void {
  const { userID, iot, factory, sensors, v1, machines } = tended;
  const gone = createBucket(state, { orgID: factory.id, name: 'plc-2019', everySeconds: 0 });
  removeBucket(state, gone.id);
  const otto = createUser(state, { name: 'otto', status: 'inactive' });
  const inIot = { orgID: iot.id, userID };
  const inFactory = { orgID: factory.id, userID };

  createToken(state, {
    ...inIot,
    description: 'Grafana: dashboards of the sensors',
    permissions: [...onBucket(sensors, 'read'), ...onBucket(v1, 'read')],
  });
  createToken(state, {
    ...inIot,
    description: 'Telegraf: gateway in hall 3',
    permissions: onBucket(sensors, 'write'),
  });
  for (const line of ['line 1', 'line 2']) {
    createToken(state, {
      ...inFactory,
      description: `Machine data: ${line}`,
      permissions: onBucket(machines, 'write'),
    });
  }
  createToken(state, {
    ...inFactory,
    description: 'Weekly report',
    permissions: [{ action: 'read', resource: { type: 'buckets' } }],
  });
  createToken(state, {
    ...inFactory,
    description: 'Import of the old controllers',
    permissions: onBucket(gone, 'read', 'write'),
  });
  createToken(state, {
    ...inFactory,
    description: 'Trial of a dashboard',
    status: 'inactive',
    permissions: onBucket(machines, 'read'),
  });
  createToken(state, {
    orgID: factory.id,
    userID: otto.id,
    description: "Otto's notebook",
    permissions: onBucket(machines, 'read', 'write'),
  });
  createV1User(state, {
    ...inFactory,
    token: 'plc-reader',
    password: 'Demo-Plc-Reader-1',
    description: 'Reads a bucket that is gone',
    permissions: onBucket(gone, 'read'),
  });
}
