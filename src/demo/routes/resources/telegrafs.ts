import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { compact, refuse } from '@/demo/errors';
import { UNREPORTED, readGoBody } from '@/demo/goBody';
import { goID, goSlice, goStruct, goText } from '@/demo/goShape';
import type { DemoState, ResourceRecord } from '@/demo/state';
import { resourcesOf } from '@/demo/store/resources';
import { filled, linksOf, orgFilter, readable, resourceOf, shown } from './kind';
import type { Kind } from './kind';
import { resourceLabelRoutes } from './resourceLabels';
import { resourceMemberRoutes } from './resourceMembers';

const TELEGRAF = goStruct('influxdb.TelegrafConfig', {
  orgID: goID,
  name: goText(),
  description: goText(),
  config: goText(),
  metadata: goStruct('', { buckets: goSlice(goText()) }, 'metadata'),
});

async function read(c: Context): Promise<{ orgID: string; name: string; fields: object }> {
  const { orgID, name, ...fields } = await readGoBody(c, TELEGRAF, UNREPORTED);
  if (fields.config === '') refuse('unprocessable entity', 'config is required');
  return { orgID, name, fields };
}

const TELEGRAFS: Kind = {
  type: 'telegrafs',
  path: '/api/v2/telegrafs',
  missing: () => 'telegraf configuration not found',
  async draft(c) {
    const { orgID, name, fields } = await read(c);
    return { orgID, name, fields: { ...fields } };
  },
  async change(c) {
    const { name, fields } = await read(c);
    return () => ({ name, fields: { ...fields } });
  },
  changeMethods: ['PUT'],
  body,
  single,
};

function body({ id, orgID, name, fields }: ResourceRecord): object {
  const { description, ...rest } = fields;
  const links = linksOf(TELEGRAFS, id, ['labels', 'members', 'owners']);
  return { id, orgID, name, ...filled({ description }), ...rest, labels: [], links };
}

/** As Telegraf itself asks for it, unless JSON or a file is wanted. */
function single(c: Context<Env>, record: ResourceRecord, state: DemoState): Response {
  const accept = c.req.header('Accept') ?? '';
  if (accept.includes('application/json')) {
    return compact(c, shown(TELEGRAFS, record, state, caller(c)));
  }
  const config = String(record.fields.config);
  if (!accept.includes('application/octet-stream')) {
    return c.body(config, 200, { 'Content-Type': 'application/toml; charset=utf-8' });
  }
  const file = record.name.trim().replaceAll(' ', '_');
  return c.body(config, 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${file}.toml"`,
  });
}

export function telegrafRoutes(app: App, state: DemoState): void {
  app.get(TELEGRAFS.path, (c) => {
    // The name of an org is read, and filters nothing.
    const { orgID } = orgFilter(c, 'orgID is invalid: ');
    const all = resourcesOf(state, 'telegrafs', orgID);
    const rows = readable(caller(c), all);
    const configurations = rows.map((row) => shown(TELEGRAFS, row, state, caller(c)));
    return compact(c, { configurations });
  });
  resourceOf(app, state, TELEGRAFS);
  resourceLabelRoutes(app, state, TELEGRAFS);
  resourceMemberRoutes(app, state, TELEGRAFS);
}
