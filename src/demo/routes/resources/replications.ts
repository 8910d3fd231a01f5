import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { refuse, tabbed } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { goBool, goID, goInt64, goPointer, goStruct, goText } from '@/demo/goShape';
import { idProblem } from '@/demo/ids';
import { queryOf } from '@/demo/queryValues';
import type { DemoState } from '@/demo/state';
import { findResource, resourcesOf } from '@/demo/store/resources';
import { filled, readable, resourceOf } from './kind';
import type { Kind } from './kind';

const REMOTE = goStruct('influxdb.CreateRemoteConnectionRequest', {
  orgID: goID,
  name: goText(),
  description: goText(),
  remoteURL: goText(),
  remoteAPIToken: goText(),
  remoteOrgID: goID,
  allowInsecureTLS: goBool,
});
const REPLICATION = goStruct('influxdb.CreateReplicationRequest', {
  orgID: goID,
  name: goText(),
  description: goText(),
  remoteID: goID,
  localBucketID: goID,
  remoteBucketID: goPointer(goID),
  remoteBucketName: goText(),
  maxQueueSizeBytes: goInt64(),
  dropNonRetryableData: goBool,
  maxAgeSeconds: goInt64(),
});

/** The token of the remote server is taken and never shown. */
const REMOTES: Kind = {
  type: 'remotes',
  path: '/api/v2/remotes',
  missing: () => 'remote connection not found',
  async draft(c) {
    const { orgID, name, remoteAPIToken: _, ...fields } = await readGoBody(c, REMOTE, UNWRAPPED);
    return { orgID, name, fields };
  },
  async change(c) {
    const { name, description, remoteURL } = await readGoBody(c, REMOTE, UNWRAPPED);
    return (record) => ({
      name: name || record.name,
      fields: filled({ description, remoteURL }),
    });
  },
  body: ({ id, orgID, name, fields }) => ({ id, orgID, name, ...filled(fields) }),
  remove({ id }, state) {
    const uses = resourcesOf(state, 'replications').some(({ fields }) => fields.remoteID === id);
    if (uses) {
      refuse(
        'internal error',
        'remote-connection cannot be deleted as a replication references it',
      );
    }
  },
};

const DEFAULT_QUEUE = 67_108_860;
const DEFAULT_AGE = 604_800;

/** Nothing is sent anywhere: the queue stays empty. */
const REPLICATIONS: Kind = {
  type: 'replications',
  path: '/api/v2/replications',
  missing: () => 'replication not found',
  async draft(c, state) {
    const draft = await readGoBody(c, REPLICATION, UNWRAPPED);
    const { orgID, name, description, remoteID, localBucketID, dropNonRetryableData } = draft;
    if (!findResource(state, 'remotes', remoteID)) {
      refuse('not found', `remote "${remoteID}" not found`);
    }
    if (!state.buckets.has(localBucketID)) {
      refuse('not found', `local bucket "${localBucketID}" not found`);
    }
    const fields = {
      description,
      remoteID,
      localBucketID,
      remoteBucketID: draft.remoteBucketID,
      RemoteBucketName: draft.remoteBucketName,
      maxQueueSizeBytes: Number(draft.maxQueueSizeBytes) || DEFAULT_QUEUE,
      currentQueueSizeBytes: 0,
      remainingBytesToBeSynced: 0,
      dropNonRetryableData,
      maxAgeSeconds: Number(draft.maxAgeSeconds) || DEFAULT_AGE,
    };
    return { orgID, name, fields };
  },
  body({ id, orgID, name, fields: { description, RemoteBucketName, ...fields } }) {
    return { id, orgID, name, ...filled({ description }), RemoteBucketName, ...filled(fields) };
  },
};

function mandatoryOrg(c: Context): string {
  const text = queryOf(c.req).get('orgID') ?? '';
  if (idProblem(text) !== null) refuse('invalid', 'invalid or missing org ID');
  return text.toLowerCase();
}

export function replicationRoutes(app: App, state: DemoState): void {
  for (const kind of [REMOTES, REPLICATIONS]) {
    app.get(kind.path, (c) => {
      const all = resourcesOf(state, kind.type, mandatoryOrg(c));
      const shown = readable(caller(c), all).map((record) => kind.body(record, state));
      // No rows are no list at all.
      return tabbed(c, { [kind.type]: shown.length > 0 ? shown : null });
    });
    resourceOf(app, state, kind);
  }
}
