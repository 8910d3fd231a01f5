import type { MutationOptions } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { accountMutations } from '@/api/account';
import { callerQueries } from '@/api/caller';
import { connect, open } from '@/api/client';
import { memberMutations } from '@/api/members';
import { orgMutations } from '@/api/orgs';
import { tokenMutations } from '@/api/tokens';
import { userMutations } from '@/api/users';
import { v1UserMutations } from '@/api/v1Users';
import { ALL_ACCESS_TOKEN, OPERATOR_TOKEN } from '@/demo/seed/credentials';
import type { TestDemo } from '@/demo/testing';
import { testDemo } from '@/demo/testing';
import type { Activity } from '@/lib/activity';
import { readOf } from '@/lib/permissions';
import type { GatewayStub } from '@/test/gateway';
import { stubGateway } from '@/test/gateway';
import { createQueryClient } from './queryClient';

interface Signed {
  demo: TestDemo;
  gateway: GatewayStub;
  orgID: string;
  /** Runs a write as a screen does. Its error is left to the record. */
  write: <Data, Variables>(
    options: MutationOptions<Data, Error, Variables>,
    variables: Variables,
  ) => Promise<Data | undefined>;
}

async function signedIn(token = OPERATOR_TOKEN): Promise<Signed> {
  const demo = testDemo();
  const gateway = stubGateway(demo.handle);
  connect(open('demo', { kind: 'token', token }));
  const client = createQueryClient();
  await client.fetchQuery(callerQueries.current);
  return {
    demo,
    gateway,
    orgID: [...demo.state.orgs.keys()][0] ?? '',
    write: async (options, variables) => {
      try {
        return await client.getMutationCache().build(client, options).execute(variables);
      } catch {
        return undefined;
      }
    },
  };
}

function recorded(): Activity[] {
  return JSON.parse(localStorage.getItem('headgate.activity') ?? '[]') as Activity[];
}

function everythingKept(): string {
  return JSON.stringify(Object.entries(localStorage));
}

test('no secret that was typed or answered is kept in the browser', async () => {
  const { demo, orgID, write } = await signedIn();
  const passwords = ['first-secret-1', 'second-secret-2', 'third-secret-3', 'fourth-secret-4'];
  const [first = '', second = '', third = '', fourth = ''] = passwords;
  const permissions = [readOf('buckets', { orgID })];
  const membership = { orgID, role: 'member' } as const;
  const user = await write(userMutations.create, { name: 'nora', password: first, membership });
  await write(userMutations.setPassword, { id: user?.id ?? '', password: second });
  const draft = { orgID, description: 'x', permissions };
  const token = await write(tokenMutations.create, draft);
  const v1 = await write(v1UserMutations.create, {
    ...draft,
    token: 'nora-v1',
  });
  await write(v1UserMutations.setPassword, { id: v1?.id ?? '', password: third });
  await write(accountMutations.changePassword, { old: 'Demo-Admin-1', password: fourth });

  expect(recorded().map(({ action }) => action)).toEqual([
    'User created',
    'Password set',
    'Token created',
    'v1 user created',
    'Password set',
    'Password changed',
  ]);
  const value = demo.state.tokens.get(token?.id ?? '')?.token ?? '';
  expect(value).toHaveLength(88);
  const kept = everythingKept();
  for (const secret of [...passwords, 'Demo-Admin-1', value, OPERATOR_TOKEN]) {
    expect(kept).not.toContain(secret);
  }
});

test('who did what on which server, with the calls as they were sent', async () => {
  const { orgID, write } = await signedIn();
  await write(orgMutations.update, { id: orgID, patch: { description: 'new' } });
  expect(recorded()).toMatchObject([
    {
      server: 'demo',
      who: 'admin',
      action: 'Org saved',
      outcome: 'done',
      words: '',
      calls: [{ method: 'PATCH', path: `/api/v2/orgs/${orgID}`, body: { description: 'new' } }],
      callCount: 1,
    },
  ]);
});

test('what the server refused, and what broke off', async () => {
  const { gateway, write } = await signedIn(ALL_ACCESS_TOKEN);
  await write(orgMutations.create, { name: 'lab', description: '' });
  gateway.intercept = () => Response.json({ message: 'no space left' }, { status: 500 });
  await write(orgMutations.create, { name: 'lab', description: '' });
  gateway.intercept = () => Promise.reject(new TypeError('Failed to fetch'));
  await write(orgMutations.create, { name: 'lab', description: '' });
  expect(recorded().map(({ outcome, words }) => [outcome, words])).toEqual([
    ['refused', 'write:orgs is unauthorized'],
    ['failed', 'no space left'],
    ['failed', 'The gateway does not answer'],
  ]);
});

test('of a run over several tokens, what was refused', async () => {
  const { demo, gateway, write } = await signedIn();
  const ids = [...demo.state.tokens.keys()].slice(2, 4);
  gateway.intercept = ({ url }) =>
    url.endsWith(ids[1] ?? '') ? Response.json({ message: 'busy' }, { status: 503 }) : undefined;
  await write(tokenMutations.bulk, { action: 'deactivate', ids });
  expect(recorded()).toMatchObject([
    { action: '1 token deactivated', outcome: 'in part', words: '1 refused: busy', callCount: 1 },
  ]);
});

test('a flow that was taken back whole is a refusal; one that was not may have happened', async () => {
  const { demo, gateway, orgID, write } = await signedIn();
  const [userID = ''] = [...demo.state.users.keys()].slice(1, 2);
  let isBroken = false;
  gateway.intercept = ({ method, url }) => {
    if (method !== 'POST' || !/owners$|members$/.test(url)) return undefined;
    const isFirst = url.endsWith('owners');
    if (!isFirst && !isBroken) return undefined;
    return Response.json({ message: 'no' }, { status: 403 });
  };
  await write(memberMutations.changeRole, { orgID, userID, role: 'member' });
  isBroken = true;
  await write(memberMutations.changeRole, { orgID, userID, role: 'member' });
  expect(recorded().map(({ outcome }) => outcome)).toEqual(['refused', 'failed']);
});
