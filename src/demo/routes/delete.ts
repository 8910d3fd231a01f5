import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { allows } from '@/demo/auth';
import { bucketToDelete, orgOf } from '@/demo/dataTarget';
import { PredicateError, parseDeletePredicate } from '@/demo/deletePredicate';
import { queryOf } from '@/demo/queryValues';
import { refuse } from '@/demo/errors';
import { parseTime } from '@/demo/flux/time';
import { bodyText } from '@/demo/goBody';
import { GoJsonError, GoTypeError } from '@/demo/goJson';
import { decodeGo, goStruct, goText } from '@/demo/goShape';
import type { DemoState } from '@/demo/state';
import type { DeleteTerm, TimeSpan } from '@/demo/storage/storage';

const BODY = goStruct('http.deleteRequestDecode', {
  start: goText(),
  stop: goText(),
  predicate: goText(),
});

const MIN_TIME = -9_223_372_036_854_775_806n;
const MAX_TIME = 9_223_372_036_854_775_806n;

/** The body is read before org, bucket and permission are looked at. */
export function deleteRoutes(app: App, state: DemoState): void {
  app.post('/api/v2/delete', async (c) => {
    const { span, terms } = await readRequest(c);
    const query = queryOf(c.req);
    const org = orgOf(state, query);
    const bucket = bucketToDelete(state, org.id, query);
    const resource = { type: 'buckets', id: bucket.id, orgID: org.id };
    if (!allows(caller(c), { action: 'write', resource })) {
      refuse('forbidden', 'insufficient permissions to delete');
    }
    state.storage.delete(bucket.id, span, terms);
    return c.body(null, 204);
  });
}

async function readBody(c: Context): Promise<(typeof BODY)['zero']> {
  try {
    return decodeGo(bodyText(await c.req.arrayBuffer()), BODY);
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    const what = error instanceof GoTypeError ? 'Invalid delete predicate node request: ' : '';
    return invalid(`${what}${error.message}`);
  }
}

async function readRequest(c: Context): Promise<{ span: TimeSpan; terms: DeleteTerm[] }> {
  const body = await readBody(c);
  const start = readTime('start', body.start, '2009-01-02T23:00:00Z');
  if (start < MIN_TIME) {
    invalid('invalid start time, start time must not be before 1677-09-21T00:12:43.145224194Z');
  }
  const stop = readTime('stop', body.stop, '2009-01-01T23:00:00Z');
  if (stop > MAX_TIME) {
    invalid('invalid stop time, stop time must not be after 2262-04-11T23:47:16.854775806Z');
  }
  // The stop is part of what is deleted.
  const terms = readTerms(body.predicate);
  // Builds before 2.7 delete nothing and say nothing.
  if (terms.some(({ key, operator }) => key === '_field' && operator === '=')) {
    refuse('not implemented', 'delete by field is not supported');
  }
  return { span: { start, stop: stop + 1n }, terms };
}

function invalid(message: string): never {
  refuse('invalid', `error decoding json body: ${message}`);
}

function readTime(field: string, text: string, example: string): bigint {
  const time = /T(?!24)/.test(text) ? parseTime(text) : null;
  if (time !== null) return time;
  invalid(
    `invalid RFC3339Nano for field ${field}, please format your time with RFC3339Nano format, example: ${example}`,
  );
}

function readTerms(predicate: string): DeleteTerm[] {
  try {
    return parseDeletePredicate(predicate);
  } catch (error) {
    if (error instanceof PredicateError) refuse('invalid', error.message);
    throw error;
  }
}
