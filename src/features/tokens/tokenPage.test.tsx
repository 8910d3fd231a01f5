import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ALL_ACCESS_TOKEN } from '@/demo/seed/credentials';
import { createToken } from '@/demo/store/authorizations';
import { removeUser } from '@/demo/store/users';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

function named({ state }: TestDemo, description: string) {
  return [...state.tokens.values()].find((token) => token.description === description)!;
}

const page =
  (description: string) =>
  (demo: TestDemo): string =>
    `/servers/demo/tokens/${named(demo, description).id}`;

const sensors = 'airsensors: read and write';

const sectionOf = async (name: string) => within(await screen.findByRole('region', { name }));

test('a page tells class, sentence, permissions by scope, and reach by name', async () => {
  await renderRoute(page(sensors));
  await screen.findByRole('heading', { name: sensors, level: 1 });
  expect(await screen.findByText(/^Reads and writes the bucket airsensors/)).toBeVisible();
  const permissions = await sectionOf('Permissions');
  expect(permissions.getByRole('cell', { name: 'Resource' })).toBeVisible();
  expect(permissions.getByRole('link', { name: 'airsensors' })).toBeVisible();
  const reach = await sectionOf('Reach');
  expect(reach.getByRole('link', { name: 'airsensors' })).toBeVisible();
  expect(reach.getByText('Write on a bucket includes renaming and deleting it.')).toBeVisible();
  expect(reach.getByText(/does not check Flux that names a bucket by its id/)).toBeVisible();
  expect(await screen.findByText('Kept as a hash: nobody can read it any more')).toBeVisible();
});

test('a server that keeps tokens in the clear is said to; the value is nowhere on the page', async () => {
  const { user } = await renderRoute(page(sensors), { version: '2.7.12' });
  expect(await screen.findByText(/Kept in the clear/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'As JSON' }));
  const json = await screen.findByRole('region', { name: 'token as JSON' });
  expect(json).toHaveTextContent('"description": "airsensors: read and write"');
  expect(document.body).not.toHaveTextContent('demo-airsensors-token');
});

test('how to create the same is shown with ids, org and owner', async () => {
  const { user, demo } = await renderRoute(page(sensors));
  await user.click(await screen.findByRole('button', { name: 'Create the same' }));
  const call = await screen.findByRole('region', { name: 'API call' });
  const { userID, orgID } = named(demo, sensors);
  expect(call).toHaveTextContent(`"orgID":"${orgID}","userID":"${userID}"`);
  expect(call).not.toHaveTextContent('"name"');
});

test('renaming keeps what was typed when the server refuses', async () => {
  const { user, demo, gateway } = await renderRoute(page(sensors));
  const { id } = named(demo, sensors);
  gateway.intercept = ({ method }) =>
    method === 'PATCH'
      ? Response.json({ code: 'internal error', message: 'disk is full' }, { status: 500 })
      : undefined;
  await user.click(await screen.findByRole('button', { name: 'Rename' }));
  const input = await screen.findByRole('textbox', { name: 'Description' });
  await user.clear(input);
  await user.type(input, 'hall 3');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('disk is full')).toBeVisible();
  expect(input).toHaveValue('hall 3');
  gateway.intercept = () => undefined;
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'hall 3', level: 1 });
  expect(demo.state.tokens.get(id)).toMatchObject({ description: 'hall 3' });
});

test('deactivating tells which bucket loses its last writer, and can be undone', async () => {
  const { user, demo } = await renderRoute(page('lone writer'), {
    prepare: ({ state }) => {
      const bucket = [...state.buckets.values()].find(({ name }) => name === 'machines')!;
      const [admin] = state.users.values();
      const others = [...state.tokens.values()].filter(({ permissions }) =>
        permissions.some(({ resource }) => resource.id === bucket.id),
      );
      for (const { id } of others) state.tokens.delete(id);
      createToken(state, {
        orgID: bucket.orgID,
        userID: admin!.id,
        description: 'lone writer',
        permissions: [{ action: 'write', resource: { type: 'buckets', id: bucket.id } }],
      });
    },
  });
  const { id } = named(demo, 'lone writer');
  await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText(/^No other token and no v1 user writes machines/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Deactivate token' }));
  expect(await screen.findByText('lone writer deactivated')).toBeVisible();
  expect(demo.state.tokens.get(id)).toMatchObject({ status: 'inactive' });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(demo.state.tokens.get(id)).toMatchObject({ status: 'active' }));
  expect(await screen.findByRole('button', { name: 'Deactivate' })).toBeVisible();
});

test('deleting waits for the typed description and leads to the list', async () => {
  const { user, here, demo } = await renderRoute(page(sensors));
  const { id } = named(demo, sensors);
  await user.click(await screen.findByRole('button', { name: 'Delete token' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox'), sensors);
  await user.click(dialog.getAllByRole('button', { name: 'Delete token' })[0]!);
  await waitFor(() => expect(here()).toBe('/servers/demo/tokens'));
  expect(demo.state.tokens.has(id)).toBe(false);
});

test('deleting the own token locks out: Headgate asks to sign in again', async () => {
  const { user, demo } = await renderRoute(page("admin's Token"));
  expect(
    await screen.findByText(
      'the credential you are signed in with, the last operator token that works',
    ),
  ).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Delete token' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('No operator token is left')).toBeVisible();
  expect(dialog.getByText(/asks you to sign in with another/)).toBeVisible();
  await user.type(dialog.getByRole('textbox'), "admin's Token");
  await user.click(dialog.getAllByRole('button', { name: 'Delete token' })[0]!);
  expect(await screen.findByText('Your sign-in has ended')).toBeVisible();
  expect(
    [...demo.state.tokens.values()].some(({ description }) => /admin's/.test(description)),
  ).toBe(false);
});

test('a token whose user was deleted says what it is', async () => {
  await renderRoute(page('of somebody who left'), {
    prepare: ({ state }) => {
      const mira = [...state.users.values()].find(({ name }) => name === 'mira')!;
      const [bucket] = state.buckets.values();
      createToken(state, {
        orgID: bucket!.orgID,
        userID: mira.id,
        description: 'of somebody who left',
        permissions: [{ action: 'read', resource: { type: 'buckets', id: bucket!.id } }],
      });
      removeUser(state, mira.id);
    },
  });
  expect(await screen.findByRole('heading', { name: 'A token that is left over' })).toBeVisible();
});

test('an id that there is none of says so', async () => {
  await renderRoute('/servers/demo/tokens/0123456789abcdef');
  expect(await screen.findByRole('heading', { name: 'No such token' })).toBeVisible();
});

test('who may not change it is told what is missing', async () => {
  await renderRoute(page('reads tokens'), {
    as: { kind: 'token', token: 'reads-tokens' },
    prepare: ({ state }) => {
      const all = [...state.tokens.values()].find(({ token }) => token === ALL_ACCESS_TOKEN);
      const [bucket] = state.buckets.values();
      const [admin] = state.users.values();
      createToken(state, {
        orgID: bucket!.orgID,
        userID: all?.userID ?? admin!.id,
        token: 'reads-tokens',
        description: 'reads tokens',
        permissions: [
          { action: 'read', resource: { type: 'authorizations', orgID: bucket!.orgID } },
          { action: 'read', resource: { type: 'users', id: all?.userID ?? admin!.id } },
        ],
      });
    },
    version: '2.7.12',
  });
  expect(await screen.findByRole('button', { name: 'Rename' })).toHaveAccessibleDescription(
    /does not hold write:orgs\/\w+\/authorizations/,
  );
});
