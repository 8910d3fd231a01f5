import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { compact, refuse, tabbed } from '@/demo/errors';
import { readGoBody, UNWRAPPED } from '@/demo/goBody';
import { goAny, goID, goStruct, goText } from '@/demo/goShape';
import { idProblem } from '@/demo/ids';
import { lenientQueryID, pathID } from '@/demo/pathIDs';
import { queryOf } from '@/demo/queryValues';
import type { DemoState } from '@/demo/state';
import { resourcesOf } from '@/demo/store/resources';
import { linksOf, readable, resourceOf } from './kind';
import type { Kind } from './kind';

const SOURCES = '/api/v2/sources';
const SELF = {
  id: '020f755c3c082000',
  orgID: '50616e67652c206c',
  default: true,
  name: 'autogen',
  type: 'self',
  url: '',
  telegraf: '',
  token: '',
  defaultRP: '',
};
const NOTEBOOK = goStruct('notebooks.reqBody', { orgID: goID, name: goText(), spec: goAny });

const NOTEBOOKS: Kind = {
  type: 'notebooks',
  path: '/api/v2private/notebooks',
  missing: () => 'notebook not found',
  async draft(c) {
    const { orgID, name, spec } = await readGoBody(c, NOTEBOOK, UNWRAPPED);
    if (orgID === '') refuse('invalid', 'invalid or missing org ID');
    return { orgID, name, fields: { spec } };
  },
  body: ({ id, orgID, name, fields, createdAt, updatedAt }) => ({
    orgID,
    id,
    name,
    ...fields,
    createdAt,
    updatedAt,
  }),
};

/** What the official UI keeps on the server, and what every server has of itself. */
export function builtInRoutes(app: App, state: DemoState): void {
  const self = {
    ...SELF,
    links: linksOf({ path: SOURCES }, SELF.id, ['query', 'buckets', 'health']),
  };
  const { id, orgID } = SELF;
  const needed = { action: 'read', resource: { type: 'sources', id, orgID } } as const;
  app.get(SOURCES, (c) => {
    const sources = allows(caller(c), needed) ? [self] : [];
    return compact(c, { sources, links: { self: SOURCES } });
  });
  app.get(`${SOURCES}/:id`, (c) => {
    if (pathID(c, 'id') !== id) refuse('not found', 'source not found');
    demand(caller(c), needed);
    return compact(c, self);
  });
  app.get('/api/v2/stacks', (c) => {
    const orgID = queryOf(c.req).get('orgID') ?? '';
    const problem = idProblem(orgID);
    if (problem !== null) refuse('invalid', `organization id["${orgID}"] is invalid: ${problem}`);
    return tabbed(c, { stacks: [] });
  });
  app.get('/api/v2private/annotations', (c) => {
    if (lenientQueryID(c, 'orgID') === null) refuse('invalid', 'invalid or missing org ID');
    return tabbed(c, []);
  });
  app.get(NOTEBOOKS.path, (c) => {
    const orgID = lenientQueryID(c, 'orgID') ?? refuse('invalid', 'invalid or missing org ID');
    const all = readable(caller(c), resourcesOf(state, 'notebooks', orgID));
    return tabbed(c, { flows: all.map((record) => NOTEBOOKS.body(record, state)) });
  });
  resourceOf(app, state, NOTEBOOKS);
}
