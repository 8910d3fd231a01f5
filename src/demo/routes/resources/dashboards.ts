import type { App } from '@/demo/app';
import { refuse } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { goID, goPointer, goStruct, goText } from '@/demo/goShape';
import { queryID, queryIDs, queryOf } from '@/demo/queryValues';
import type { DemoState } from '@/demo/state';
import { linksOf, pagedList, resourceOf } from './kind';
import type { Kind } from './kind';
import { resourceLabelRoutes } from './resourceLabels';

const DASHBOARD = goStruct('influxdb.Dashboard', {
  orgID: goID,
  name: goText(),
  description: goText(),
});
const DASHBOARD_UPDATE = goStruct('influxdb.DashboardUpdate', {
  name: goPointer(goText()),
  description: goPointer(goText()),
});
const SUBPATHS = ['members', 'owners', 'cells', 'labels'];

/** Without cells: the demo draws none. */
const DASHBOARDS: Kind = {
  type: 'dashboards',
  path: '/api/v2/dashboards',
  missing: () => 'dashboard not found',
  async draft(c) {
    const { orgID, name, description } = await readGoBody(c, DASHBOARD, UNWRAPPED);
    return { orgID, name, fields: { description } };
  },
  async change(c) {
    const { name, description } = await readGoBody(c, DASHBOARD_UPDATE, UNWRAPPED);
    if (name === undefined && description === undefined) {
      refuse('invalid', 'must update at least one attribute');
    }
    return (record) => ({
      name: name ?? record.name,
      fields: description === undefined ? {} : { description },
    });
  },
  body: ({ id, orgID, name, createdAt, updatedAt, fields }) => ({
    id,
    orgID,
    name,
    ...fields,
    meta: { createdAt, updatedAt },
    cells: [],
    labels: [],
    links: { ...linksOf(DASHBOARDS, id, SUBPATHS), org: `/api/v2/orgs/${orgID}` },
  }),
};

export function dashboardRoutes(app: App, state: DemoState): void {
  pagedList(app, state, DASHBOARDS, {
    key: 'dashboards',
    only(c) {
      const query = queryOf(c.req);
      const ids = queryIDs(query, 'id');
      const owner = ids.length > 0 ? undefined : queryID(query, 'ownerID');
      return ({ id, ownerID }) =>
        (ids.length === 0 || ids.includes(id)) && (owner === undefined || owner === ownerID);
    },
  });
  resourceOf(app, state, DASHBOARDS);
  resourceLabelRoutes(app, state, DASHBOARDS);
}
