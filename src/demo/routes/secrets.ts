import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { readGoBody } from '@/demo/goBody';
import { goSlice, goStruct, goText, goTextMap } from '@/demo/goShape';
import { pathID } from '@/demo/pathIDs';
import type { DemoState, Permission } from '@/demo/state';

const MALFORMED = { code: 'invalid', prefix: 'failed to unmarshal json: ' } as const;
const REMOVAL = goStruct('secret.secretsDeleteBody', { secrets: goSlice(goText()) });

/** The org of the path, once it may be read and its secrets may be read or written. */
function askedOrg(c: Context<Env>, state: DemoState, action: Permission['action']): string {
  const orgID = pathID(c, 'id', 'corrupt ID provided: ');
  const who = caller(c);
  const readable = allows(who, { action: 'read', resource: { type: 'orgs', id: orgID } });
  if (!readable || !state.orgs.has(orgID)) refuse('not found', '404 page not found');
  demand(who, { action, resource: { type: 'secrets', orgID } });
  return orgID;
}

function secretsOf(state: DemoState, orgID: string): Map<string, string> {
  const known = state.secrets.get(orgID) ?? new Map<string, string>();
  state.secrets.set(orgID, known);
  return known;
}

export function secretRoutes(app: App, state: DemoState): void {
  const path = '/api/v2/orgs/:id/secrets';

  app.get(path, (c) => {
    const orgID = askedOrg(c, state, 'read');
    const org = `/api/v2/orgs/${orgID}`;
    const secrets = [...secretsOf(state, orgID).keys()].sort();
    return tabbed(c, { links: { org, self: `${org}/secrets` }, secrets });
  });

  app.patch(path, async (c) => {
    const orgID = askedOrg(c, state, 'write');
    const given = await readGoBody(c, goTextMap, MALFORMED);
    for (const [key, value] of Object.entries(given)) secretsOf(state, orgID).set(key, value);
    return c.body(null, 204);
  });

  app.post(`${path}/delete`, async (c) => {
    const orgID = askedOrg(c, state, 'write');
    const { secrets } = await readGoBody(c, REMOVAL, MALFORMED);
    for (const key of secrets) secretsOf(state, orgID).delete(key);
    return c.body(null, 204);
  });

  app.delete(`${path}/:key`, (c) => {
    const orgID = askedOrg(c, state, 'write');
    secretsOf(state, orgID).delete(c.req.param('key'));
    return c.body(null, 204);
  });
}
