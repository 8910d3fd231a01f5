import type { App } from '@/demo/app';
import { refuse } from '@/demo/errors';
import { readGoBody } from '@/demo/goBody';
import { goAny, goID, goStruct, goText } from '@/demo/goShape';
import { queryOf } from '@/demo/queryValues';
import type { DemoState } from '@/demo/state';
import { linksOf, pagedList, resourceOf } from './kind';
import type { Kind } from './kind';
import { resourceLabelRoutes } from './resourceLabels';

const COMMON = goStruct('influxdb.Common', { orgID: goID, name: goText(), type: goText() });
const MALFORMED = { code: 'invalid', prefix: '' } as const;
/** What the server makes itself, whatever the request says. */
const OWN = new Set([
  'id',
  'orgID',
  'name',
  'ownerID',
  'createdAt',
  'updatedAt',
  'labels',
  'links',
]);

interface Monitored {
  type: 'checks' | 'notificationRules' | 'notificationEndpoints';
  word: string;
  types: readonly string[];
  subpaths: readonly string[];
}

const MONITORED: readonly Monitored[] = [
  {
    type: 'checks',
    word: 'check',
    types: ['threshold', 'deadman', 'custom'],
    subpaths: ['labels', 'members', 'owners', 'query'],
  },
  {
    type: 'notificationRules',
    word: 'notification rule',
    types: ['slack', 'pagerduty', 'smtp', 'http', 'telegram'],
    subpaths: ['labels', 'members', 'owners', 'query'],
  },
  {
    type: 'notificationEndpoints',
    word: 'notification endpoint',
    types: ['slack', 'pagerduty', 'http', 'telegram'],
    subpaths: ['labels', 'members', 'owners'],
  },
];

/** Kept as they were given: none of them has a task that runs. */
function kindOf({ type, word, types, subpaths }: Monitored): Kind {
  const path = `/api/v2/${type}`;
  return {
    type,
    path,
    missing: () => `${word} not found`,
    async draft(c) {
      const copy = c.req.raw.clone();
      const common = await readGoBody(c, COMMON, MALFORMED);
      const given: unknown = await copy.json();
      const { orgID, name } = common;
      if (!types.includes(common.type)) {
        refuse('invalid', `invalid ${word} type ${common.type}`);
      }
      if (name === '') refuse('invalid', `${word} name can't be empty`);
      if (orgID === '') refuse('invalid', `${word} orgID is invalid`);
      return { orgID, name, fields: ownFields(given) };
    },
    async change(c) {
      const given = ownFields(await readGoBody(c, goAny, MALFORMED));
      return () => ({ fields: given });
    },
    body: ({ id, orgID, name, ownerID, createdAt, updatedAt, fields }) => ({
      id,
      orgID,
      name,
      ...(type === 'notificationEndpoints' ? {} : { ownerID }),
      ...fields,
      createdAt,
      updatedAt,
      labels: [],
      links: linksOf({ path }, id, subpaths),
    }),
  };
}

function ownFields(given: unknown): Record<string, unknown> {
  const entries = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  return { status: 'active', ...Object.fromEntries(entries.filter(([key]) => !OWN.has(key))) };
}

/** The server's list of endpoints needs an org by its id: it has no other filter that works. */
function refuseEndpointList(url: string): void {
  const query = queryOf({ url });
  if (query.get('orgID')) return;
  const { pathname, search } = new URL(url);
  if (query.get('org')) {
    refuse(
      'internal error',
      `a panic has occurred: ${pathname}${search}: runtime error: invalid memory address or nil pointer dereference`,
    );
  }
  refuse('unauthorized', 'cannot process a request without a org or user filter');
}

export function monitoringRoutes(app: App, state: DemoState): void {
  app.get('/api/v2/notificationEndpoints', (c, next) => {
    refuseEndpointList(c.req.url);
    return next();
  });
  for (const monitored of MONITORED) {
    const kind = kindOf(monitored);
    pagedList(app, state, kind, monitored.type);
    resourceOf(app, state, kind);
    resourceLabelRoutes(app, state, kind);
  }
}
