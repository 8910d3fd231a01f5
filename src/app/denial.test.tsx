import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ADMIN, ALL_ACCESS_TOKEN, MEMBER, SENSOR_TOKEN } from '@/demo/seed/credentials';
import { createToken } from '@/demo/store/authorizations';
import type { TestDemo } from '@/demo/testing';
import { readOf } from '@/lib/permissions';
import { renderRoute } from '@/test/renderRoute';

const iotOf = (demo: TestDemo) =>
  [...demo.state.orgs.values()].find(({ name }) => name === 'iot')?.id ?? '';
const newBucket = (demo: TestDemo) => `/servers/demo/orgs/${iotOf(demo)}/buckets/new`;

async function create(user: Awaited<ReturnType<typeof renderRoute>>['user'], what: string) {
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'energy');
  await user.click(screen.getByRole('button', { name: `Create ${what}` }));
  return screen.findByRole('alert');
}

test('an all-access token that makes an org is told what it lacks, in words, and whom to ask', async () => {
  const { user } = await renderRoute('/servers/demo/orgs/new', {
    as: { kind: 'token', token: ALL_ACCESS_TOKEN },
  });
  const alert = await create(user, 'org');
  expect(alert).toHaveTextContent('This credential may not do that');
  expect(alert).toHaveTextContent('It lacks the permission to write orgs in every org.');
  expect(alert).toHaveTextContent('Only an operator can grant it.');
  expect(within(alert).getByText('The server says: write:orgs is unauthorized')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('energy');
});

test('a bucket token that makes a bucket is sent to the owners of the org', async () => {
  const { user } = await renderRoute(newBucket, { as: { kind: 'token', token: SENSOR_TOKEN } });
  const alert = await create(user, 'bucket');
  expect(alert).toHaveTextContent('It lacks the permission to write buckets in');
  expect(alert).toHaveTextContent('Ask an owner of the org, or an operator.');
});

/** A token that reads its org, made for a user of the sample content. */
function readerOf(name: string) {
  return (demo: TestDemo) => {
    const userID = [...demo.state.users.values()].find((user) => user.name === name)?.id ?? '';
    const orgID = iotOf(demo);
    createToken(demo.state, {
      orgID,
      userID,
      token: 'a-token-that-reads',
      permissions: [readOf('orgs', { id: orgID }), readOf('users', { id: userID })],
    });
  };
}

test.each([
  [MEMBER.username, 'Ask an owner of iot (admin), or an operator.'],
  [ADMIN.username, 'You own the org: signed in with your password, you may.'],
])('with a token of %s: %s', async (name, words) => {
  const { user } = await renderRoute(newBucket, {
    as: { kind: 'token', token: 'a-token-that-reads' },
    prepare: readerOf(name),
  });
  const alert = await create(user, 'bucket');
  expect(alert).toHaveTextContent('It lacks the permission to write buckets in iot.');
  expect(await within(alert).findByText(words)).toBeVisible();
});

test('what the caller holds itself, it can make a token with', async () => {
  const { user, demo } = await renderRoute(newBucket, {
    intercept: ({ method, url }) =>
      method === 'POST' && url.endsWith('/api/v2/buckets')
        ? Response.json({ code: 'unauthorized', message: refusal }, { status: 401 })
        : undefined,
  });
  const org = iotOf(demo);
  const refusal = `write:orgs/${org}/buckets is unauthorized`;
  const alert = await create(user, 'bucket');
  expect(alert).toHaveTextContent('write buckets in iot');
  expect(within(alert).getByRole('link', { name: 'Make a token with it' })).toHaveAttribute(
    'href',
    `/servers/demo/tokens/new?org=${org}&grant=write%3Aorgs%2F${org}%2Fbuckets`,
  );
});

test.each([
  [403, 'User is inactive', /user of this credential is inactive.*An operator can activate/],
  [401, 'token is inactive', /token is inactive.*nothing until somebody activates it/],
])('a section refused with %i %s says what it means', async (status, message, words) => {
  await renderRoute((demo) => `/servers/demo/orgs/${iotOf(demo)}/buckets`, {
    intercept: ({ url }) =>
      url.includes('/api/v2/buckets')
        ? Response.json({ code: 'forbidden', message }, { status })
        : undefined,
  });
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
});
