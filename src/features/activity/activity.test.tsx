import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Activity } from '@/lib/activity';
import { renderRoute } from '@/test/renderRoute';

const entry: Activity = {
  id: 'one',
  at: '2026-01-02T03:04:05.000Z',
  server: 'demo',
  who: 'admin',
  action: 'Password set',
  outcome: 'done',
  words: '',
  calls: [
    {
      method: 'POST',
      path: '/api/v2/users/u1/password',
      body: { password: '' },
      secrets: ['password'],
    },
  ],
  callCount: 1,
};

function remember(entries: readonly unknown[]) {
  localStorage.setItem('headgate.activity', JSON.stringify(entries));
}

test('nothing was written yet', async () => {
  await renderRoute('/servers/demo/activity');
  expect(await screen.findByText('Nothing was written from this browser yet')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Clear' })).not.toBeInTheDocument();
});

test('a write is listed once it was sent, and leads to its call', async () => {
  const { user } = await renderRoute('/servers/demo/orgs/new');
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'lab');
  await user.click(screen.getByRole('button', { name: 'Create org' }));
  await screen.findByRole('heading', { name: 'lab', level: 1 });
  await user.click(screen.getByRole('link', { name: 'Activity' }));
  await user.click(await screen.findByRole('link', { name: 'Org created' }));
  await screen.findByRole('heading', { name: 'Org created', level: 1 });
  await user.click(screen.getByRole('button', { name: 'Show 1 API call' }));
  expect(await screen.findByRole('region', { name: 'API call' })).toHaveTextContent('"name":"lab"');
});

test('a write is found by the name of what it changed, which may be gone since', async () => {
  const { user, demo } = await renderRoute(
    ({ state }) =>
      `/servers/demo/users/${[...state.users.values()].find(({ name }) => name === 'otto')!.id}`,
  );
  await user.click(await screen.findByRole('button', { name: 'Delete user' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByRole('textbox'), 'otto');
  await user.click(within(dialog).getByRole('button', { name: 'Delete user' }));
  await waitFor(() =>
    expect([...demo.state.users.values()].map(({ name }) => name)).not.toContain('otto'),
  );
  await user.click(await screen.findByRole('link', { name: 'Activity' }));
  await user.type(await screen.findByRole('searchbox'), 'otto');
  const row = (await screen.findByRole('link', { name: 'User deleted' })).closest('tr');
  expect(row).toHaveTextContent("Otto's notebook, otto");
});

test('the value of a secret is a variable in the calls shown', async () => {
  remember([entry]);
  const { user } = await renderRoute('/servers/demo/activity/one');
  await user.click(await screen.findByRole('button', { name: 'Show 1 API call' }));
  expect(await screen.findByRole('region', { name: 'API call' })).toHaveTextContent('$PASSWORD');
});

test('writes are searched and filtered, the newest first', async () => {
  const at = '2026-01-03T03:04:05.000Z';
  const words = 'write:orgs is unauthorized';
  const refused = { ...entry, id: 'two', at, action: 'Org created', outcome: 'refused', words };
  remember([entry, refused]);
  const { user, here } = await renderRoute('/servers/demo/activity');
  const table = await screen.findByRole('table', { name: 'writes' });
  const names = () =>
    within(table)
      .getAllByRole('link')
      .map((link) => link.textContent);
  expect(names()).toEqual(['Org not created', 'Password set']);
  expect(within(table).getByText(words)).toBeVisible();
  await user.type(screen.getByRole('searchbox'), 'password set');
  await waitFor(() => expect(names()).toEqual(['Password set']));
  expect(here()).toContain('password');
});

test('what is shown is saved without secrets', async () => {
  remember([entry]);
  const saved: Blob[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { revokeObjectURL: vi.fn<() => void>() }));
  URL.createObjectURL = (blob) => `blob:${saved.push(blob as Blob)}`;
  const { user } = await renderRoute('/servers/demo/activity');
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: 'CSV' }));
  expect(await saved[0]?.text()).toBe(
    'at,server,who,action,what,outcome,words,calls\r\n2026-01-02T03:04:05.000Z,demo,admin,Password set,,done,,POST /api/v2/users/u1/password\r\n',
  );
});

test('it is cleared when that is confirmed', async () => {
  remember([entry]);
  const { user } = await renderRoute('/servers/demo/activity');
  await user.click(await screen.findByRole('button', { name: 'Clear' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('This browser forgets 1 write');
  await user.click(within(dialog).getByRole('button', { name: 'Clear' }));
  expect(await screen.findByText('Nothing was written from this browser yet')).toBeVisible();
  expect(localStorage.getItem('headgate.activity')).toBeNull();
});

test.each([
  ['not JSON', '{'],
  ['no list', '{"a":1}'],
  ['rows of another version', '[{"id":1},7]'],
])('what is kept and is %s counts as nothing', async (_what, text) => {
  localStorage.setItem('headgate.activity', text);
  await renderRoute('/servers/demo/activity');
  expect(await screen.findByText('Nothing was written from this browser yet')).toBeVisible();
});

test('an entry that is gone says so', async () => {
  await renderRoute('/servers/demo/activity/gone');
  expect(await screen.findByText('This browser does not know this write')).toBeVisible();
});
