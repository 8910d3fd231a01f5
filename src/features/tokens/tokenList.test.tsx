import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ALL_ACCESS_TOKEN, SENSOR_TOKEN } from '@/demo/seed/credentials';
import type { Permission } from '@/demo/state';
import { createToken } from '@/demo/store/authorizations';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

const list = '/servers/demo/tokens';

function ids({ state }: TestDemo) {
  const org = [...state.orgs.values()].find(({ name }) => name === 'iot')!;
  const user = [...state.users.values()].find(({ name }) => name === 'admin')!;
  const bucket = [...state.buckets.values()].find(({ name }) => name === 'airsensors')!;
  return { orgID: org.id, userID: user.id, bucketID: bucket.id };
}

/** Tokens that read one bucket. */
function addReaders(count: number) {
  return (demo: TestDemo) => {
    const { orgID, userID, bucketID } = ids(demo);
    const permissions: Permission[] = [
      { action: 'read', resource: { type: 'buckets', id: bucketID, orgID } },
    ];
    for (let number = 1; number <= count; number++) {
      createToken(demo.state, { orgID, userID, description: `reader-${number}`, permissions });
    }
  };
}

const row = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!;

const search = () => screen.findByRole('searchbox', { name: 'Search tokens' });

const readers = () =>
  screen
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent)
    .filter((text) => text.startsWith('reader'));

test('a row tells class, scope with names, owner, org and status', async () => {
  await renderRoute(list, { prepare: addReaders(1) });
  const reader = within(await row('reader-1'));
  expect(reader.getByText('read-only')).toBeVisible();
  expect(reader.getByText('reads airsensors')).toBeVisible();
  expect(reader.getByText('admin')).toBeVisible();
  expect(reader.getByText('iot')).toBeVisible();
  expect(reader.getByText('active')).toBeVisible();
});

test('the only operator token is known as the one in use, and as the last', async () => {
  await renderRoute(list);
  const own = within(await row("admin's Token yours"));
  expect(own.getByText('Last operator token')).toBeVisible();
  expect(screen.getAllByText('yours')).toHaveLength(1);
});

test('of two operator tokens of one user each may be the one in use, and none is the last', async () => {
  await renderRoute(list, {
    prepare: (demo) => {
      const [first] = demo.state.tokens.values();
      createToken(demo.state, { ...ids(demo), description: 'second', ...permissionsOf(first) });
    },
  });
  expect(within(await row('second may be yours')).getByText('Operator token')).toBeVisible();
  expect(screen.getByRole('link', { name: "admin's Token may be yours" })).toBeVisible();
});

function permissionsOf(record: { permissions: Permission[] } | undefined) {
  return { permissions: record?.permissions ?? [] };
}

test('names of buckets and ids are found though no column shows them', async () => {
  const { user, here, demo } = await renderRoute(list, { prepare: addReaders(12) });
  await user.type(await search(), 'reader-1');
  expect(await screen.findByText(/^4 of /)).toBeVisible();
  await waitFor(() => expect(here()).toContain('q=reader-1'));
  await user.clear(await search());
  await user.type(await search(), 'ts-bucket read/write');
  expect(await row('ts-bucket: read and write')).toBeVisible();
  const { bucketID } = ids(demo);
  await user.clear(await search());
  await user.type(await search(), bucketID.slice(2, 12));
  await waitFor(() => expect(readers()).toHaveLength(12));
});

test('facets: class, and every token that reaches a bucket, wide ones too', async () => {
  const { user, here } = await renderRoute(list, { prepare: addReaders(3) });
  await user.click(await screen.findByRole('button', { name: 'Reaches bucket' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: /^airsensors/ }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(here()).toContain('bucket=airsensors'));
  expect(await row('iot: all access')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'ts-bucket: read and write' })).toBeNull();
  await user.click(screen.getAllByRole('button', { name: 'Class' })[0]!);
  await user.click(await screen.findByRole('menuitemcheckbox', { name: /^all-access/ }));
  await waitFor(() => expect(readers()).toHaveLength(0));
  expect(await row('iot: all access')).toBeVisible();
});

test('a link opens the list as it was left', async () => {
  await renderRoute(`${list}?q=reader&sort=-description`, { prepare: addReaders(3) });
  await screen.findByText(/^3 of /);
  expect(readers()).toEqual(['reader-3', 'reader-2', 'reader-1']);
});

test('an all-access token sees its own user’s tokens, and is told that there are others', async () => {
  await renderRoute(list, { as: { kind: 'token', token: ALL_ACCESS_TOKEN } });
  expect(await row('iot: all access yours')).toBeVisible();
  expect(screen.getByText(/tokens of other users are hidden/)).toBeVisible();
});

test('a token that may list none is told why, and where to go', async () => {
  await renderRoute(list, { as: { kind: 'token', token: SENSOR_TOKEN } });
  expect(await screen.findByText('No tokens that this credential may list')).toBeVisible();
  expect(screen.getAllByRole('link', { name: 'What is this token?' })[0]).toBeVisible();
});

test('a list that fails says why and can be tried again', async () => {
  const { user, gateway } = await renderRoute(list, {
    intercept: ({ url }) =>
      url.endsWith('/api/v2/authorizations')
        ? Response.json({ code: 'internal error', message: 'disk is full' }, { status: 500 })
        : undefined,
  });
  expect(await screen.findByText('disk is full')).toBeVisible();
  gateway.intercept = () => undefined;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await row('iot: all access')).toBeVisible();
});

test('rows are picked by Space, a range by Shift-Space, all that are shown by the header', async () => {
  const { user } = await renderRoute(`${list}?q=reader`, { prepare: addReaders(5) });
  (await screen.findByRole('link', { name: 'reader-1' })).focus();
  await user.keyboard(' {ArrowDown}{ArrowDown}{Shift>} {/Shift}');
  expect(screen.getByText(/^3 selected of/)).toBeVisible();
  expect(screen.getByRole('checkbox', { name: 'Select reader-2' })).toBeChecked();
  const all = screen.getByRole('checkbox', { name: 'Select all shown' });
  expect(all).toBePartiallyChecked();
  await user.click(all);
  expect(screen.getByText(/^5 selected of/)).toBeVisible();
  expect(all).toBeChecked();
  await user.click(screen.getByRole('button', { name: 'Clear' }));
  expect(screen.queryByText(/selected of/)).toBeNull();
  expect(all).toHaveFocus();
});

test('what the search hides stays selected, and is said', async () => {
  const { user } = await renderRoute(`${list}?q=reader`, { prepare: addReaders(5) });
  await user.click(await screen.findByRole('checkbox', { name: 'Select all shown' }));
  await user.clear(await search());
  await user.type(await search(), 'reader-3');
  expect(
    await screen.findByText(/^5 selected of .*, 4 not shown by search and filters$/),
  ).toBeVisible();
  await user.click(screen.getByRole('checkbox', { name: 'Select reader-3' }));
  expect(await screen.findByText(/^4 selected of .*, 4 not shown/)).toBeVisible();
});
