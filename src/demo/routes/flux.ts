import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { refuse } from '@/demo/errors';
import { csvResponse, errorsOnly, nothing } from '@/demo/flux/answer';
import { environmentOf } from '@/demo/flux/environment';
import { FluxError } from '@/demo/flux/fluxError';
import { loadFlux } from '@/demo/flux/load';
import { runQuery } from '@/demo/flux/query';
import { readQueryRequest, undecodable } from '@/demo/flux/request';
import { idProblem } from '@/demo/ids';
import type { DemoState } from '@/demo/state';
import { findOrgByName } from '@/demo/store/orgs';
import { fluxHelperRoutes } from './fluxHelpers';

/** `orgID`, or `org` as a name or an id. */
function orgIDOf(state: DemoState, query: URLSearchParams): string {
  const id = query.get('orgID');
  if (id) {
    const problem = idProblem(id);
    if (problem !== null) undecodable(problem);
    if (!state.orgs.has(id.toLowerCase())) undecodable('organization not found');
    return id.toLowerCase();
  }
  const org = query.get('org');
  if (!org) return undecodable('Please provide either orgID or org');
  if (state.orgs.has(org)) return org;
  return findOrgByName(state, org)?.id ?? undecodable(`organization name "${org}" not found`);
}

/** A failure before anything was sent is an answer of its own. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FluxError) refuse(error.code, error.message);
    throw error;
  }
}

export function fluxRoutes(app: App, state: DemoState): void {
  fluxHelperRoutes(app, state);
  app.post('/api/v2/query', async (c) => {
    const { text, dialect, now } = await readQueryRequest(c.req.raw);
    const orgID = orgIDOf(state, new URL(c.req.url).searchParams);
    const time = now ?? BigInt(Math.trunc(state.now())) * 1_000_000n;
    const environment = environmentOf(state, caller(c), orgID, time);
    const run = async () => runQuery(text, await loadFlux(state.fluxWasm), environment);
    switch (c.req.header('Prefer')) {
      case 'return-no-content':
        return nothing(run);
      case 'return-no-content-with-error':
        return errorsOnly(run, dialect);
      default:
        return refusing(async () => csvResponse(await run(), dialect));
    }
  });
}
