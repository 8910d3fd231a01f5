import type { Context } from 'hono';
import { refuse } from '@/demo/errors';
import { idProblem } from '@/demo/ids';
import { queryOf, queryText } from '@/demo/queryValues';
import type { DemoState, ResourceRecord } from '@/demo/state';
import { findOrgByName } from '@/demo/store/orgs';
import { resourcesOf } from '@/demo/store/resources';

interface TaskPage {
  /** Before permissions shorten it. */
  rows: ResourceRecord[];
  limit: number;
  isBasic: boolean;
  /** As links repeat it. */
  query: Record<string, string | undefined>;
}

const UNDECODED = 'failed to decode request: ';

function readID(query: URLSearchParams, name: string): string | undefined {
  const text = queryText(query, name);
  const problem = text === undefined ? null : idProblem(text);
  if (problem !== null) refuse('invalid', `${UNDECODED}${problem}`);
  return text?.toLowerCase();
}

function readLimit(query: URLSearchParams): number {
  const limit = Number(queryText(query, 'limit') ?? '100');
  if (!Number.isInteger(limit) || limit < 1 || limit > 500) {
    refuse('invalid', `${UNDECODED}limit must be between 1 and 500`);
  }
  return limit;
}

function orgIDOf(state: DemoState, query: URLSearchParams): string | undefined {
  const org = queryText(query, 'org');
  if (org === undefined) return readID(query, 'orgID');
  const found = findOrgByName(state, org);
  return found?.id ?? refuse('invalid', `${UNDECODED}organization name "${org}" not found`);
}

/** Tasks page by `after`, 100 a page and at most 500. */
export function readTaskPage(c: Context, state: DemoState): TaskPage {
  const query = queryOf(c.req);
  const orgID = orgIDOf(state, query);
  const limit = readLimit(query);
  const after = readID(query, 'after');
  const user = readID(query, 'user');
  const [name, status] = [queryText(query, 'name'), queryText(query, 'status')];
  const rows = resourcesOf(state, 'tasks', orgID).filter(
    (task) =>
      (after === undefined || task.id > after) &&
      (user === undefined || task.ownerID === user) &&
      (name === undefined || task.name === name) &&
      (status === undefined || task.fields.status === status),
  );
  return {
    rows: rows.slice(0, limit),
    limit,
    isBasic: query.get('type') === 'basic',
    query: { limit: String(limit), org: queryText(query, 'org'), orgID, user },
  };
}
