import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { demand } from '@/demo/auth';
import { compact, refuse } from '@/demo/errors';
import { UNREPORTED, readGoBody } from '@/demo/goBody';
import { goBool, goID, goStruct, goText } from '@/demo/goShape';
import { queryIDs, queryOf, queryText } from '@/demo/queryValues';
import type { DemoState } from '@/demo/state';
import { resourcesOf } from '@/demo/store/resources';
import { demandCreate, linksOf, orgFilter, orgOf, readable, resourceOf } from './kind';
import type { Kind } from './kind';
import { resourceLabelRoutes } from './resourceLabels';
import { resourceMemberRoutes } from './resourceMembers';

const SCRAPER = goStruct('influxdb.ScraperTarget', {
  name: goText(),
  type: goText('influxdb.ScraperType'),
  url: goText(),
  orgID: goID,
  bucketID: goID,
  allowInsecure: goBool,
});

const SCRAPERS: Kind = {
  type: 'scrapers',
  path: '/api/v2/scrapers',
  missing: () => 'scraper target is not found',
  async draft(c) {
    const { orgID, name, ...fields } = await readGoBody(c, SCRAPER, UNREPORTED);
    const { bucketID } = fields;
    demandCreate(caller(c), 'scrapers', orgID);
    if (bucketID === '') refuse('invalid', 'invalid id for permission: invalid ID');
    demand(caller(c), { action: 'write', resource: { type: 'buckets', id: bucketID, orgID } });
    return { orgID, name, fields };
  },
  async change(c) {
    const { name, type, url, bucketID } = await readGoBody(c, SCRAPER, UNREPORTED);
    return ({ name: current, fields }) => ({
      name: name || current,
      fields: {
        type: type || fields.type,
        url: url || fields.url,
        bucketID: bucketID || fields.bucketID,
      },
    });
  },
  body({ id, orgID, name, fields: { allowInsecure, ...fields } }, state) {
    const bucketID = String(fields.bucketID);
    return {
      id,
      orgID,
      name,
      ...fields,
      ...(allowInsecure === true ? { allowInsecure } : {}),
      org: state.orgs.get(orgID)?.name ?? '',
      bucket: state.buckets.get(bucketID)?.name ?? '',
      links: {
        ...linksOf(SCRAPERS, id, ['members', 'owners']),
        bucket: `/api/v2/buckets/${bucketID}`,
        organization: `/api/v2/orgs/${orgID}`,
      },
    };
  },
};

export function scraperRoutes(app: App, state: DemoState): void {
  app.get(SCRAPERS.path, (c) => {
    const query = queryOf(c.req);
    const name = queryText(query, 'name');
    const ids = queryIDs(query, 'id');
    const all = resourcesOf(state, 'scrapers', orgOf(state, orgFilter(c)));
    const named = all.filter(
      (scraper) =>
        (name === undefined || scraper.name === name) &&
        (ids.length === 0 || ids.includes(scraper.id)),
    );
    return compact(c, {
      links: { self: SCRAPERS.path },
      configurations: readable(caller(c), named).map((scraper) => SCRAPERS.body(scraper, state)),
    });
  });
  resourceOf(app, state, SCRAPERS);
  resourceLabelRoutes(app, state, SCRAPERS);
  resourceMemberRoutes(app, state, SCRAPERS);
}
