import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { goID, goStruct, goText, goTextMap } from '@/demo/goShape';
import { idProblem } from '@/demo/ids';
import { pathID } from '@/demo/pathIDs';
import { queryOf, queryText } from '@/demo/queryValues';
import type { Action, DemoState, LabelRecord, Permission } from '@/demo/state';
import { createLabel, isLabelNameTaken, mergeProperties, removeLabel } from '@/demo/store/labels';
import { labelAnswer, labelListAnswer } from './labelBody';

const MALFORMED = { code: 'invalid', prefix: 'failed to unmarshal json: ' } as const;

const LABEL_DRAFT = goStruct('influxdb.Label', {
  id: goID,
  orgID: goID,
  name: goText(),
  properties: goTextMap,
});
const LABEL_UPDATE = goStruct('influxdb.LabelUpdate', { name: goText(), properties: goTextMap });

function labelPermission(action: Action, { id, orgID }: LabelRecord): Permission {
  return { action, resource: { type: 'labels', id, orgID } };
}

export function labelRoutes(app: App, state: DemoState): void {
  app.get('/api/v2/labels', (c) => {
    const query = queryOf(c.req);
    const labels = filtered(state, queryText(query, 'orgID'), queryText(query, 'name'));
    const visible = labels.filter((label) => allows(caller(c), labelPermission('read', label)));
    return tabbed(c, labelListAnswer(visible));
  });
  app.post('/api/v2/labels', async (c) => {
    const draft = await readGoBody(c, LABEL_DRAFT, MALFORMED);
    const { orgID, properties } = draft;
    const name = draft.name.trim();
    if (draft.name === '') refuse('invalid', 'label name is required');
    if (orgID === '') refuse('invalid', 'orgID is required');
    demand(caller(c), { action: 'write', resource: { type: 'labels', orgID } });
    refuseTakenName(state, { id: '', orgID, name });
    return tabbed(c, labelAnswer(createLabel(state, { orgID, name, properties })), 201);
  });
  app.get('/api/v2/labels/:id', (c) => {
    const label = existing(state, pathID(c, 'id'));
    demand(caller(c), labelPermission('read', label));
    return tabbed(c, labelAnswer(label));
  });
  app.patch('/api/v2/labels/:id', async (c) => {
    const id = pathID(c, 'id');
    const change = await readGoBody(c, LABEL_UPDATE, UNWRAPPED);
    const label = existing(state, id);
    demand(caller(c), labelPermission('write', label));
    const name = change.name === '' ? label.name : change.name.trim();
    if (name === '') refuse('invalid', 'label name is required');
    refuseTakenName(state, { ...label, name });
    const properties = mergeProperties(label.properties, change.properties);
    const updated = { ...label, name, properties };
    state.labels.set(id, updated);
    return tabbed(c, labelAnswer(updated));
  });
  app.delete('/api/v2/labels/:id', (c) => {
    const label = existing(state, pathID(c, 'id'));
    demand(caller(c), labelPermission('write', label));
    removeLabel(state, label.id);
    return c.body(null, 204);
  });
}

/** A malformed `orgID` is ignored, and so is `org`. */
function filtered(
  state: DemoState,
  orgID: string | undefined,
  name: string | undefined,
): LabelRecord[] {
  const inOrg = orgID !== undefined && idProblem(orgID) === null ? orgID.toLowerCase() : undefined;
  return [...state.labels.values()].filter(
    (label) =>
      (inOrg === undefined || label.orgID === inOrg) &&
      (name === undefined || label.name.toLowerCase() === name.toLowerCase()),
  );
}

function existing(state: DemoState, id: string): LabelRecord {
  return state.labels.get(id) ?? refuse('not found', 'label not found');
}

function refuseTakenName(state: DemoState, label: Omit<LabelRecord, 'properties'>): void {
  if (isLabelNameTaken(state, label)) {
    refuse('conflict', `label with name ${label.name} already exists`);
  }
}
