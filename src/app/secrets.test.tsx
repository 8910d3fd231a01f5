import { MutationCache, QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MEMBER, V1_USER } from '@/demo/seed/credentials';
import { createToken } from '@/demo/store/authorizations';
import type { TestDemo } from '@/demo/testing';
import { paths } from '@/lib/paths';
import type { Rendered } from '@/test/renderRoute';
import { renderFresh, renderRoute } from '@/test/renderRoute';
import {
  cached,
  clients,
  inTab,
  leaks,
  noteAddresses,
  pageText,
  watchSecrets,
} from '@/test/secrets';
import { v1UserNamed } from '@/test/v1Users';

const password = 'Never-Seen-Again-1';

beforeEach(watchSecrets);
afterEach(() => vi.restoreAllMocks());

async function type({ user }: Pick<Rendered, 'user'>, input: HTMLElement, text: string) {
  await user.click(input);
  await user.paste(text);
}

async function openCalls({ user }: Pick<Rendered, 'user'>) {
  const names = /^(Show the API calls?|Create the same|As JSON)/;
  for (const button of screen.queryAllByRole('button', { name: names })) await user.click(button);
}

/** Another page; what the one before kept must be gone. */
async function leave({ user }: Pick<Rendered, 'user'>) {
  await user.click(screen.getByRole('link', { name: 'Activity' }));
  await screen.findByRole('heading', { name: 'Activity' });
}

async function activityHolds(rendered: Pick<Rendered, 'user'>, action: string) {
  await leave(rendered);
  expect(await screen.findAllByText(new RegExp(action))).not.toHaveLength(0);
}

test('the secret of a new token is on its page only', async () => {
  const rendered = await renderRoute('/servers/demo/tokens/new?preset=all-access');
  const { user, gateway } = rendered;
  noteAddresses(gateway);
  await user.click(await screen.findByRole('button', { name: /^Create token/ }));
  const secret = (await screen.findByLabelText<HTMLInputElement>('Secret')).value;
  expect(secret.length).toBeGreaterThan(20);
  await openCalls(rendered);
  expect(leaks(secret, rendered, { page: true })).toEqual([]);
  expect(document.body.textContent).not.toContain(secret);
  await user.click(screen.getByLabelText('I have stored it'));
  await user.click(screen.getByRole('button', { name: 'Go to the token' }));
  await screen.findByRole('heading', { name: 'Danger' });
  await openCalls(rendered);
  await waitFor(() => expect(leaks(secret, rendered)).toEqual([]));
  await activityHolds(rendered, 'Token created');
  expect(leaks(secret, rendered)).toEqual([]);
}, 60_000);

const sensors = 'airsensors: read and write';

function tokenNamed(state: TestDemo['state'], description: string) {
  const found = [...state.tokens.values()].find((token) => token.description === description);
  if (!found) throw new Error(`no token ${description}`);
  return found;
}

function userNamed(state: TestDemo['state'], name: string) {
  const found = [...state.users.values()].find((user) => user.name === name);
  if (!found) throw new Error(`no user ${name}`);
  return found;
}

async function createReplacement({ user }: Pick<Rendered, 'user'>) {
  await user.click(await screen.findByRole('button', { name: 'Create the new token' }));
  return (await screen.findByLabelText<HTMLInputElement>('Secret')).value;
}

const replacing = (demo: TestDemo) =>
  paths.replaceToken('demo', tokenNamed(demo.state, sensors).id);

