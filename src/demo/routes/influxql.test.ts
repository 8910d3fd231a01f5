import { describe, expect, it } from 'vitest';
import { createDemo } from '@/demo/server';

/** A server with one bucket, and a way to ask it. */
async function started() {
  const demo = createDemo({ fluxWasm: () => Promise.reject(new Error('no Flux here')) });
  const setup = await demo.handle(
    new Request('http://demo/api/v2/setup', {
      method: 'POST',
      body: JSON.stringify({ username: 'u', password: 'password', org: 'o', bucket: 'b0' }),
    }),
  );
  const { auth } = (await setup.json()) as { auth: { token: string } };
  const authorization = { Authorization: `Token ${auth.token}` };
  const ask = async (path: string, init: RequestInit = {}) =>
    demo.handle(
      new Request(`http://demo${path}`, {
        ...init,
        headers: { ...authorization, ...(init.headers as Record<string, string> | undefined) },
      }),
    );
  await ask('/write?db=b0&precision=s', { method: 'POST', body: 'm v=1 1\nm v=2 2\nm v=3 3' });
  return ask;
}

const three =
  '{"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","v"],"values":[[1,1],[2,2],[3,3]]}]}]}\n';

describe('/query', () => {
  it('reads the query from a form before the URL', async () => {
    const ask = await started();
    const body = new URLSearchParams({ q: 'SELECT v FROM m', epoch: 's' });
    const answer = await ask('/query?db=b0&q=SHOW+DATABASES', { method: 'POST', body });
    expect(await answer.text()).toBe(three);
  });

  it('reads the query from a multipart form', async () => {
    const ask = await started();
    const body = new FormData();
    body.set('q', 'SELECT v FROM m');
    const answer = await ask('/query?db=b0&epoch=s', { method: 'POST', body });
    expect(await answer.text()).toBe(three);
  });

  it('takes another body for an empty query', async () => {
    const ask = await started();
    const headers = { 'Content-Type': 'application/json' };
    const answer = await ask('/query?db=b0', {
      method: 'POST',
      headers,
      body: '{"q":"SHOW DATABASES"}',
    });
    expect([answer.status, await answer.text()]).toEqual([200, '{}\n']);
  });

  it('binds parameters', async () => {
    const ask = await started();
    const query = new URLSearchParams({
      db: 'b0',
      q: 'SELECT v FROM $m WHERE v > $v LIMIT $n',
      params: '{"m":{"identifier":"m"},"v":1.5,"n":1}',
      epoch: 's',
    });
    const answer = await ask(`/query?${query.toString()}`);
    expect(await answer.text()).toContain('"values":[[2,2]]');
  });

  it('sends chunks as they are read, and stops when the client leaves', async () => {
    const ask = await started();
    const answer = await ask('/query?db=b0&epoch=s&chunked=true&chunk_size=1&q=SELECT+v+FROM+m');
    const reader = answer.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    expect(first).toContain('{"results":[');
    await reader?.cancel();
    expect((await reader?.read())?.done).toBe(true);
  });

  it.each(['text/csv', 'application/csv'])('answers %s', async (accept) => {
    const ask = await started();
    const answer = await ask('/query?db=b0&q=SELECT+v+FROM+m+LIMIT+1', {
      headers: { Accept: accept },
    });
    expect(answer.headers.get('Content-Type')).toBe(accept);
    expect(await answer.text()).toBe('name,tags,time,v\nm,,1000000000,1\n');
  });

  it.each(['text/csv;q=1', 'text/csv, */*', 'application/x-msgpack', '*/*'])(
    'answers JSON for %s',
    async (accept) => {
      const ask = await started();
      const answer = await ask('/query?db=b0&q=SHOW+DATABASES', { headers: { Accept: accept } });
      expect(answer.headers.get('Content-Type')).toBe('application/json');
    },
  );
});
