import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ALL_ACCESS_TOKEN, SENSOR_TOKEN } from '@/demo/seed/credentials';
import type { Permission } from '@/demo/state';
import { createToken } from '@/demo/store/authorizations';
import { addMapping } from '@/demo/store/mappings';
import { createUser } from '@/demo/store/users';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

function orgId({ state }: TestDemo, name = 'iot'): string {
  return [...state.orgs.values()].find((org) => org.name === name)!.id;
}

function bucketId({ state }: TestDemo, name = 'airsensors'): string {
  return [...state.buckets.values()].find((bucket) => bucket.name === name)!.id;
}

function userId({ state }: TestDemo, name: string): string {
  return [...state.users.values()].find((user) => user.name === name)!.id;
}

function onBucket(demo: TestDemo, action: Permission['action'], bucket?: string): Permission {
  const resource = { type: 'buckets', id: bucketId(demo, bucket), orgID: orgId(demo) };
  return { action, resource };
}

interface TokenOf {
  owner?: string;
  status?: 'active' | 'inactive';
  permissions: (demo: TestDemo) => Permission[];
}

function addToken(description: string, { owner = 'admin', permissions, ...rest }: TokenOf) {
  return (demo: TestDemo) =>
    void createToken(demo.state, {
      ...{ description, orgID: orgId(demo), userID: userId(demo, owner), ...rest },
      permissions: permissions(demo),
    });
}

const bucketPage = (demo: TestDemo) => `/servers/demo/access/buckets/${bucketId(demo)}`;
const orgPage = (demo: TestDemo) => `/servers/demo/access/orgs/${orgId(demo)}`;

const row = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!;

test('who reads and writes a bucket is told with the reason', async () => {
  await renderRoute(bucketPage, {
    prepare: addToken('only reads', { permissions: (demo) => [onBucket(demo, 'read')] }),
  });
  const reader = await row('only reads');
  expect(within(reader).getByText('reads')).toBeInTheDocument();
  expect(within(reader).getByText('read bucket “airsensors” of iot')).toBeVisible();
  const wide = await row('iot: all access');
  expect(within(wide).getByText('reads and writes')).toBeInTheDocument();
  expect(within(wide).getByText('read and write buckets in iot')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'ts-bucket: read and write' })).toBeNull();
});

test('sessions are there by role, by being the first user, and by the tokens a user owns', async () => {
  await renderRoute(bucketPage, {
    prepare: (demo) => {
      const { id: userID } = createUser(demo.state, { name: 'zoe', password: 'Demo-Zoe-123' });
      addToken('of zoe', {
        ...{ owner: 'zoe', status: 'inactive' },
        permissions: (of) => [onBucket(of, 'write')],
      })(demo);
      const reader = createUser(demo.state, { name: 'rob', password: 'Demo-Rob-123' });
      addMapping(demo.state, {
        ...{ userID: reader.id, type: 'buckets', role: 'member' },
        resourceID: bucketId(demo),
      });
      expect(userID).not.toBe('');
    },
  });
  const member = await row('mira');
  await waitFor(() => expect(within(member).getByText('member of iot')).toBeVisible());
  const admin = await row('admin');
  await waitFor(() =>
    expect(within(admin).getByText(/owner of iot, set this server up/)).toBeVisible(),
  );
  expect(within(await row('rob')).getByText('member of the bucket')).toBeVisible();
  const owner = await row('zoe');
  expect(within(owner).getByText('owns token “of zoe”')).toBeVisible();
  expect(within(owner).getByText('writes')).toBeInTheDocument();
});

