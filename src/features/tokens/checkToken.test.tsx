import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SENSOR_TOKEN, V1_USER } from '@/demo/seed/credentials';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

const page = '/servers/demo/tokens/check';

function tokenOf(demo: TestDemo, description: string) {
  return [...demo.state.tokens.values()].find((token) => token.description === description);
}

async function paste(user: Awaited<ReturnType<typeof renderRoute>>['user'], secret: string) {
  const input = await screen.findByLabelText('Secret');
  await user.click(input);
  await user.paste(secret);
  await user.click(screen.getByRole('button', { name: 'Check' }));
}

function kept(secret: string): boolean {
  const stores = [localStorage, sessionStorage].map((store) =>
    JSON.stringify(Object.entries(store)),
  );
  return stores.some((text) => text.includes(secret)) || location.href.includes(secret);
}

test('a token for one bucket: what it reads, what it writes once asked, and which row it is', async () => {
  const { user, gateway, here } = await renderRoute(page);
  await paste(user, SENSOR_TOKEN);
  expect(await screen.findByText('Valid and active')).toBeVisible();
  expect(screen.getByText('at least read-only')).toBeVisible();
  const table = screen.getByRole('table', { name: 'buckets' });
  expect(within(table).getByRole('row', { name: /airsensors iot yes not asked/ })).toBeVisible();
  expect(within(table).getAllByRole('row')).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'airsensors: read and write' })).toBeVisible();
  expect(gateway.asked).not.toContain('POST /api/v2/write');

  await user.click(screen.getByRole('button', { name: /Ask whether it writes/ }));
  expect(await screen.findByText(/Asked \d+ buckets: it writes 1\./)).toBeVisible();
  expect(within(table).getByRole('row', { name: /airsensors iot yes yes/ })).toBeVisible();
  expect(screen.getByText('at least read/write')).toBeVisible();
  expect(here()).toBe(page);
  expect(kept(SENSOR_TOKEN)).toBe(false);

  await user.click(screen.getByRole('button', { name: 'Forget it' }));
  expect(screen.queryByText('Valid and active')).not.toBeInTheDocument();
  expect(screen.getByLabelText('Secret')).toHaveValue('');
});

test('an operator token is told as such', async () => {
  const { user } = await renderRoute(page);
  await paste(user, 'demo-operator-token');
  const part = await screen.findByRole('region', { name: 'What the server lets be known' });
  expect(await within(part).findByText('Valid and active')).toBeVisible();
  expect(within(part).getAllByText('operator')).toHaveLength(2);
  expect(within(part).getByText(/Every org \(\d+\)/)).toBeVisible();
});

test('an inactive token is no empty one, and the only inactive row is it', async () => {
  const { user } = await renderRoute(page, {
    prepare: (demo) => {
      const token = tokenOf(demo, 'airsensors: read and write');
      if (token) token.status = 'inactive';
    },
  });
  await paste(user, SENSOR_TOKEN);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Inactive');
  expect(alert).toHaveTextContent('token is inactive');
  expect(await screen.findByRole('link', { name: 'airsensors: read and write' })).toBeVisible();
  expect(screen.queryByRole('link', { name: /all access/ })).not.toBeInTheDocument();
});

test('an inactive owner and an unknown token are told apart', async () => {
  const { user, demo } = await renderRoute(page);
  await paste(user, 'never-a-token');
  expect(await screen.findByText('Not known to this server')).toBeVisible();
  const created = await demo.ask('POST', '/api/v2/users', {
    token: 'demo-operator-token',
    body: { name: 'gone', status: 'active' },
  });
  const { id } = created.body as { id: string };
  const owned = await demo.ask('POST', '/api/v2/authorizations', {
    token: 'demo-operator-token',
    body: {
      orgID: tokenOf(demo, 'airsensors: read and write')?.orgID,
      userID: id,
      permissions: [{ action: 'read', resource: { type: 'tasks' } }],
    },
  });
  await demo.ask('DELETE', `/api/v2/users/${id}`, { token: 'demo-operator-token' });
  await user.clear(screen.getByLabelText('Secret'));
  await paste(user, (owned.body as { token: string }).token);
  expect(await screen.findByText('Its owner is inactive or deleted')).toBeVisible();
});

test('a server that fails keeps what was pasted', async () => {
  const { user, gateway } = await renderRoute(page);
  await screen.findByLabelText('Secret');
  gateway.intercept = ({ url }) =>
    url.endsWith('/api/v2/me')
      ? Response.json({ code: 'internal error', message: 'no disk' }, { status: 500 })
      : undefined;
  await paste(user, SENSOR_TOKEN);
  expect(await screen.findByText('no disk')).toBeVisible();
  expect(screen.getByLabelText('Secret')).toHaveValue(SENSOR_TOKEN);
});

test('what is no token is not sent', async () => {
  const { user, gateway } = await renderRoute(page);
  await paste(user, 'a “quoted” one');
  expect(await screen.findByText(/No token has such characters/)).toBeVisible();
  const before = gateway.asked.length;
  await user.click(screen.getByRole('button', { name: 'Check' }));
  expect(gateway.asked).toHaveLength(before);
});

test('a v1 user: its databases, and whether it writes them by the 1.x path', async () => {
  const { user } = await renderRoute(page);
  await screen.findByLabelText('Secret');
  await user.click(screen.getByText('v1 user', { selector: 'label *' }));
  await user.type(screen.getByLabelText('User name'), V1_USER.username);
  await user.type(screen.getByLabelText('Password'), V1_USER.password);
  await user.click(screen.getByRole('button', { name: 'Check' }));
  const table = await screen.findByRole('table', { name: 'databases' });
  await user.click(screen.getByRole('button', { name: 'Ask whether it writes (1 database)' }));
  await waitFor(() =>
    expect(within(table).getByRole('row', { name: /ts-bucket yes yes/ })).toBeVisible(),
  );
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText(/The name or the password is wrong/)).toBeVisible();
});
