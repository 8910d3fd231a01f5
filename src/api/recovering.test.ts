import { afterEach, expect, it } from 'vitest';
import { OPERATOR_TOKEN } from '@/demo/seed/credentials';
import { testDemo } from '@/demo/testing';
import { stubGateway } from '@/test/gateway';
import { connect, open, recoverWith, request } from './client';
import { fluxTables } from './flux';
import { influxqlTables } from './influxql';

afterEach(() => recoverWith(undefined));

function expired(): void {
  connect(open('demo', { kind: 'token', token: 'expired' }));
}

it('a call that finds the credential expired waits for a new sign-in and is sent again', async () => {
  stubGateway(testDemo().handle);
  expired();
  let asked = 0;
  recoverWith(() => {
    asked += 1;
    connect(open('demo', { kind: 'token', token: OPERATOR_TOKEN }));
    return Promise.resolve();
  });
  await expect(request('/api/v2/me')).resolves.toMatchObject({ name: 'admin' });
  expect(asked).toBe(1);
});

it('a missing permission is an answer, not the end of a sign-in', async () => {
  const { handle } = testDemo();
  stubGateway(handle);
  connect(open('demo', { kind: 'token', token: 'demo-airsensors-token' }));
  recoverWith(() => Promise.reject(new Error('asked')));
  await expect(request('/api/v2/me')).rejects.toThrow(/^read:users\/[0-9a-f]{16} is unauthorized$/);
});

it('without a way to sign in again the refusal is passed on', async () => {
  stubGateway(testDemo().handle);
  expired();
  await expect(fluxTables('0a00000000000001', 'buckets()')).rejects.toThrow('unauthorized access');
});

it('a session cannot ask by InfluxQL, and is not sent', async () => {
  const gateway = stubGateway(testDemo().handle);
  connect(open('demo', { kind: 'session' }));
  await expect(influxqlTables({ text: 'SHOW DATABASES' })).rejects.toThrow(/accepts no session/);
  expect(gateway.asked).toEqual([]);
});

it('a web page in place of an answer is refused', async () => {
  const gateway = stubGateway(testDemo().handle);
  gateway.intercept = () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
  connect(open('demo', { kind: 'token', token: OPERATOR_TOKEN }));
  await expect(request('/api/v2/me')).rejects.toThrow('the answer is a web page');
});
