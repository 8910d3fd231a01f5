import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ADMIN, MEMBER } from '@/demo/seed/credentials';
import type { UserRecord } from '@/demo/state';
import { createToken, createV1User } from '@/demo/store/authorizations';
import { createUser } from '@/demo/store/users';
import type { TestDemo } from '@/demo/testing';
import { paths } from '@/lib/paths';
import { readOf } from '@/lib/permissions';
import { renderRoute } from '@/test/renderRoute';

function named(demo: TestDemo, name: string): UserRecord | undefined {
  return [...demo.state.users.values()].find((user) => user.name === name);
}

function orgID(demo: TestDemo, name = 'iot'): string {
  return [...demo.state.orgs.values()].find((org) => org.name === name)!.id;
}

function page(name: string, below = '') {
  return (demo: TestDemo) => `/servers/demo/users/${named(demo, name)!.id}${below}`;
}

/** A user `nora` with two tokens and a v1 user. */
function addNora(demo: TestDemo) {
  const { id } = createUser(demo.state, { name: 'nora' });
  const own = { orgID: orgID(demo), userID: id, permissions: [readOf('tasks')] };
  createToken(demo.state, { ...own, token: 'n1', description: 'nora reads tasks' });
  createToken(demo.state, { ...own, token: 'n2', description: 'nora too' });
  createV1User(demo.state, { ...own, token: 'nora-v1', description: '' });
}

const failing = (wanted: (call: string) => boolean, message: string, status = 500) => {
  return ({ method, url }: Request) =>
    wanted(`${method} ${new URL(url).pathname}`)
      ? Response.json({ code: 'internal error', message }, { status })
      : undefined;
};

async function row(name: string) {
  return (await screen.findByRole('link', { name })).closest('tr')!;
}

async function fillNewUser(user: Awaited<ReturnType<typeof renderRoute>>['user'], org?: string) {
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'nora');
  await user.type(screen.getByLabelText('Password'), 'Nora-Nora-1');
  if (org !== undefined) {
    await user.click(screen.getByRole('combobox', { name: 'Org' }));
    await user.click(await screen.findByRole('option', { name: org }));
  }
}