test('what the server refuses now stands apart, with the reason', async () => {
  await renderRoute(bucketPage, {
    prepare: (demo) => {
      const permissions = () => [onBucket(demo, 'read')];
      createUser(demo.state, { name: 'gone-home', password: 'Demo-Home-123' }).status = 'inactive';
      addToken('switched off', { status: 'inactive', permissions })(demo);
      addToken('left behind', { owner: 'gone-home', permissions })(demo);
    },
  });
  expect(within(await row('gone-home')).getByText('user is inactive')).toBeVisible();
  const off = await row('switched off');
  const heading = screen.getByText(/Refused by the server now/);
  expect(heading.compareDocumentPosition(off)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(within(off).getByText('inactive')).toBeVisible();
  expect(within(await row('left behind')).getByText('owner is inactive')).toBeVisible();
});

test('a device is given access from here, and what the server does not check is said', async () => {
  const { demo } = await renderRoute(bucketPage);
  const start = await screen.findByRole('link', { name: 'Give a device access' });
  expect(start).toHaveAttribute(
    'href',
    `/servers/demo/tokens/new?org=${orgId(demo)}&preset=read-write&bucket=${bucketId(demo)}`,
  );
  expect(screen.getByText(/from\(bucketID:\), is not checked by the server/)).toBeVisible();
  expect(screen.getByText('Write includes renaming and deleting the bucket.')).toBeVisible();
  expect(screen.queryByText(/to an operator only/)).toBeNull();
});

test('a credential that sees little is told what is missing', async () => {
  await renderRoute(bucketPage, { as: { kind: 'token', token: SENSOR_TOKEN } });
  expect(await screen.findByText(/Nobody reads or writes it, as far as/)).toBeVisible();
  expect(await screen.findByText('The members of the org cannot be read.')).toBeVisible();
  expect(screen.getByText(/of others to an operator only: there may be more/)).toBeVisible();
});

test('an all-access token sees its own rows and is told of the others', async () => {
  await renderRoute(bucketPage, { as: { kind: 'token', token: ALL_ACCESS_TOKEN } });
  await row('iot: all access');
  expect(screen.getByText(/there may be more of them/)).toBeVisible();
});

test('a bucket that is not there is said to be unknown', async () => {
  await renderRoute('/servers/demo/access/buckets/0000000000000bad');
  expect(await screen.findByText('No such bucket')).toBeVisible();
});

test('a list that fails says why and can be tried again', async () => {
  const { user, gateway } = await renderRoute(bucketPage, {
    intercept: ({ url }) =>
      url.includes('/api/v2/authorizations')
        ? Response.json({ code: 'internal error', message: 'disk is full' }, { status: 500 })
        : undefined,
  });
  expect(await screen.findByText('disk is full')).toBeVisible();
  gateway.intercept = () => undefined;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await row('iot: all access');
});

test('the heat map shows every credential by every bucket, and why', async () => {
  const { user } = await renderRoute(orgPage);
  const grid = await screen.findByRole('grid', { name: 'Credentials by buckets of iot' });
  expect(grid).toHaveAttribute('aria-colcount', '3');
  const own = within(await row('airsensors: read and write'));
  expect(own.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['RW', '']);
  const cell = own.getByText('RW');
  const moving = createEvent.mouseMove(cell);
  // What a browser tells of a pointer that does not rest.
  Object.defineProperty(moving, 'movementX', { value: 4 });
  fireEvent(cell, moving);
  expect(await screen.findAllByText(/read and write bucket “airsensors” of iot$/)).not.toEqual([]);
  await user.click(screen.getByRole('switch', { name: 'System buckets' }));
  await waitFor(() => expect(grid).toHaveAttribute('aria-colcount', '5'));
});

test('the heat map is walked by arrow keys from one stop of Tab, and opened by Enter', async () => {
  const { user, here, demo } = await renderRoute(orgPage);
  const first = within(await row("admin's Token")).getAllByRole('cell')[0]!;
  expect(first).toHaveAttribute('tabindex', '0');
  first.focus();
  await user.keyboard('{ArrowDown}{ArrowRight}');
  const second = within(await row('airsensors: read and write')).getAllByRole('cell')[1]!;
  expect(second).toHaveFocus();
  expect(first).toHaveAttribute('tabindex', '-1');
  await user.keyboard('{ArrowUp}{ArrowUp}');
  expect(screen.getByRole('link', { name: 'ts-bucket' })).toHaveFocus();
  await user.keyboard('{ArrowDown}{Home}{Enter}');
  const operator = [...demo.state.tokens.values()].find(
    ({ description }) => description === "admin's Token",
  )!;
  await waitFor(() => expect(here()).toBe(`/servers/demo/tokens/${operator.id}`));
});

test('rows and columns of the heat map are searched and put in order by the address', async () => {
  const { user, here } = await renderRoute((demo) => `${orgPage(demo)}?rows=class&columns=readers`);
  const grid = await screen.findByRole('grid');
  const heads = () =>
    within(grid)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent);
  expect(heads()[0]).toMatch(/^admin's Token/);
  expect(heads()[1]).toMatch(/^iot: all access/);
  expect(within(grid).getAllByRole('columnheader')[0]).toHaveTextContent('ts-bucket');
  await user.type(screen.getByRole('searchbox', { name: 'Search credentials' }), 'write-only');
  await waitFor(() => expect(heads()).toHaveLength(1));
  expect(here()).toContain('q=write-only');
});
