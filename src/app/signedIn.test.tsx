import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { kept, setSharesSignIn } from '@/api/credentialStore';
import { ADMIN, OPERATOR_TOKEN } from '@/demo/seed/credentials';
import { renderRoute } from '@/test/renderRoute';

it('whoever is not signed in is asked to, and nothing of the page is shown', async () => {
  const { here } = await renderRoute('/servers/demo/orgs', { as: null });
  expect(await screen.findByRole('heading', { name: 'Sign in to Demo' })).toBeVisible();
  expect(here()).toBe('/servers/demo/sign-in?returnTo=%2Fservers%2Fdemo%2Forgs');
});

it('signing out ends the session on the server and forgets it here', async () => {
  const { user, gateway, here } = await renderRoute('/servers/demo/sign-in', { as: null });
  await user.click(await screen.findByRole('button', { name: /^User admin/ }));
  await user.click(await screen.findByRole('button', { name: /^Signed in as/ }));
  await user.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(await screen.findByRole('heading', { name: 'Sign in to Demo' })).toBeVisible();
  expect(gateway.asked).toContain('POST /api/v2/signout');
  expect(kept('demo')).toBeUndefined();
  expect(here()).toBe('/servers/demo/sign-in');
});

it('an expired credential asks over the page, loses nothing typed, and sends the write again', async () => {
  const { user, demo } = await renderRoute('/servers/demo/orgs/new');
  const name = await screen.findByLabelText('Name');
  await user.type(name, 'plant');
  for (const each of demo.state.tokens.values()) {
    if (each.token === OPERATOR_TOKEN) each.token = 'replaced';
  }
  await user.click(screen.getByRole('button', { name: 'Create org' }));
  const dialog = await screen.findByRole('dialog', { name: 'Your sign-in has ended' });
  expect(name).toHaveValue('plant');
  await user.click(within(dialog).getByRole('radio', { name: 'User and password' }));
  await user.type(within(dialog).getByLabelText('User name'), ADMIN.username);
  await user.type(within(dialog).getByLabelText('Password'), ADMIN.password);
  await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
  await waitFor(() =>
    expect([...demo.state.orgs.values()].map((org) => org.name)).toContain('plant'),
  );
  expect(kept('demo')).toEqual({ kind: 'session' });
});

it('a new tab goes on with the session cookie', async () => {
  const { user, openAnew, here } = await renderRoute('/servers/demo/sign-in', { as: null });
  await user.click(await screen.findByRole('button', { name: /^User admin/ }));
  await screen.findByRole('button', { name: /^Signed in as/ });
  openAnew('/servers/demo/orgs');
  expect(await screen.findByRole('button', { name: /^Signed in as/ })).toHaveTextContent(
    'operator',
  );
  expect(here()).toBe('/servers/demo/orgs');
});

it('a new tab gets the token of a tab beside it, unless that is switched off', async () => {
  const beside = new BroadcastChannel('headgate:/');
  beside.onmessage = () =>
    beside.postMessage({
      kind: 'tell',
      server: 'demo',
      credentials: { kind: 'token', token: OPERATOR_TOKEN },
    });
  const { openAnew } = await renderRoute('/servers/demo/orgs', { as: null });
  expect(await screen.findByRole('button', { name: /^Signed in as/ })).toHaveTextContent(
    'operator',
  );
  setSharesSignIn(false);
  openAnew('/servers/demo/orgs');
  expect(await screen.findByRole('heading', { name: 'Sign in to Demo' })).toBeVisible();
  beside.close();
});