test('an operator sees every user with roles, tokens and v1 users', async () => {
  await renderRoute('/servers/demo/users', { prepare: addNora });
  const admin = await row(`${ADMIN.username} you`);
  await waitFor(() => expect(admin).toHaveTextContent('factory (owner), iot (owner)'));
  const nora = await row('nora');
  expect(within(nora).getByRole('link', { name: '2' })).toHaveAttribute(
    'href',
    paths.tokens('demo', 'nora'),
  );
  expect(
    within(nora)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toContain('1');
  expect(await row(MEMBER.username)).toHaveTextContent('iot (member)');
});

test('a member is told that others are hidden, and sees those of the org', async () => {
  const { user } = await renderRoute('/servers/demo/sign-in?returnTo=/servers/demo/users', {
    prepare: addNora,
    as: null,
  });
  await user.click(
    await screen.findByRole('button', { name: new RegExp(`^User ${MEMBER.username}`) }),
  );
  await waitFor(async () =>
    expect(await row(`${MEMBER.username} you`)).toHaveTextContent('iot (member)'),
  );
  const self = await row(`${MEMBER.username} you`);
  expect(await screen.findByText(/Only operators list all users/)).toBeVisible();
  expect(screen.queryByRole('link', { name: 'nora' })).not.toBeInTheDocument();
  const admin = await row(ADMIN.username);
  expect(admin).toHaveTextContent('iot (owner)');
  // Its name comes with the members; what it owns is not known, which is not none.
  expect(within(self).getAllByRole('cell', { name: '0' })).toHaveLength(2);
  expect(within(admin).queryByRole('cell', { name: '0' })).not.toBeInTheDocument();
  await user.click(within(admin).getByRole('link', { name: ADMIN.username }));
  expect(await screen.findByText(/is told only what the members of its orgs tell/)).toBeVisible();
  expect(await screen.findByRole('link', { name: 'iot' })).toBeVisible();
});

test('a user is created with password and org, handed on, and the calls are shown', async () => {
  const { user, demo } = await renderRoute('/servers/demo/users/new');
  await fillNewUser(user, 'factory');
  await user.click(screen.getByRole('radio', { name: 'Owner' }));
  await user.click(screen.getByRole('button', { name: 'Show the API call' }));
  const preview = await screen.findByRole('region', { name: 'API call' });
  expect(preview).toHaveTextContent('/api/v2/users/$USER_ID/password');
  expect(preview).not.toHaveTextContent('Nora-Nora-1');
  await user.click(screen.getByRole('button', { name: 'Create user' }));
  await screen.findByRole('heading', { name: 'nora is created' });
  const { id } = named(demo, 'nora')!;
  expect(named(demo, 'nora')).toMatchObject({ password: 'Nora-Nora-1', status: 'active' });
  expect(demo.state.mappings).toContainEqual(
    expect.objectContaining({ userID: id, resourceID: orgID(demo, 'factory'), role: 'owner' }),
  );
  await user.click(screen.getByRole('button', { name: 'Show the API calls that ran' }));
  expect(await screen.findByRole('region', { name: 'API call' })).toHaveTextContent(
    `/api/v2/users/${id}/password`,
  );
  await user.click(screen.getByRole('link', { name: 'Open nora' }));
  await screen.findByRole('heading', { name: 'nora', level: 1 });
  expect(await screen.findByRole('link', { name: 'factory' })).toBeVisible();
});

test('when the password is refused the user is deleted again, and the form keeps everything', async () => {
  const { user, demo, gateway } = await renderRoute('/servers/demo/users/new');
  await fillNewUser(user, 'iot');
  gateway.intercept = failing((call) => call.endsWith('/password'), 'passwords are out today', 400);
  await user.click(screen.getByRole('button', { name: 'Create user' }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Setting the password failed');
  expect(alert).toHaveTextContent('passwords are out today. Nora was deleted again.');
  expect(named(demo, 'nora')).toBeUndefined();
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('nora');
  expect(screen.getByLabelText('Password')).toHaveValue('Nora-Nora-1');
  expect(screen.getByRole('combobox', { name: 'Org' })).toHaveValue('iot');
  gateway.intercept = () => undefined;
  await user.click(screen.getByRole('button', { name: 'Create user' }));
  await screen.findByRole('heading', { name: 'nora is created' });
});

test('what cannot be taken back is said', async () => {
  const { user, demo, gateway } = await renderRoute('/servers/demo/users/new');
  await fillNewUser(user, 'iot');
  gateway.intercept = failing(
    (call) => call.startsWith('DELETE') || call.endsWith('/members'),
    'disk full',
  );
  await user.click(screen.getByRole('button', { name: 'Create user' }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Adding nora to the org failed');
  expect(alert).toHaveTextContent('Nora stays on the server, unfinished: disk full.');
  expect(named(demo, 'nora')).toBeDefined();
});

test('names and passwords are looked at before anything is sent', async () => {
  const { user, gateway } = await renderRoute('/servers/demo/users/new');
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), ADMIN.username);
  await user.type(screen.getByLabelText('Password'), 'short');
  await user.click(screen.getByRole('button', { name: 'Create user' }));
  expect(await screen.findByText('A user with name admin already exists')).toBeVisible();
  expect(screen.getByText(/must be between 8 and 72/)).toBeVisible();
  expect(gateway.asked).not.toContain('POST /api/v2/users');
});

test('a generated password is shown and satisfies the server', async () => {
  const { user, demo } = await renderRoute(page(MEMBER.username, '/password'));
  await user.click(await screen.findByRole('button', { name: 'Generate' }));
  const input = screen.getByLabelText<HTMLInputElement>('New password');
  expect(input).toHaveAttribute('type', 'text');
  await user.click(screen.getByRole('button', { name: 'Set password' }));
  await waitFor(() => expect(named(demo, MEMBER.username)!.password).toBe(input.value));
  await user.click(await screen.findByRole('button', { name: 'Show the API call that ran' }));
  const ran = await screen.findAllByRole('region', { name: 'API call' });
  expect(ran[0]).toHaveTextContent('/password');
  expect(ran[0]).not.toHaveTextContent(input.value);
});

test('a strong-passwords server says its rule, and the password stays', async () => {
  const { user } = await renderRoute(page(MEMBER.username, '/password'), { strongPasswords: true });
  await user.type(await screen.findByLabelText('New password'), 'onlyletters');
  await user.click(screen.getByRole('button', { name: 'Set password' }));
  expect(await screen.findByText(/at least three of the following character types/)).toBeVisible();
  expect(screen.getByLabelText('New password')).toHaveValue('onlyletters');
});

test('a user is renamed, unless the name is taken', async () => {
  const { user, demo } = await renderRoute(page(MEMBER.username, '/edit'));
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, ADMIN.username);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('A user with name admin already exists')).toBeVisible();
  await user.type(name, '2');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'admin2', level: 1 });
  expect(named(demo, 'admin2')).toBeDefined();
});

test('deactivating names what stops', async () => {
  const { user, demo } = await renderRoute(page('nora'), { prepare: addNora });
  await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('Stop at once: 2 tokens and 1 v1 user')).toBeVisible();
  expect(within(dialog).getByText('nora-v1')).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Deactivate user' }));
  const facts = within(screen.getByRole('region', { name: 'User' }));
  await facts.findByText('inactive');
  expect(named(demo, 'nora')).toMatchObject({ status: 'inactive' });
  await user.click(await screen.findByRole('button', { name: 'Activate' }));
  const again = await screen.findByRole('dialog');
  expect(within(again).getByText(/Work again at once/)).toBeVisible();
  await user.click(within(again).getByRole('button', { name: 'Activate user' }));
  await waitFor(() => expect(named(demo, 'nora')).toMatchObject({ status: 'active' }));
});

