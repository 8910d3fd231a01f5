import { beforeAll, expect, test } from 'vitest';
import type { Caller } from '@/api/caller';
import { connect, open } from '@/api/client';
import { ada, air, around, both, credential, inBucket } from '@/test/accessScene';
import { tokensAsCsv, tokensAsJson } from './tokenExport';
import { tokenRows } from './tokenRows';

beforeAll(() => connect(open('demo')));

function rows() {
  const { kind: _kind, name: _name, ...rest } = credential(both('buckets', inBucket(air)));
  const permissions = [...rest.permissions];
  const row = { ...rest, id: '0d1', description: '=cmd, "x"', token: 'a-secret', permissions };
  const caller = { kind: 'session', user: { id: ada }, orgs: [] } as unknown as Caller;
  return tokenRows([row], around, caller);
}

test('CSV has a line a token, nothing a spreadsheet would run, and no secret', () => {
  const [head, line] = tokensAsCsv(rows()).split('\r\n');
  expect(head).toMatch(/^id,description,class,status,scope,orgID,org,userID,user,owner,/);
  expect(line).toContain(`0d1,"'=cmd, ""x""",read/write,active,reads and writes airsensors`);
  expect(line).toContain(`read:orgs/${air.orgID}/buckets/${air.id} write:orgs/`);
  expect(line).not.toContain('a-secret');
});

test('JSON has the permissions as the server has them, and no secret', () => {
  const text = tokensAsJson(rows());
  expect(JSON.parse(text)).toMatchObject([
    { id: '0d1', class: 'read/write', permissions: both('buckets', inBucket(air)) },
  ]);
  expect(text).not.toContain('a-secret');
});
