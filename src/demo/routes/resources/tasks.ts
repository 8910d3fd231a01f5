import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows } from '@/demo/auth';
import { compact, refuse } from '@/demo/errors';
import { loadFlux } from '@/demo/flux/load';
import { readTaskOption, withTaskOption } from '@/demo/flux/taskOption';
import type { TaskOption } from '@/demo/flux/taskOption';
import { readGoBody } from '@/demo/goBody';
import { goID, goStruct, goText } from '@/demo/goShape';
import { encodeQuery } from '@/demo/pageLinks';
import { pathID } from '@/demo/pathIDs';
import type { Action, DemoState, ResourceRecord } from '@/demo/state';
import { changeResource, createResource, findResource } from '@/demo/store/resources';
import { filled, linksOf, readable } from './kind';
import { resourceLabelRoutes } from './resourceLabels';
import { resourceMemberRoutes } from './resourceMembers';
import { readTaskPage } from './taskPages';

const PATH = '/api/v2/tasks';
const UNDECODED = 'failed to decode request: ';
const MALFORMED = { code: 'invalid', prefix: UNDECODED } as const;
const TASKS = { type: 'tasks', path: PATH, missing: () => 'task not found' } as const;
const SUBPATHS = ['labels', 'logs', 'members', 'owners', 'runs'];

const TASK_DRAFT = goStruct('taskmodel.TaskCreate', {
  flux: goText(),
  description: goText(),
  status: goText(),
  orgID: goID,
  org: goText(),
});
const TASK_UPDATE = goStruct('taskmodel.TaskUpdate', {
  flux: goText(),
  status: goText(),
  description: goText(),
  name: goText(),
  every: goText(),
  cron: goText(),
  offset: goText(),
});

/** Kept and shown; never run. `basic`: without what is heavy or looked up. */
function taskBody(record: ResourceRecord, state: DemoState, isBasic = false): object {
  const { id, orgID, name, ownerID, createdAt, updatedAt } = record;
  const { flux, ...fields } = record.fields;
  return {
    links: linksOf({ path: PATH }, id, SUBPATHS),
    labels: [],
    id,
    orgID,
    org: isBasic ? '' : (state.orgs.get(orgID)?.name ?? ''),
    ownerID,
    name,
    ...filled(fields),
    flux: isBasic ? '' : flux,
    latestCompleted: createdAt,
    ...(isBasic ? {} : { createdAt, ...(updatedAt === createdAt ? {} : { updatedAt }) }),
  };
}

function found(c: Context<Env>, state: DemoState, action: Action, doing: string): ResourceRecord {
  const record = findResource(state, 'tasks', pathID(c, 'id', UNDECODED));
  if (!record) refuse('not found', `failed to ${doing} task: task not found`);
  const { id, orgID } = record;
  if (!allows(caller(c), { action, resource: { type: 'tasks', id, orgID } })) {
    refuse(
      action === 'read' ? 'not found' : 'internal error',
      `failed to ${doing} task: unauthorized`,
    );
  }
  return record;
}

export function taskRoutes(app: App, state: DemoState): void {
  app.get(PATH, (c) => {
    const { rows, query, isBasic, limit } = readTaskPage(c, state);
    const shown = readable(caller(c), rows);
    const after = shown.at(limit - 1)?.id;
    const link = (more: Record<string, string>) => `${PATH}?${encodeQuery({ ...query, ...more })}`;
    return compact(c, {
      links: { self: link({}), ...(after === undefined ? {} : { next: link({ after }) }) },
      tasks: shown.map((record) => taskBody(record, state, isBasic)),
    });
  });
  app.post(PATH, (c) => create(c, state));
  app.get(`${PATH}/:id`, (c) => compact(c, taskBody(found(c, state, 'read', 'find'), state)));
  app.patch(`${PATH}/:id`, (c) => update(c, state));
  app.delete(`${PATH}/:id`, (c) => {
    state.resources.delete(found(c, state, 'write', 'delete').id);
    return c.body(null, 204);
  });
  resourceLabelRoutes(app, state, TASKS);
  resourceMemberRoutes(app, state, TASKS);
  app.get(`${PATH}/:id/runs`, (c) => {
    const task = `${PATH}/${found(c, state, 'read', 'find').id}`;
    return compact(c, { links: { self: `${task}/runs`, task }, runs: [] });
  });
  app.get(`${PATH}/:id/logs`, (c) => {
    found(c, state, 'read', 'find');
    return compact(c, { events: null });
  });
}

async function optionOf(state: DemoState, flux: string): Promise<TaskOption> {
  const language = await loadFlux(state.fluxWasm);
  try {
    return readTaskOption(language, flux);
  } catch (error) {
    refuse('invalid', `invalid options: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function create(c: Context<Env>, state: DemoState): Promise<Response> {
  const { flux, description, status, org, ...draft } = await readGoBody(c, TASK_DRAFT, MALFORMED);
  if (flux === '') refuse('invalid', `${UNDECODED}missing flux`);
  if (draft.orgID === '' && org === '') refuse('invalid', `${UNDECODED}missing orgID and org`);
  const named = [...state.orgs.values()].find(({ name }) => name === org);
  const orgID = draft.orgID || named?.id;
  if (orgID === undefined) refuse('not found', `organization name "${org}" not found`);
  const who = caller(c);
  if (!allows(who, { action: 'write', resource: { type: 'tasks', orgID } })) {
    refuse('internal error', 'failed to create task: unauthorized');
  }
  const { name, ...schedule } = await optionOf(state, flux);
  const fields = { description, status: status || 'active', flux, ...schedule };
  const record = createResource(state, 'tasks', who.userID, { orgID, name, fields });
  return compact(c, taskBody(record, state), 201);
}

async function update(c: Context<Env>, state: DemoState): Promise<Response> {
  const { flux, status, description, ...option } = await readGoBody(c, TASK_UPDATE, MALFORMED);
  const change = filled(option);
  const isOption = Object.keys(change).length > 0;
  if (flux === '' && status === '' && !isOption) {
    refuse('invalid', `${UNDECODED}cannot update task without content`);
  }
  const record = found(c, state, 'write', 'update');
  const script = flux || String(record.fields.flux);
  const language = await loadFlux(state.fluxWasm);
  const written = isOption ? withTaskOption(language, script, change) : script;
  const { name, ...schedule } = await optionOf(state, written);
  const fields = {
    every: '',
    cron: '',
    offset: '',
    ...schedule,
    flux: written,
    ...filled({ status, description }),
  };
  return compact(c, taskBody(changeResource(state, record, { name, fields }), state));
}
