import { refuse } from '@/demo/errors';
import { goID, goPointer, goSlice, goStruct, goText } from '@/demo/goShape';
import { RESOURCE_TYPES } from '@/demo/permissions';
import type { Action, Permission, Status } from '@/demo/state';

/** `name` and everything else in a resource is dropped: such a permission is not restricted by it. */
const PERMISSION = goStruct('influxdb.Permission', {
  action: goText('influxdb.Action'),
  resource: goStruct('influxdb.Resource', {
    type: goText('influxdb.ResourceType'),
    id: goPointer(goID),
    orgID: goPointer(goID),
  }),
});

const DRAFT = {
  status: goText('influxdb.Status'),
  orgID: goID,
  userID: goID,
  description: goText(),
  permissions: goSlice(PERMISSION),
};
const DRAFT_TYPE = 'authorization.postAuthorizationRequest';

export const TOKEN_DRAFT = goStruct(DRAFT_TYPE, DRAFT);
export const V1_USER_DRAFT = goStruct(DRAFT_TYPE, { token: goText(), ...DRAFT });

export const AUTHORIZATION_UPDATE = goStruct('influxdb.AuthorizationUpdate', {
  status: goPointer(goText('influxdb.Status')),
  description: goPointer(goText()),
});

type RawPermission = (typeof PERMISSION)['zero'];

const TYPES: ReadonlySet<string> = new Set(RESOURCE_TYPES);

/** Checked in this order: some permission, their types and actions, the org, the status. */
export function checkDraft(draft: (typeof TOKEN_DRAFT)['zero']): {
  orgID: string;
  status: Status;
  permissions: Permission[];
} {
  if (draft.permissions.length === 0) refuse('invalid', 'authorization must include permissions');
  const permissions = draft.permissions.map(checkPermission);
  if (draft.orgID === '') refuse('invalid', 'org id required: invalid ID');
  const status = readStatus(draft.status);
  if (status === null) refuse('invalid', 'invalid status: must be active or inactive');
  return { orgID: draft.orgID, status, permissions };
}

/** Empty counts as active; null is refused. */
export function readStatus(text: string): Status | null {
  if (text === '' || text === 'active') return 'active';
  return text === 'inactive' ? 'inactive' : null;
}

function checkPermission({ action, resource }: RawPermission): Permission {
  const { type, id, orgID } = resource;
  if (!TYPES.has(type)) {
    refuse('invalid', 'invalid resource type for permission: unknown resource type for permission');
  }
  if (!isAction(action)) {
    refuse('invalid', 'invalid action type for permission: unknown action for permission');
  }
  return {
    action,
    resource: {
      type,
      ...(orgID === undefined ? {} : { orgID }),
      ...(id === undefined ? {} : { id }),
    },
  };
}

function isAction(text: string): text is Action {
  return text === 'read' || text === 'write';
}
