import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { demand } from '@/demo/auth';
import { refuse } from '@/demo/errors';
import { readGoBody } from '@/demo/goBody';
import { goID, goStruct } from '@/demo/goShape';
import { pathID } from '@/demo/pathIDs';
import { labelAnswer, labelListAnswer } from '@/demo/routes/labelBody';
import type { Action, DemoState, LabelRecord, Permission } from '@/demo/state';
import { answer, existing, permission, readableLabels } from './kind';
import type { Kind } from './kind';

const MAPPING = goStruct('influxdb.LabelMapping', { labelID: goID });
const MALFORMED = { code: 'invalid', prefix: '' } as const;

function onLabel(action: Action, { id, orgID }: LabelRecord): Permission {
  return { action, resource: { type: 'labels', id, orgID } };
}

function existingLabel(state: DemoState, id: string): LabelRecord {
  return state.labels.get(id) ?? refuse('not found', 'label not found');
}

export function resourceLabelRoutes(app: App, state: DemoState, kind: Kind): void {
  const path = `${kind.path}/:id/labels`;
  app.get(path, (c) => {
    const record = existing(kind, c, state);
    demand(caller(c), permission('read', record));
    return answer(c, labelListAnswer(readableLabels(caller(c), state, record.id)));
  });
  app.post(path, async (c) => {
    const record = existing(kind, c, state);
    const { labelID } = await readGoBody(c, MAPPING, MALFORMED);
    if (labelID === '') refuse('invalid', 'label id is required');
    const label = existingLabel(state, labelID);
    for (const action of ['read', 'write'] as const) demand(caller(c), onLabel(action, label));
    demand(caller(c), permission('write', record));
    const attached = state.attachedLabels.get(record.id) ?? new Set();
    if (attached.has(label.id)) {
      refuse('conflict', 'Cannot add label, label already exists on resource');
    }
    state.attachedLabels.set(record.id, attached.add(label.id));
    return answer(c, labelAnswer(label), 201);
  });
  app.delete(`${path}/:labelID`, (c) => {
    const record = existing(kind, c, state);
    const label = existingLabel(state, pathID(c, 'labelID'));
    demand(caller(c), onLabel('write', label));
    demand(caller(c), permission('write', record));
    state.attachedLabels.get(record.id)?.delete(label.id);
    return c.body(null, 204);
  });
}
