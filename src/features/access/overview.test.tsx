import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { SENSOR_TOKEN } from '@/demo/seed/credentials';
import { createToken, createV1User } from '@/demo/store/authorizations';
import { createBucket } from '@/demo/store/buckets';
import { createUser } from '@/demo/store/users';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

function orgId({ state }: TestDemo, name = 'iot'): string {
  return [...state.orgs.values()].find((org) => org.name === name)!.id;
}

function bucketOf({ state }: TestDemo, name: string) {
  return [...state.buckets.values()].find((bucket) => bucket.name === name)!;
}

function userId({ state }: TestDemo, name: string): string {
  return [...state.users.values()].find((user) => user.name === name)!.id;
}

function clear({ state }: TestDemo): void {
  for (const id of [...state.tokens.keys()].slice(2)) state.tokens.delete(id);
  state.v1Users.clear();
}

const row = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!;
const cells = (line: HTMLElement) =>
  within(line)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

test('every bucket is listed with its readers and writers', async () => {
  await renderRoute('/servers/demo/access', { prepare: clear });
  // The operator token and the all-access token of iot are left.
  expect(cells(await row('airsensors')).slice(1)).toEqual(['0', '0', '2', '2', '0']);
  expect(cells(await row('machines')).slice(1)).toEqual(['0', '0', '1', '1', '0']);
});

test('a bucket is found by its name or id and opened by Enter', async () => {
  const { user, here, demo } = await renderRoute('/servers/demo/access');
  await row('airsensors');
  const { id } = bucketOf(demo, 'machines');
  await user.type(screen.getByRole('textbox', { name: /Which bucket/ }), 'mach');
  await screen.findByRole('option', { name: /^machines/ });
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(here()).toBe(`/servers/demo/access/buckets/${id}`));
});

test('users stand with their widest token, also those who are inactive', async () => {
  await renderRoute('/servers/demo/access?by=users');
  expect(within(await row('admin')).getByText('operator')).toBeVisible();
  expect(cells(await row('mira'))).toEqual(['active', '', '0', '0']);
});

test('orgs are counted and lead to their heat map', async () => {
  const { demo } = await renderRoute('/servers/demo/access?by=orgs');
  const link = await screen.findByRole('link', { name: 'factory' });
  expect(link).toHaveAttribute('href', `/servers/demo/access/orgs/${orgId(demo, 'factory')}`);
});

test('findings are counted by rule, and a rule opens its findings', async () => {
  const { user, here } = await renderRoute('/servers/demo/access');
  const rules = within(await screen.findByRole('navigation', { name: 'Rules' }));
  await user.click(rules.getByRole('link', { name: /^Operator token/ }));
  await waitFor(() => expect(here()).toBe('/servers/demo/access/findings?rule=operator-token'));
  const about = within(await screen.findByRole('region', { name: 'Operator token' }));
  expect(about.getByText('operator-token')).toBeVisible();
  expect(about.getByText(/everything in every org/)).toBeVisible();
  expect(await row("admin's Token")).toBeVisible();
});

test('who sees no credential is told so, rather than that all is clear', async () => {
  await renderRoute('/servers/demo/access/findings', {
    prepare: (demo) => {
      const { state } = demo;
      state.tokens.clear();
      state.v1Users.clear();
      for (const { id, type } of [...state.buckets.values()]) {
        if (type !== 'system') state.buckets.delete(id);
      }
      const operator = { orgID: orgId(demo), userID: userId(demo, 'mira') };
      createToken(state, { ...operator, token: SENSOR_TOKEN, permissions: [] });
    },
    as: { kind: 'token', token: SENSOR_TOKEN },
  });
  expect(await screen.findByText('Nothing to look at')).toBeVisible();
  expect(screen.getByText(/does not see every token, user and bucket/)).toBeVisible();
});

test.each([
  ['unscoped-permission', 'Replace', (id: string) => `/servers/demo/tokens/${id}/replace`],
  ['inactive', 'Activate or delete', (id: string) => `/servers/demo/tokens/${id}`],
])('%s has its fix a click away', async (rule, label, to) => {
  const { demo } = await renderRoute(`/servers/demo/access/findings?rule=${rule}`, {
    prepare: (of) => {
      clear(of);
      createToken(of.state, {
        ...{ orgID: orgId(of), userID: userId(of, 'admin'), description: 'the slip' },
        status: rule === 'inactive' ? 'inactive' : 'active',
        permissions: [{ action: 'read', resource: { type: 'buckets' } }],
      });
    },
  });
  const { id } = [...demo.state.tokens.values()].find(
    ({ description }) => description === 'the slip',
  )!;
  const fix = within(await row('the slip')).getByRole('link', { name: label });
  expect(fix).toHaveAttribute('href', to(id));
});

