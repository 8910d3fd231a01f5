import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { Refusal, refuse, twoRefusals } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { goID, goStruct } from '@/demo/goShape';
import { pathID } from '@/demo/pathIDs';
import { writerOf } from '@/demo/paths';
import { labelAnswer, labelListAnswer } from '@/demo/routes/labelBody';
import type { Action, DemoState, LabelRecord, Permission, ResourceRecord } from '@/demo/state';
import { findResource } from '@/demo/store/resources';
import { answer, existing, permission, readableLabels } from './kind';
import type { Kind } from './kind';

const MAPPING = goStruct('influxdb.LabelMapping', { labelID: goID });

type Labelled = Pick<Kind, 'type' | 'path' | 'missing'>;

const UNREADABLE = new Refusal('invalid', 'Invalid post label map request');
const NO_LABEL = 'label id is required';

/** In the new generation one that is missing or may not be read is no page. */
function labelled(kind: Labelled, c: Context<Env>, state: DemoState): ResourceRecord {
  if (writerOf(kind.path) === 'old') return existing(kind, c, state);
  const record = findResource(state, kind.type, pathID(c, 'id', 'corrupt ID provided: '));
  return record && allows(caller(c), permission('read', record))
    ? record
    : refuse('not found', '404 page not found');
}

/** Undefined: it cannot be read. */
async function readLabelID(c: Context): Promise<string | undefined> {
  try {
    return (await readGoBody(c, MAPPING, UNWRAPPED)).labelID;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function onLabel(action: Action, { id, orgID }: LabelRecord): Permission {
  return { action, resource: { type: 'labels', id, orgID } };
}

function existingLabel(state: DemoState, id: string): LabelRecord {
  return state.labels.get(id) ?? refuse('not found', 'label not found');
}

export function resourceLabelRoutes(app: App, state: DemoState, kind: Labelled): void {
  const path = `${kind.path}/:id/labels`;
  app.get(path, (c) => {
    const record = labelled(kind, c, state);
    demand(caller(c), permission('read', record));
    return answer(c, labelListAnswer(readableLabels(caller(c), state, record.id)));
  });
  app.post(path, async (c) => {
    const record = labelled(kind, c, state);
    const labelID = await readLabelID(c);
    if (labelID === undefined) {
      if (writerOf(kind.path) === 'old') throw UNREADABLE;
      return twoRefusals(c, UNREADABLE, NO_LABEL);
    }
    if (labelID === '') refuse('invalid', NO_LABEL);
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
    const record = labelled(kind, c, state);
    const label = existingLabel(state, pathID(c, 'labelID'));
    demand(caller(c), onLabel('write', label));
    demand(caller(c), permission('write', record));
    state.attachedLabels.get(record.id)?.delete(label.id);
    return c.body(null, 204);
  });
}
