import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { readGoBody } from '@/demo/goBody';
import { goBool, goPointer, goStruct, goText } from '@/demo/goShape';
import { idProblem, snowflake } from '@/demo/ids';
import { readBoolean } from '@/demo/paging';
import { pathID } from '@/demo/pathIDs';
import { queryOf, queryText } from '@/demo/queryValues';
import type { Action, Caller, DbrpRecord, DemoState, Permission } from '@/demo/state';
import { dbrpProblem } from '@/demo/store/dbrpNames';
import { addDbrp, changeDbrp, removeDbrp } from '@/demo/store/dbrpChanges';
import { findDbrp, isTaken, mappings } from '@/demo/store/dbrps';
import type { BucketTest, Mapping, MappingFilter } from '@/demo/store/dbrps';
import { findOrgByName } from '@/demo/store/orgs';
import { bucketReadPermission } from './bucketAccess';

const MALFORMED = { code: 'invalid', prefix: 'invalid json structure: ' } as const;

/** Ids are text here: their errors say which one is wrong. */
const DRAFT = goStruct('dbrp.createDBRPRequest', {
  database: goText(),
  retention_policy: goText(),
  default: goBool,
  org: goText(),
  orgID: goText(),
  bucketID: goText(),
});
const UPDATE = goStruct(
  'struct { Default *bool "json:\\"default\\""; RetentionPolicy *string "json:\\"retention_policy\\"" }',
  { default: goPointer(goBool), retention_policy: goPointer(goText()) },
  '',
);

export function dbrpRoutes(app: App, state: DemoState): void {
  app.get('/api/v2/dbrps', (c) => {
    const filter = readFilter(state, queryOf(c.req));
    const visible = mappings(state, filter, readableBy(caller(c))).filter((m) =>
      allows(caller(c), bucketPermission('read', m)),
    );
    return tabbed(c, { content: visible.map(dbrpBody) });
  });
  app.post('/api/v2/dbrps', (c) => create(c, state));
  app.get('/api/v2/dbrps/:id', (c) => {
    const { mapping, orgID } = asked(c, state);
    demand(caller(c), bucketPermission('read', { ...mapping, orgID }));
    return tabbed(c, { content: dbrpBody(mapping) });
  });
  app.patch('/api/v2/dbrps/:id', async (c) => {
    const { mapping, orgID } = asked(c, state);
    demand(caller(c), bucketPermission('read', { ...mapping, orgID }));
    const change = await readGoBody(c, UPDATE, MALFORMED);
    demand(caller(c), bucketPermission('write', mapping));
    const wanted = {
      default: change.default ?? mapping.default,
      retention_policy: change.retention_policy ?? mapping.retention_policy,
    };
    refuseInvalid(state, { ...mapping, ...wanted });
    return tabbed(c, { content: dbrpBody(changeDbrp(state, mapping, wanted)) });
  });
  app.delete('/api/v2/dbrps/:id', (c) => {
    const { mapping, orgID } = asked(c, state);
    demand(caller(c), bucketPermission('write', { ...mapping, orgID }));
    removeDbrp(state, orgID, mapping.id);
    return c.body(null, 204);
  });
}

function bucketPermission(
  action: Action,
  { bucketID, orgID }: Pick<DbrpRecord, 'bucketID' | 'orgID'>,
): Permission {
  return { action, resource: { type: 'buckets', id: bucketID, orgID } };
}

function readableBy(who: Caller): BucketTest {
  return (bucket) => allows(who, bucketReadPermission(bucket));
}

function dbrpBody(m: Mapping): Record<string, unknown> {
  return {
    id: m.id,
    database: m.database,
    retention_policy: m.retention_policy,
    default: m.default,
    virtual: m.virtual,
    orgID: m.orgID,
    bucketID: m.bucketID,
  };
}

/** A virtual mapping may be of another org than asked for; permissions are those of the org asked for. */
function asked(c: Context<Env>, state: DemoState): { mapping: Mapping; orgID: string } {
  const id = pathID(c, 'id');
  const orgID = readOrgID(state, queryOf(c.req));
  const mapping = findDbrp(state, orgID, id, readableBy(caller(c)));
  if (!mapping) refuse('not found', 'unable to find DBRP');
  return { mapping, orgID };
}

async function create(c: Context<Env>, state: DemoState): Promise<Response> {
  const draft = await readGoBody(c, DRAFT, MALFORMED);
  const orgID = requireOrg(state, draft);
  const bucketID = requireID('bucket ID', draft.bucketID);
  demand(caller(c), bucketPermission('write', { bucketID, orgID }));
  const record: DbrpRecord = {
    id: snowflake(state),
    database: draft.database,
    retention_policy: draft.retention_policy,
    virtual: false,
    orgID,
    bucketID,
  };
  refuseInvalidNames(record);
  const bucket = state.buckets.get(bucketID) ?? refuse('not found', 'bucket not found');
  demand(caller(c), bucketReadPermission(bucket));
  refuseInvalid(state, record);
  return tabbed(c, dbrpBody(addDbrp(state, record, draft.default)), 201);
}

function refuseInvalidNames(record: DbrpRecord): void {
  const problem = dbrpProblem(record);
  if (problem !== null) refuse('invalid', `DBRP provided is invalid: ${problem}`);
}

function refuseInvalid(state: DemoState, record: DbrpRecord): void {
  refuseInvalidNames(record);
  if (isTaken(state, record)) {
    refuse('conflict', 'another DBRP mapping with same orgID, db, and rp exists');
  }
}

function readFilter(state: DemoState, query: URLSearchParams): MappingFilter {
  const orgID = readOrgID(state, query);
  const id = optionalID('DBRP ID', queryText(query, 'id'));
  const bucketID = optionalID('bucket ID', queryText(query, 'bucketID'));
  const flag = queryText(query, 'default');
  const isDefault = flag === undefined ? undefined : readBoolean(flag);
  if (flag !== undefined && isDefault === undefined) refuse('invalid', 'invalid default parameter');
  return {
    orgID,
    id,
    bucketID,
    database: queryText(query, 'db'),
    retentionPolicy: queryText(query, 'rp'),
    isDefault,
  };
}

function readOrgID(state: DemoState, query: URLSearchParams): string {
  return requireOrg(state, { orgID: query.get('orgID') ?? '', org: query.get('org') ?? '' });
}

/** An id need not exist; a name must. */
function requireOrg(state: DemoState, { orgID, org }: { orgID: string; org: string }): string {
  if (orgID !== '') return requireID('org ID', orgID);
  if (org === '') refuse('invalid', "either 'org' or 'orgID' must be provided");
  const found = findOrgByName(state, org);
  return found?.id ?? refuse('not found', `invalid org "${org}": organization not found`);
}

function optionalID(what: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : requireID(what, text);
}

function requireID(what: string, text: string): string {
  const problem = idProblem(text);
  if (problem !== null) refuse('invalid', `invalid ${what} "${text}": ${problem}`);
  return text.toLowerCase();
}
