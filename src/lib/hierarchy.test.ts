import { describe, expect, it } from 'vitest';
import type { TrialCall } from './hierarchy';
import {
  isAsExpected,
  levelPermissions,
  obstacle,
  outcomeOf,
  ownCall,
  ownCallProblem,
} from './hierarchy';
import type { Level } from './levels';
import { levels } from './levels';
import { classify, knownTypes } from './permissionClasses';
import type { Surroundings } from './surroundings';
import { trialCalls } from './trialCalls';

const orgID = 'a000000000000001';
const own = { id: 'b000000000000001', name: 'own' };
const other = { id: 'b000000000000002', name: 'other' };
const stage = { mark: 'headgate-demo-1', orgID, own, other, line: 'm v=1' };
const place = { orgID, userID: 'c000000000000001', types: knownTypes, bucketID: own.id };
const around: Surroundings = {
  types: knownTypes,
  orgs: new Map([[orgID, 'iot']]),
  buckets: new Map([own, other].map((bucket) => [bucket.id, { ...bucket, orgID, type: 'user' }])),
  users: new Map(),
  isComplete: true,
};

const call = (key: string) => trialCalls.find((one) => one.key === key) as TrialCall;
const reason = (key: string, level: Level) =>
  obstacle(call(key), { level, permissions: levelPermissions(level, place) }, stage, around);

describe('levels', () => {
  it.each(levels.filter((level) => level !== 'v1 user'))('%s is of its own class', (level) => {
    expect(classify(levelPermissions(level, place)).class).toBe(level);
  });
});

describe('obstacle', () => {
  it('refuses the operator nothing', () => {
    expect(trialCalls.map(({ key }) => reason(key, 'operator')).filter(Boolean)).toEqual([]);
  });

  it('names what is missing', () => {
    expect(reason('config', 'all-access')).toBe('Only an operator may: it asks for everything.');
    expect(reason('create-bucket', 'read/write')).toBe('It may not write buckets in iot.');
    expect(reason('write-other', 'read/write')).toBe('It may not write bucket “other” of iot.');
    expect(reason('change-bucket', 'read/write')).toBeUndefined();
  });

  it('leaves the 1.x paths to a v1 user', () => {
    expect(reason('flux-own', 'v1 user')).toBe('A v1 user is known on /write and /query only.');
    expect(reason('write-1x', 'v1 user')).toBeUndefined();
    expect(reason('influxql-other', 'v1 user')).toBe('It may not read bucket “other” of iot.');
  });
});

describe('outcomeOf', () => {
  it.each([
    ['a refusal', {}, 401, '{"code":"unauthorized","message":"no"}', 'denied', 'no'],
    ['a list', { list: 'orgs' }, 200, '{"orgs":[{},{}]}', 'allowed', '2 shown'],
    ['an empty list', { list: 'orgs' }, 200, '{"orgs":[]}', 'nothing shown', '0 shown'],
    ['a list of null', { list: 'orgs' }, 200, '{"orgs":null}', 'nothing shown', '0 shown'],
    ['no content', {}, 204, '', 'allowed', ''],
    [
      'a failed statement',
      {},
      200,
      '{"results":[{"statement_id":0,"error":"database not found: x"}]}',
      'denied',
      'database not found: x',
    ],
    ['a failing server', {}, 500, 'oops', 'failed', 'oops'],
    ['no answer', {}, 0, 'fetch failed', 'failed', 'fetch failed'],
  ])('reads %s', (_name, list, status, text, verdict, words) => {
    expect(outcomeOf(list, { status, text })).toEqual({ verdict, words });
  });

  it('is compared with what the permissions predict', () => {
    const allowed = { verdict: 'allowed', words: '' } as const;
    const denied = { verdict: 'denied', words: '' } as const;
    expect(isAsExpected(undefined, allowed)).toBe(true);
    expect(isAsExpected('because', denied)).toBe(true);
    expect(isAsExpected('because', allowed)).toBe(false);
    expect(isAsExpected(undefined, denied)).toBe(false);
    expect(isAsExpected('because', { verdict: 'failed', words: '' })).toBe(false);
  });
});

describe('a call of the viewer', () => {
  it('keeps query and body as they are typed', () => {
    const { call: make } = ownCall({
      method: 'POST',
      path: '/api/v2/labels?a=1%2F2',
      body: '{"name":"x"}',
    });
    expect(make(stage, 'operator')).toEqual({
      method: 'POST',
      path: '/api/v2/labels',
      query: { a: '1/2' },
      body: { name: 'x' },
    });
    const line = ownCall({ method: 'POST', path: '/write?db=x', body: 'm v=1' });
    expect(line.call(stage, 'operator').body).toBe('m v=1');
    expect(ownCall({ method: 'GET', path: '/x', body: 'b' }).call(stage, 'operator').body).toBe(
      undefined,
    );
  });

  it.each([
    ['/api/v2/orgs', true],
    ['api/v2/orgs', false],
    ['//elsewhere.example/x', false],
    ['/a b', false],
    ['', false],
  ])('%j can be sent: %s', (path, can) => {
    expect(ownCallProblem(path) === null).toBe(can);
  });
});