test('oneself and the last operator are warned and have to type the name', async () => {
  const { user } = await renderRoute(page(ADMIN.username));
  await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('This is you')).toBeVisible();
  expect(await within(dialog).findByText(/Nobody else is seen/)).toBeVisible();
  expect(within(dialog).getByRole('button', { name: 'Deactivate user' })).toBeDisabled();
});

test('deleting takes the tokens first, by name', async () => {
  const { user, here, demo, gateway } = await renderRoute(page('nora'), { prepare: addNora });
  const { id } = named(demo, 'nora')!;
  await user.click(await screen.findByRole('button', { name: 'Delete user' }));
  const dialog = await screen.findByRole('dialog');
  expect(
    await within(dialog).findByRole('checkbox', {
      name: 'Delete its 2 tokens and 1 v1 user first',
    }),
  ).toBeChecked();
  expect(within(dialog).getByText('nora reads tasks')).toBeVisible();
  await user.type(within(dialog).getByRole('textbox'), 'nora');
  await user.click(within(dialog).getByRole('button', { name: 'Delete user' }));
  await waitFor(() => expect(here()).toMatch(/\/users$/));
  expect(named(demo, 'nora')).toBeUndefined();
  const deletes = gateway.asked.filter((call) => call.startsWith('DELETE'));
  expect(deletes).toHaveLength(4);
  expect(deletes.at(-1)).toBe(`DELETE /api/v2/users/${id}`);
  expect(screen.queryByRole('heading', { name: 'Left behind' })).not.toBeInTheDocument();
});

test('the user stays while one of its tokens cannot be deleted, and each refusal is named', async () => {
  const { user, demo, gateway } = await renderRoute(page('nora'), { prepare: addNora });
  await user.click(await screen.findByRole('button', { name: 'Delete user' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('checkbox');
  const stuck = [...demo.state.tokens.values()].find(({ description }) => /too/.test(description))!;
  gateway.intercept = failing(
    (call) => call === `DELETE /api/v2/authorizations/${stuck.id}`,
    'the store is locked',
  );
  await user.type(within(dialog).getByRole('textbox'), 'nora');
  await user.click(within(dialog).getByRole('button', { name: 'Delete user' }));
  expect(await within(dialog).findByText('token nora too: the store is locked')).toBeVisible();
  expect(within(dialog).getByText(/1 of 3 could not be deleted/)).toBeVisible();
  expect(named(demo, 'nora')).toBeDefined();
  // The two others are gone; the next try has only this one left.
  await within(dialog).findByRole('checkbox', { name: 'Delete its 1 token first' });
  gateway.intercept = () => undefined;
  await user.click(within(dialog).getByRole('button', { name: 'Delete user' }));
  await waitFor(() => expect(named(demo, 'nora')).toBeUndefined());
});

test('what is left behind is remembered by id, and deleted later', async () => {
  const { user, here, demo } = await renderRoute(page('nora'), { prepare: addNora });
  const before = demo.state.tokens.size;
  await user.click(await screen.findByRole('button', { name: 'Delete user' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(await within(dialog).findByRole('checkbox'));
  expect(within(dialog).getByText(/kept by the server but listed no more/)).toBeVisible();
  await user.type(within(dialog).getByRole('textbox'), 'nora');
  await user.click(within(dialog).getByRole('button', { name: 'Delete user' }));
  await waitFor(() => expect(here()).toMatch(/\/users$/));
  expect(demo.state.tokens.size).toBe(before);
  const table = await screen.findByRole('table', { name: 'left behind' });
  expect(within(table).getAllByRole('row')).toHaveLength(4);
  expect(localStorage.getItem('headgate.orphans')).not.toMatch(/"n1"/);
  await user.click(within(table).getByRole('button', { name: 'Delete nora too' }));
  const confirm = await screen.findByRole('dialog');
  await user.click(within(confirm).getByRole('button', { name: 'Delete token' }));
  await waitFor(() => expect(demo.state.tokens.size).toBe(before - 1));
  await waitFor(() => expect(within(table).queryByText('nora too')).not.toBeInTheDocument());
  await user.click(within(table).getByRole('button', { name: 'Forget nora reads tasks' }));
  expect(within(table).queryByText('nora reads tasks')).not.toBeInTheDocument();
  expect(demo.state.tokens.size).toBe(before - 1);
});

test('a user that is gone says so', async () => {
  await renderRoute('/servers/demo/users/0123456789abcdef');
  expect(await screen.findByRole('heading', { name: 'No such user' })).toBeVisible();
});