test('the secret of a replacement stays in the tab, and no longer than the replacement', async () => {
  const rendered = await renderRoute(replacing);
  const { user, gateway } = rendered;
  noteAddresses(gateway);
  const secret = await createReplacement(rendered);
  expect(leaks(secret, rendered, { page: true, tab: true })).toEqual([]);
  expect(inTab().filter((place) => place.includes(secret))).toHaveLength(1);
  await user.click(screen.getByLabelText('I have stored it'));
  await user.click(screen.getByRole('button', { name: 'Go on: prove that it works' }));
  await screen.findByText('The new token works');
  await waitFor(() => expect(leaks(secret, rendered, { tab: true })).toEqual([]));
  await user.click(screen.getByRole('button', { name: 'Undo the replacement' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText(`Undone: “${sensors}” is as it was.`);
  await waitFor(() => expect(leaks(secret, rendered)).toEqual([]));
  await activityHolds(rendered, 'New token created');
  expect(leaks(secret, rendered)).toEqual([]);
}, 60_000);

const operator = 'an-operator-token-of-this-test';

function withOperator({ state }: TestDemo) {
  const { orgID, userID, permissions } = tokenNamed(state, "admin's Token");
  createToken(state, { orgID, userID, permissions, token: operator });
}

const asOperator = { as: { kind: 'token', token: operator }, prepare: withOperator } as const;

test('signing out forgets the credential and the secret of an unfinished replacement', async () => {
  const rendered = await renderRoute(replacing, asOperator);
  const { user } = rendered;
  const secret = await createReplacement(rendered);
  await user.click(screen.getByRole('button', { name: /^Signed in as/ }));
  await user.click(await screen.findByText('Sign out'));
  await type(rendered, await screen.findByLabelText('Token'), operator);
  await waitFor(() => expect(leaks(secret, rendered)).toEqual([]));
  expect(leaks(operator, rendered, { page: true })).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await user.click(await screen.findByRole('link', { name: 'Tokens' }));
  await user.click(await screen.findByRole('link', { name: `Replace ${sensors}` }));
  expect(await screen.findByText('This tab does not know the new secret')).toBeVisible();
}, 60_000);

test('a replacement that another tab has ended leaves no secret in this one', async () => {
  const rendered = await renderRoute(replacing);
  const secret = await createReplacement(rendered);
  const key = 'headgate.replacements:/:demo';
  expect(localStorage.getItem(key)).not.toBeNull();
  localStorage.removeItem(key);
  fireEvent(window, new StorageEvent('storage', { key, newValue: null }));
  await waitFor(() => expect(leaks(secret, rendered)).toEqual([]));
}, 60_000);

test('whoever signs in over another sign-in is not told its secrets', async () => {
  const secret = await createReplacement(await renderRoute(replacing));
  cleanup();
  const rendered = await renderRoute('/servers/demo/sign-in', { as: null });
  await rendered.user.click(await screen.findByRole('button', { name: /^User mira/ }));
  await screen.findByRole('button', { name: /^Signed in as/ });
  expect(leaks(secret, rendered, { page: true })).toEqual([]);
}, 60_000);

test('a pasted token or v1 password is in the form only', async () => {
  const pasted = 'a-pasted-token-of-this-test';
  const rendered = await renderRoute('/servers/demo/tokens/check', {
    prepare(demo) {
      const { orgID, userID, permissions } = tokenNamed(demo.state, sensors);
      createToken(demo.state, { orgID, userID, permissions, token: pasted });
      v1UserNamed(demo, V1_USER.username)!.password = password;
    },
  });
  const { user, gateway } = rendered;
  noteAddresses(gateway);
  await type(rendered, await screen.findByLabelText('Secret'), pasted);
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('Valid and active');
  await user.click(screen.getByRole('button', { name: /Ask whether it writes/ }));
  await screen.findByText(/Asked \d+ buckets: it writes 1\./);
  expect(leaks(pasted, rendered, { page: true })).toEqual([]);
  expect(cached().filter((place) => place.includes(pasted))).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'v1 user' }));
  await type(rendered, screen.getByLabelText('User name'), V1_USER.username);
  await type(rendered, screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('Valid and active');
  expect(leaks(password, rendered, { page: true })).toEqual([]);
  expect(cached().filter((place) => place.includes(password))).toEqual([]);
  await leave(rendered);
  expect(leaks(pasted, rendered)).toEqual([]);
  expect(leaks(password, rendered)).toEqual([]);
}, 60_000);

test('the password of a v1 user is forgotten with its page', async () => {
  const page = (demo: TestDemo) => paths.v1User('demo', v1UserNamed(demo, V1_USER.username)!.id);
  const rendered = await renderRoute(page);
  const { user, gateway } = rendered;
  noteAddresses(gateway);
  const form = await screen.findByRole('form', { name: 'Set a password' });
  await type(rendered, within(form).getByLabelText('New password'), password);
  await openCalls(rendered);
  expect(document.body.textContent).not.toContain(password);
  await user.click(within(form).getByRole('button', { name: 'Set password' }));
  await waitFor(() => expect(gateway.asked.join()).toMatch(/POST \S+\/password/));
  await waitFor(() => expect(within(form).getByLabelText('New password')).toHaveValue(''));
  await openCalls(rendered);
  expect(leaks(password, rendered, { page: true })).toEqual([]);
  expect(pageText()).not.toContain(password);
  await activityHolds(rendered, 'Password set');
  await waitFor(() => expect(leaks(password, rendered)).toEqual([]));
}, 60_000);

test('the password of a user is forgotten with its page, also when it was refused', async () => {
  const page = ({ state }: TestDemo) =>
    paths.userPassword('demo', userNamed(state, MEMBER.username).id);
  const rendered = await renderRoute(page, { strongPasswords: true });
  const { user, gateway } = rendered;
  noteAddresses(gateway);
  const input = await screen.findByLabelText('New password');
  const weak = 'only-small-letters';
  await type(rendered, input, weak);
  await user.click(screen.getByRole('button', { name: 'Set password' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('at least three of the following');
  await user.clear(input);
  await type(rendered, input, password);
  await user.click(screen.getByRole('button', { name: 'Set password' }));
  await screen.findByText('Show the API call that ran');
  await openCalls(rendered);
  expect(document.body.textContent).not.toContain(password);
  await activityHolds(rendered, 'Password set');
  await waitFor(() => expect(leaks(password, rendered)).toEqual([]));
  expect(leaks(weak, rendered)).toEqual([]);
}, 60_000);

test('a session that changes its password keeps neither the old nor the new one', async () => {
  const before = 'The-Old-Password-1';
  const rendered = await renderRoute('/servers/demo/sign-in', {
    as: null,
    prepare({ state }) {
      userNamed(state, MEMBER.username).password = before;
    },
  });
  const { user, gateway } = rendered;
  noteAddresses(gateway);
  await user.click(await screen.findByRole('radio', { name: 'User and password' }));
  await type(rendered, screen.getByLabelText('User name'), MEMBER.username);
  await type(rendered, screen.getByLabelText('Password'), before);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await user.click(await screen.findByRole('button', { name: /^Signed in as/ }));
  await user.click(await screen.findByText('My account'));
  expect(leaks(before, rendered)).toEqual([]);
  const form = await screen.findByRole('form', { name: 'Change password' });
  await type(rendered, within(form).getByLabelText('Current password'), before);
  await type(rendered, within(form).getByLabelText('New password'), password);
  await type(rendered, within(form).getByLabelText('New password again'), password);
  await user.click(within(form).getByRole('button', { name: 'Change password' }));
  await within(form).findByText(/^Changed\./);
  await waitFor(() => expect(leaks(password, rendered)).toEqual([]));
  expect(leaks(before, rendered)).toEqual([]);
  expect(leaks(btoa(`me:${before}`), rendered)).toEqual([]);
}, 60_000);

test('the set-up leaves neither the password nor the operator token behind', async () => {
  const rendered = renderFresh('/servers/demo/setup');
  const { user } = rendered;
  await type(rendered, await screen.findByLabelText('User name'), 'root');
  await type(rendered, screen.getByLabelText('Password'), password);
  await type(rendered, screen.getByLabelText('Password again'), password);
  await type(rendered, screen.getByLabelText('Org'), 'acme');
  await type(rendered, screen.getByLabelText('Bucket'), 'b0');
  await user.click(screen.getByRole('button', { name: 'Set up' }));
  await screen.findByRole('region', { name: 'operator token' });
  await user.click(screen.getByLabelText('I have stored the operator token'));
  await user.click(screen.getByRole('button', { name: 'Continue as root' }));
  await screen.findByRole('button', { name: /^Signed in as/ });
  await waitFor(() => expect(leaks(password, rendered)).toEqual([]));
  const { token } = JSON.parse(Object.values(sessionStorage)[0] as string) as { token: string };
  expect(leaks(token, rendered, { tab: true })).toEqual([]);
}, 60_000);

// Were the caches not found, every test above would pass.
test('what looks at the caches sees a secret that a mutation keeps', () => {
  const client = new QueryClient({ mutationCache: new MutationCache() });
  clients.add(client);
  client.getMutationCache().build(client, {}).state.variables = { password };
  expect(cached().join()).toContain(password);
});
