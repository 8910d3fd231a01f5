import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ADMIN, MEMBER } from '@/demo/seed/credentials';
import { createUser } from '@/demo/store/users';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

function orgID(demo: TestDemo, name = 'iot'): string {
  return [...demo.state.orgs.values()].find((org) => org.name === name)!.id;
}

function userID(demo: TestDemo, name: string): string {
  return [...demo.state.users.values()].find((user) => user.name === name)!.id;
}

function roleOf(demo: TestDemo, name: string, org = 'iot') {
  const id = userID(demo, name);
  const { mappings } = demo.state;
  return mappings.find((one) => one.userID === id && one.resourceID === orgID(demo, org))?.role;
}

const page = (demo: TestDemo) => `/servers/demo/orgs/${orgID(demo)}/settings/members`;

type User = Awaited<ReturnType<typeof renderRoute>>['user'];

/** From the sign-in page to the members of the org. */
async function asMember(user: User) {
  const sample = new RegExp(`^User ${MEMBER.username}`);
  await user.click(await screen.findByRole('button', { name: sample }));
  await user.click(await screen.findByRole('link', { name: 'Org settings' }));
  await user.click(await screen.findByRole('link', { name: 'Manage members' }));
}

async function choose(user: User, name: string, action: string) {
  await user.click(await screen.findByRole('button', { name: `Actions for ${name}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
  return screen.findByRole('dialog');
}

function failing(wanted: (call: string) => boolean, message: string) {
  return ({ method, url }: Request) =>
    wanted(`${method} ${new URL(url).pathname}`)
      ? Response.json({ code: 'internal error', message }, { status: 500 })
      : undefined;
}

test('the page of the org shows who belongs to it, and leads to its members', async () => {
  const { user, here } = await renderRoute((demo) => `/servers/demo/orgs/${orgID(demo)}/settings`);
  expect(await screen.findByRole('link', { name: MEMBER.username })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Manage members' }));
  await screen.findByRole('heading', { name: 'Members of iot' });
  expect(here()).toMatch(/\/settings\/members$/);
});

test('an operator adds a user by name', async () => {
  const { user, demo } = await renderRoute(page, {
    prepare: ({ state }) => void createUser(state, { name: 'nora' }),
  });
  await user.click(await screen.findByRole('link', { name: 'Add member' }));
  await user.click(await screen.findByRole('combobox', { name: 'User' }));
  await user.click(await screen.findByRole('option', { name: 'nora' }));
  expect(screen.queryByRole('option', { name: MEMBER.username })).not.toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'Owner' }));
  await user.click(screen.getByRole('button', { name: 'Add' }));
  await screen.findByRole('link', { name: 'nora' });
  expect(roleOf(demo, 'nora')).toBe('owner');
  await user.click(screen.getByRole('button', { name: 'Show the API call that ran' }));
  expect(await screen.findByRole('region', { name: 'API call' })).toHaveTextContent('/owners');
});

test('an owner who cannot list users adds one by id, and the words of the server are shown', async () => {
  const { user, demo } = await renderRoute('/servers/demo/sign-in', {
    as: null,
    prepare: ({ state }) => {
      state.mappings = state.mappings.map((one) =>
        one.role === 'member' ? { ...one, role: 'owner' } : one,
      );
      createUser(state, { name: 'nora' });
    },
  });
  await asMember(user);
  await user.click(await screen.findByRole('link', { name: 'Add member' }));
  const input = await screen.findByRole('textbox', { name: 'User id' });
  const fill = async (id: string) => {
    await user.clear(input);
    await user.click(input);
    await user.paste(id);
    await user.keyboard('{Enter}');
  };
  await fill('nora');

  expect(await screen.findByText(/An id has 16 digits/)).toBeVisible();
  await fill('0123456789abcdef');

  expect(await screen.findByText('user not found')).toBeVisible();
  expect(input).toHaveValue('0123456789abcdef');
  await fill(userID(demo, 'nora').toUpperCase());

  await screen.findByRole('link', { name: 'nora' });
  expect(roleOf(demo, 'nora')).toBe('member');
});

test('a role is changed by removing and adding', async () => {
  const { user, demo, gateway } = await renderRoute(page);
  const dialog = await choose(user, MEMBER.username, 'Make owner');
  expect(dialog).toHaveTextContent('Headgate removes mira and adds the user again as owner');
  await user.click(within(dialog).getByRole('button', { name: 'Make owner' }));
  await waitFor(() => expect(roleOf(demo, MEMBER.username)).toBe('owner'));
  const id = userID(demo, MEMBER.username);
  const writes = gateway.asked.filter((call) => !call.startsWith('GET'));
  expect(writes).toEqual([
    `DELETE /api/v2/orgs/${orgID(demo)}/members/${id}`,
    `POST /api/v2/orgs/${orgID(demo)}/owners`,
  ]);
});

test('when adding fails, the old role is given back and that is said', async () => {
  const { user, demo, gateway } = await renderRoute(page);
  const dialog = await choose(user, MEMBER.username, 'Make owner');
  gateway.intercept = failing((call) => /^POST .*owners$/.test(call), 'the store is locked');
  await user.click(within(dialog).getByRole('button', { name: 'Make owner' }));
  const alert = await within(dialog).findByRole('alert');
  expect(alert).toHaveTextContent('Giving the role owner failed');
  expect(alert).toHaveTextContent('the store is locked. The role member was given back.');
  expect(roleOf(demo, MEMBER.username)).toBe('member');
});

test('a role that cannot be given back is said, and the list shows the truth', async () => {
  const { user, demo, gateway } = await renderRoute(page);
  const dialog = await choose(user, MEMBER.username, 'Make owner');
  gateway.intercept = failing((call) => call.startsWith('POST'), 'the store is locked');
  await user.click(within(dialog).getByRole('button', { name: 'Make owner' }));
  expect(
    await within(dialog).findByText(/The role member is gone, and could not be given back/),
  ).toBeVisible();
  expect(roleOf(demo, MEMBER.username)).toBeUndefined();
  await waitFor(() =>
    expect(screen.queryByRole('link', { name: MEMBER.username })).not.toBeInTheDocument(),
  );
});

test('removing says what keeps working', async () => {
  const { user, demo } = await renderRoute(page);
  const dialog = await choose(user, MEMBER.username, 'Remove');
  expect(await within(dialog).findByText(/would keep working/)).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(roleOf(demo, MEMBER.username)).toBeUndefined());
});

test('the last owner, who is oneself, is warned and types the name', async () => {
  const { user, demo } = await renderRoute(page);
  const dialog = await choose(user, ADMIN.username, 'Remove');
  expect(within(dialog).getByText('The last owner of iot')).toBeVisible();
  expect(within(dialog).getByText('This is you')).toBeVisible();
  expect(await within(dialog).findByText(/of admin in iot keep working/)).toBeVisible();
  const confirm = within(dialog).getByRole('button', { name: 'Remove' });
  expect(confirm).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), ADMIN.username);
  await user.click(confirm);
  await waitFor(() => expect(roleOf(demo, ADMIN.username)).toBeUndefined());
});

test('a member may look, and is told why nothing can be changed', async () => {
  const { user } = await renderRoute('/servers/demo/sign-in', { as: null });
  await asMember(user);
  expect(await screen.findByRole('button', { name: 'Add member' })).toHaveAttribute(
    'aria-description',
    expect.stringMatching(/does not hold write:orgs/),
  );
  await user.click(await screen.findByRole('button', { name: `Actions for ${ADMIN.username}` }));
  const item = await screen.findByRole('menuitem', { name: /^Remove.*does not hold write:orgs/ });
  expect(item).toHaveAttribute('data-disabled');
});