test('an inactive owner, duplicates and a bucket that nobody reads lead to other screens', async () => {
  const { demo } = await renderRoute('/servers/demo/access/findings', {
    prepare: (of) => {
      clear(of);
      const { state } = of;
      const lonely = createBucket(state, { orgID: orgId(of), name: 'lonely', everySeconds: 0 });
      const sleeper = createUser(state, { name: 'sleeper', status: 'inactive' });
      const own = { orgID: orgId(of), userID: userId(of, 'admin') };
      const write = { type: 'buckets', id: lonely.id, orgID: orgId(of) };
      const permissions = [{ action: 'write' as const, resource: write }];
      createToken(state, { ...own, description: 'twin a', permissions });
      createToken(state, { ...own, description: 'twin b', permissions });
      createToken(state, { ...own, userID: sleeper.id, description: 'asleep', permissions });
    },
  });
  const fix = async (name: string, label: string) =>
    within(await row(name))
      .getByRole('link', { name: label })
      .getAttribute('href');
  const [a, b] = ['twin a', 'twin b'].map(
    (name) => [...demo.state.tokens.values()].find(({ description }) => description === name)!.id,
  );
  expect(await fix('asleep', 'Activate or delete')).toBe(
    `/servers/demo/users/${userId(demo, 'sleeper')}`,
  );
  expect(await fix('twin a and 1 other', 'Compare')).toBe(
    `/servers/demo/tokens/compare?a=${a}&b=${b}`,
  );
  expect(await fix('lonely', 'Create a reader token')).toBe(
    `/servers/demo/tokens/new?org=${orgId(demo)}&preset=grafana-reader&bucket=${bucketOf(demo, 'lonely').id}`,
  );
});

test('a v1 user whose database leads nowhere is offered a mapping', async () => {
  const { demo } = await renderRoute('/servers/demo/access/findings?rule=database-nowhere', {
    prepare: (of) => {
      const factory = { orgID: orgId(of, 'factory'), userID: userId(of, 'admin') };
      const read = { type: 'buckets', id: bucketOf(of, 'airsensors').id, orgID: orgId(of) };
      const permissions = [{ action: 'read' as const, resource: read }];
      createV1User(of.state, { ...factory, token: 'lost', permissions });
    },
  });
  const fix = within(await row('lost')).getByRole('link', { name: 'Map a database' });
  expect(fix.getAttribute('href')).toBe(
    `/servers/demo/orgs/${orgId(demo, 'factory')}/dbrps/new?bucket=${bucketOf(demo, 'airsensors').id}`,
  );
});

test('findings are saved as CSV and JSON', async () => {
  const saved: Blob[] = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`,
      revokeObjectURL: () => undefined,
    }),
  );
  const { user } = await renderRoute('/servers/demo/access/findings?rule=operator-token');
  for (const kind of ['CSV', 'JSON']) {
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: kind }));
  }
  const [csv = '', json = ''] = await Promise.all(saved.map((blob) => blob.text()));
  expect(csv.split('\r\n')[0]).toBe('rule,severity,kind,about,ids,org,owner,detail');
  expect(csv).toMatch(/^operator-token,danger,token,admin's Token,\w{16},iot,admin,/m);
  expect(JSON.parse(json)).toEqual([
    expect.objectContaining({ rule: 'operator-token', about: "admin's Token", owner: 'admin' }),
  ]);
});

test('what a user reaches is told with every way', async () => {
  const { user } = await renderRoute(
    (demo) => `/servers/demo/access/users/${userId(demo, 'mira')}`,
    {
      prepare: (demo) => {
        const { id, orgID } = bucketOf(demo, 'machines');
        createToken(demo.state, {
          ...{ orgID, userID: userId(demo, 'mira'), description: 'of mira', status: 'inactive' },
          permissions: [{ action: 'write', resource: { type: 'buckets', id, orgID } }],
        });
      },
    },
  );
  expect(await screen.findByText('Roles: member of iot.')).toBeVisible();
  expect(await row('machines')).toHaveTextContent(/factory.*token “of mira” \(inactive\)/);
  expect(await row('airsensors')).toHaveTextContent(/reads.*member of iot/);
  await user.click(screen.getByText('Everything else'));
  const tasks = (await screen.findByRole('cell', { name: /\btasks\b/ })).closest('tr')!;
  expect(within(tasks).getByRole('cell', { name: 'all in iot' })).toBeVisible();
  await user.click(screen.getByText('Credentials'));
  expect(await row('of mira')).toHaveTextContent(/write-only.*inactive/);
});

test('an inactive user is said to be refused', async () => {
  await renderRoute((demo) => `/servers/demo/access/users/${userId(demo, 'sleeper')}`, {
    prepare: (demo) => {
      createUser(demo.state, { name: 'sleeper', status: 'inactive' });
    },
  });
  expect(await screen.findByText('The user is inactive')).toBeVisible();
  expect(await screen.findByText('No bucket')).toBeVisible();
});
