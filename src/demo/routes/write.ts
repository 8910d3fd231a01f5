import type { Precision } from '@/lib/lineProtocol';
import { nanosecondsPer } from '@/lib/lineProtocol';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { bucketToWrite, orgOf } from '@/demo/dataTarget';
import { queryOf } from '@/demo/queryValues';
import { refuse } from '@/demo/errors';
import type { DemoState } from '@/demo/state';
import { receiveBody } from '@/demo/writeBody';
import { demandWrite, writeLines } from '@/demo/writeLines';

/** The order of the checks is the server's. */
export function writeRoutes(app: App, state: DemoState): void {
  app.post('/api/v2/write', async (c) => {
    const query = queryOf(c.req);
    const precision = readPrecision(query.get('precision'));
    const bucketText = query.get('bucket');
    if (!bucketText) refuse('not found', 'bucket not found');
    const body = await receiveBody(c.req.raw);
    const org = orgOf(state, query);
    const bucket = bucketToWrite(state, org.id, bucketText);
    demandWrite(caller(c), { id: bucket.id, orgID: org.id });
    writeLines(state, bucket, await body.text(), precision);
    return c.body(null, 204);
  });
}

function readPrecision(text: string | null): Precision {
  if (!text) return 'ns';
  if (isPrecision(text)) return text;
  refuse('invalid', 'invalid precision; valid precision units are ns, us, ms, and s');
}

function isPrecision(text: string): text is Precision {
  return Object.hasOwn(nanosecondsPer, text);
}
