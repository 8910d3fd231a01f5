import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { refuse } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { goID, goPointer, goStruct, goText } from '@/demo/goShape';
import { readPage } from '@/demo/paging';
import { queryOf } from '@/demo/queryValues';
import type { DemoState, ResourceRecord } from '@/demo/state';
import { demandCreate, linksOf, pagedList, resourceOf } from './kind';
import type { Kind } from './kind';
import { MONITORED, PANIC, demandRuleStatus, demandStatus } from './monitored';
import type { Given, Monitored } from './monitored';
import { resourceLabelRoutes } from './resourceLabels';
import { resourceMemberRoutes } from './resourceMembers';

/** Kept among the secrets of the org; what is shown in its place is the name of the secret. */
const SECRETS = {
  token: '-token',
  username: '-username',
  password: '-password',
  routingKey: '-routing-key',
};
const REFERENCE = 'secret: ';

function hideSecrets({ id, orgID, fields }: ResourceRecord, state: DemoState): void {
  for (const [field, suffix] of Object.entries(SECRETS)) {
    const value = fields[field];
    if (typeof value !== 'string' || value === '' || value.startsWith(REFERENCE)) continue;
    const known = state.secrets.get(orgID) ?? new Map<string, string>();
    state.secrets.set(orgID, known.set(id + suffix, value));
    fields[field] = REFERENCE + id + suffix;
  }
}

const BUILDER = {
  buckets: [],
  tags: [],
  functions: [],
  aggregateWindow: { period: '', fillValues: false },
};

/** As the server has it, with what was not given. */
function wholeQuery(query: unknown): object {
  const given =
    typeof query === 'object' && query !== null ? (query as Record<string, unknown>) : {};
  const builder = given['builderConfig'];
  const whole = typeof builder === 'object' ? { ...BUILDER, ...builder } : BUILDER;
  return { text: '', editMode: '', name: '', ...given, builderConfig: whole };
}

const COMMON = goStruct('influxdb.Common', {
  ...{ orgID: goID, endpointID: goID },
  ...{ name: goText(), type: goText() },
});

/** The body as it is; the ids in it as the server reads them. */
async function readGiven(c: Context, { typeWord, types }: Monitored): Promise<Given> {
  const undetected = {
    ...UNWRAPPED,
    code: 'invalid',
    text: `unable to detect the ${typeWord} type from json`,
  } as const;
  const copy = c.req.raw.clone();
  const common = await readGoBody(c, COMMON, undetected);
  const given = (await copy.json()) as object;
  const { type } = common;
  if (!Object.hasOwn(types, type)) refuse('invalid', `invalid ${typeWord} type ${type}`);
  return { ...given, ...common };
}

/** What the server makes itself, whatever the request says. */
const OWN = new Set([
  ...['id', 'orgID', 'name', 'ownerID', 'taskID'],
  ...['createdAt', 'updatedAt', 'labels', 'links', 'latestCompleted', 'latestScheduled'],
]);

function ownFields(given: Given, { type, types }: Monitored): Record<string, unknown> {
  const own = Object.entries(given).filter(([key, value]) => !OWN.has(key) && value !== '');
  const fields = { ...types[given.type], ...Object.fromEntries(own) };
  return type === 'checks' ? { ...fields, query: wholeQuery(given['query']) } : fields;
}

const text = goPointer(goText());
const PATCH = goStruct('influxdb.Update', { name: text, description: text, status: text });
const MALFORMED = { code: 'invalid', prefix: '' } as const;

/** Name, description and status; a status of none of the two is what the server says of it. */
async function readPatch(c: Context, { title }: Monitored) {
  const patch = await readGoBody(c, PATCH, MALFORMED);
  if (patch.name === '') refuse('invalid', `${title} Name can't be empty`);
  if (patch.description === '') refuse('invalid', `${title} Description can't be empty`);
  if (patch.status !== undefined) demandStatus(patch);
  return (record: ResourceRecord) => ({
    name: patch.name ?? record.name,
    fields: Object.fromEntries(
      Object.entries(patch).filter(([key, value]) => key !== 'name' && value !== undefined),
    ),
  });
}

/** Kept as they were given: none of them has a task that runs. */
function kindOf(monitored: Monitored): Kind {
  const { type, word, subpaths, problem } = monitored;
  const path = `/api/v2/${type}`;
  const isEndpoint = type === 'notificationEndpoints';
  return {
    type,
    path,
    missing: () => `${word} not found`,
    async draft(c, state) {
      const given = await readGiven(c, monitored);
      if (type === 'notificationRules') demandRuleStatus(given);
      demandCreate(caller(c), type, given.orgID);
      problem(given, state);
      const fields = ownFields(given, monitored);
      return { orgID: given.orgID, name: given.name, fields };
    },
    made: hideSecrets,
    changeMethods: ['PATCH', 'PUT'],
    async change(c) {
      if (c.req.method === 'PATCH') return readPatch(c, monitored);
      const given = await readGiven(c, monitored);
      return (record, state) => {
        problem({ ...given, orgID: record.orgID }, state);
        const replaced = { ...record, fields: ownFields(given, monitored) };
        hideSecrets(replaced, state);
        return { name: given.name, fields: replaced.fields };
      };
    },
    body: ({ id, orgID, name, ownerID, createdAt, updatedAt, fields }) => ({
      id,
      orgID,
      name,
      ...(isEndpoint ? {} : { ownerID }),
      ...fields,
      createdAt,
      updatedAt,
      labels: [],
      links: linksOf({ path }, id, subpaths),
      ...(isEndpoint ? {} : { latestCompleted: createdAt, latestScheduled: createdAt }),
    }),
  };
}

/** The server's lists of rules and endpoints take the org by its id only; endpoints are not listed without. */
function refuseList(url: string, needsFilter: boolean): void {
  const query = queryOf({ url });
  if (query.get('orgID')) return;
  const { pathname, search } = new URL(url);
  if (query.get('org')) {
    refuse('internal error', `a panic has occurred: ${pathname}${search}: ${PANIC}`);
  }
  if (needsFilter) {
    refuse('unauthorized', 'cannot process a request without a org or user filter');
  }
}

export function monitoringRoutes(app: App, state: DemoState): void {
  for (const type of ['notificationRules', 'notificationEndpoints'] as const) {
    app.get(`/api/v2/${type}`, (c, next) => {
      readPage(c);
      refuseList(c.req.url, type === 'notificationEndpoints');
      return next();
    });
  }
  for (const monitored of MONITORED) {
    const kind = kindOf(monitored);
    pagedList(app, state, kind, { key: monitored.type, prefix: 'orgID is invalid: ' });
    resourceOf(app, state, kind);
    resourceLabelRoutes(app, state, kind);
    resourceMemberRoutes(app, state, kind);
  }
}
