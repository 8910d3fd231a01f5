import { expect, it } from 'vitest';
import {
  describe,
  HttpError,
  isConflict,
  isSignedOut,
  messageOf,
  missingPermission,
  NotInfluxError,
  unreachable,
} from './errors';

const O = '0a00000000000001';

function answered(status: number, body: unknown): HttpError {
  return new HttpError(status, 'x', JSON.stringify(body), null, 'application/json');
}

const refusedRead = answered(401, {
  code: 'unauthorized',
  message: `read:orgs/${O}/buckets is unauthorized`,
});
const signedOut = answered(401, { code: 'unauthorized', message: 'unauthorized access' });
const conflict = answered(422, {
  code: 'conflict',
  message: 'organization with name iot already exists',
});
const down = answered(502, {
  code: 'unreachable',
  server: 'plant',
  reason: 'dns',
  message: 'getaddrinfo ENOTFOUND plant',
});

it('only an unknown credential means signed out', () => {
  expect(isSignedOut(signedOut)).toBe(true);
  expect(isSignedOut(answered(401, { message: 'Unauthorized' }))).toBe(true);
  expect(isSignedOut(refusedRead)).toBe(false);
  expect(isSignedOut(answered(401, { message: 'token is inactive' }))).toBe(false);
  expect(isSignedOut(answered(403, { message: 'unauthorized access' }))).toBe(false);
  expect(isSignedOut(new Error('unauthorized access'))).toBe(false);
});

it('conflicts are 422 with their code', () => {
  expect(isConflict(conflict)).toBe(true);
  expect(isConflict(answered(422, { code: 'unprocessable entity', message: 'x' }))).toBe(false);
});

it('the missing permission is read from the refusal', () => {
  expect(missingPermission(refusedRead)).toEqual({
    action: 'read',
    resource: { type: 'buckets', orgID: O },
  });
  const wrapped = answered(403, {
    message: `permission write:orgs/${O}/tasks is not allowed: write:orgs/${O}/tasks is unauthorized`,
  });
  expect(missingPermission(wrapped)?.resource.type).toBe('tasks');
  expect(missingPermission(signedOut)).toBeUndefined();
});

it('1.x errors carry their words in another place', () => {
  expect(messageOf(answered(401, { error: 'authorization failed' }))).toBe('authorization failed');
});

it('the gateway says which server does not answer, and why', () => {
  expect(unreachable(down)).toEqual({
    server: 'plant',
    reason: 'dns',
    message: 'getaddrinfo ENOTFOUND plant',
  });
  expect(unreachable(answered(502, { message: 'bad gateway' }))).toBeUndefined();
});

it.each<[string, unknown, string, string]>([
  [
    'a server error with its message',
    answered(500, { message: 'retention policy duration must be at least 1h0m0s' }),
    'The server failed',
    'retention policy duration must be at least 1h0m0s',
  ],
  ['a conflict', conflict, 'There is a conflict', 'organization with name iot already exists'],
  [
    'a missing permission',
    refusedRead,
    'This credential may not do that',
    `read:orgs/${O}/buckets is unauthorized`,
  ],
  [
    'a server that is down',
    down,
    'The name of this server cannot be resolved',
    'getaddrinfo ENOTFOUND plant',
  ],
  [
    'a web page',
    new NotInfluxError(),
    'This is not an InfluxDB',
    'The answer was a web page. Check the address of this server in the gateway.',
  ],
  [
    'no gateway',
    new TypeError('Failed to fetch'),
    'The gateway does not answer',
    'The connection to Headgate failed. Is it still running?',
  ],
  ['anything else', new Error('boom'), 'Something went wrong', 'boom'],
])('%s is put into words', (_, error, title, detail) => {
  expect(describe(error)).toEqual({ title, detail });
});
