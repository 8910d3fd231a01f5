import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { compact, refuse, tabbed } from '@/demo/errors';
import { pageLinks } from '@/demo/pageLinks';
import { cutPage, readPage, sortByID } from '@/demo/paging';
import { writerOf } from '@/demo/paths';
import { pathID } from '@/demo/pathIDs';
import { queryID, queryOf, queryText } from '@/demo/queryValues';
import { labelBody } from '@/demo/routes/labelBody';
import type {
  Action,
  Caller,
  DemoState,
  LabelRecord,
  Permission,
  ResourceRecord,
  ResourceType,
} from '@/demo/state';
import { findOrgByName } from '@/demo/store/orgs';
import { labelsOf } from '@/demo/store/labels';
import { changeResource, createResource, findResource, resourcesOf } from '@/demo/store/resources';
import type { ResourceDraft } from '@/demo/store/resources';

type Change = Partial<ResourceDraft>;

/** One type of resource: its routes are alike but for these. */
export interface Kind {
  type: ResourceType;
  path: string;
  missing: (id: string) => string;
  draft: (c: Context<Env>, state: DemoState) => Promise<ResourceDraft>;
  /** Read before the resource is looked for. */
  change?: (c: Context<Env>) => Promise<(record: ResourceRecord, state: DemoState) => Change>;
  changeMethods?: readonly ('PATCH' | 'PUT')[];
  /** Once it has its id. */
  made?: (record: ResourceRecord, state: DemoState) => void;
  body: (record: ResourceRecord, state: DemoState) => object;
  /** Where a single one is not shown as it is in lists. */
  single?: (c: Context<Env>, record: ResourceRecord, state: DemoState) => Response;
  /** May end with a refusal. */
  remove?: (record: ResourceRecord, state: DemoState) => void;
}

export function answer(c: Context, value: unknown, status: 200 | 201 = 200): Response {
  return writerOf(c.req.path) === 'new' ? tabbed(c, value, status) : compact(c, value, status);
}

export function existing(
  { type, missing }: Pick<Kind, 'type' | 'missing'>,
  c: Context,
  state: DemoState,
): ResourceRecord {
  const id = pathID(c, 'id');
  return findResource(state, type, id) ?? refuse('not found', missing(id));
}

export function permission(action: Action, { type, id, orgID }: ResourceRecord): Permission {
  return { action, resource: { type, id, orgID } };
}

export function readableLabels(who: Caller, state: DemoState, id: string): LabelRecord[] {
  return labelsOf(state, id).filter(({ id: labelID, orgID }) =>
    allows(who, { action: 'read', resource: { type: 'labels', id: labelID, orgID } }),
  );
}

/** Where its type has labels, with those that the caller may read. */
export function shown(kind: Kind, record: ResourceRecord, state: DemoState, who: Caller): object {
  const body = kind.body(record, state);
  if (!('labels' in body)) return body;
  return { ...body, labels: readableLabels(who, state, record.id).map(labelBody) };
}

/** Without an org there is no right to ask for. */
export function demandCreate(who: Caller, type: ResourceType, orgID: string): void {
  if (orgID === '') refuse('invalid', 'invalid org id for permission: invalid ID');
  demand(who, { action: 'write', resource: { type, orgID } });
}

/** All but the list, which differs most. */
export function resourceOf(app: App, state: DemoState, kind: Kind): void {
  const one = `${kind.path}/:id`;
  app.post(kind.path, async (c) => {
    const draft = await kind.draft(c, state);
    const who = caller(c);
    demandCreate(who, kind.type, draft.orgID);
    const record = createResource(state, kind.type, who.userID, draft);
    kind.made?.(record, state);
    return answer(c, kind.body(record, state), 201);
  });
  app.get(one, (c) => {
    const record = existing(kind, c, state);
    demand(caller(c), permission('read', record));
    return kind.single?.(c, record, state) ?? answer(c, shown(kind, record, state, caller(c)));
  });
  app.delete(one, (c) => {
    const record = existing(kind, c, state);
    demand(caller(c), permission('write', record));
    kind.remove?.(record, state);
    state.resources.delete(record.id);
    state.attachedLabels.delete(record.id);
    return c.body(null, 204);
  });
  changesOf(app, state, kind);
}

function changesOf(app: App, state: DemoState, kind: Kind): void {
  const { change, changeMethods = ['PATCH'] } = kind;
  if (!change) return;
  app.on([...changeMethods], `${kind.path}/:id`, async (c) => {
    const changeOf = await change(c);
    const record = existing(kind, c, state);
    demand(caller(c), permission('write', record));
    const changed = changeResource(state, record, changeOf(record, state));
    return answer(c, shown(kind, changed, state, caller(c)));
  });
}

export function readable(
  who: Caller,
  records: readonly ResourceRecord[],
): readonly ResourceRecord[] {
  return records.filter((record) => allows(who, permission('read', record)));
}

interface OrgFilter {
  orgID: string | undefined;
  org: string | undefined;
}

/** `prefix` stands before what is wrong with an id. */
export function orgFilter(c: Context, prefix = ''): OrgFilter {
  const query = queryOf(c.req);
  return { orgID: queryID(query, 'orgID', prefix), org: queryText(query, 'org') };
}

/** The org asked for, by id before name; undefined: all of them. */
export function orgOf(state: DemoState, { orgID, org }: OrgFilter): string | undefined {
  if (orgID !== undefined || org === undefined) return orgID;
  const found = findOrgByName(state, org);
  return found?.id ?? refuse('not found', `organization name "${org}" not found`);
}

interface PagedList {
  key: string;
  /** Before what is wrong with the id of the org. */
  prefix?: string;
  /** What else the query asks for. */
  only?: (c: Context) => (record: ResourceRecord) => boolean;
}

/** 20 a page, filtered by permission after the page is cut. */
export function pagedList(
  app: App,
  state: DemoState,
  kind: Kind,
  { key, prefix, only = () => () => true }: PagedList,
): void {
  app.get(kind.path, (c) => {
    const page = readPage(c);
    const isAsked = only(c);
    const filter = orgFilter(c, prefix);
    const all = resourcesOf(state, kind.type, orgOf(state, filter)).filter(isAsked);
    const rows = readable(caller(c), cutPage(sortByID(all, page), page));
    return answer(c, {
      links: pageLinks(kind.path, page, { ...filter }, rows.length),
      [key]: rows.map((record) => shown(kind, record, state, caller(c))),
    });
  });
}

/** `{ self, …one for each name }` */
export function linksOf(kind: Pick<Kind, 'path'>, id: string, names: readonly string[]): object {
  const self = `${kind.path}/${id}`;
  return { self, ...Object.fromEntries(names.map((name) => [name, `${self}/${name}`])) };
}

/** Go's `omitempty`. */
export function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined),
  );
}
