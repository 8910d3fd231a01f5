import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { kept } from '@/api/credentialStore';
import { ADMIN, OPERATOR_TOKEN, V1_USER } from '@/demo/seed/credentials';
import { renderRoute } from '@/test/renderRoute';

const signInPage = '/servers/demo/sign-in';

it('a token signs in and lands among the orgs', async () => {
  const { user } = await renderRoute(signInPage, { as: null });
  await user.type(await screen.findByLabelText('Token'), `  ${OPERATOR_TOKEN} `);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('button', { name: /^Signed in as/ })).toHaveTextContent(
    'operator',
  );
  expect(kept('demo')).toEqual({ kind: 'token', token: OPERATOR_TOKEN });
});

it('user name and password open a session', async () => {
  const { user, gateway } = await renderRoute(signInPage, { as: null });
  await user.click(await screen.findByRole('radio', { name: 'User and password' }));
  await user.type(screen.getByLabelText('User name'), ADMIN.username);
  await user.type(screen.getByLabelText('Password'), ADMIN.password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('button', { name: /^Signed in as/ })).toHaveTextContent('admin');
  expect(kept('demo')).toEqual({ kind: 'session' });
  expect(gateway.asked).toContain('POST /api/v2/signin');
});

it('a v1 user lands on the databases', async () => {
  const { user, here } = await renderRoute(signInPage, { as: null });
  await user.click(await screen.findByRole('radio', { name: 'v1 user' }));
  await user.type(screen.getByLabelText('User name'), V1_USER.username);
  await user.type(screen.getByLabelText('Password'), V1_USER.password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('button', { name: /^Signed in as/ })).toHaveTextContent('v1 user');
  await waitFor(() => expect(here()).toContain('/servers/demo/databases'));
});

it('a sample credential of the demo is one click', async () => {
  const { user } = await renderRoute(signInPage, { as: null });
  await user.click(await screen.findByRole('button', { name: /^All-access token of iot/ }));
  expect(await screen.findByRole('button', { name: /^Signed in as/ })).toHaveTextContent(
    'all-access',
  );
});

it('a wrong token is refused at the form, in the server’s words, and stays typed', async () => {
  const { user } = await renderRoute(signInPage, { as: null });
  await user.type(await screen.findByLabelText('Token'), 'nonsense');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('does not know this token');
  expect(alert).toHaveTextContent('unauthorized access');
  expect(screen.getByLabelText('Token')).toHaveValue('nonsense');
  expect(kept('demo')).toBeUndefined();
});

it('an inactive user is told what is the matter', async () => {
  const { user } = await renderRoute(signInPage, {
    as: null,
    prepare: ({ state }) => {
      for (const each of state.users.values()) if (each.name === 'mira') each.status = 'inactive';
    },
  });
  await user.click(await screen.findByRole('button', { name: /^User mira/ }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('User is inactive');
  expect(alert).toHaveTextContent('An operator can activate it');
});

it('an address behind the sign-in is gone back to', async () => {
  const { user, here } = await renderRoute('/servers/demo/orgs?q=iot', { as: null });
  await user.type(await screen.findByLabelText('Token'), OPERATOR_TOKEN);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('button', { name: /^Signed in as/ });
  expect(here()).toBe('/servers/demo/orgs?q=iot');
});

it('a server that does not answer is named with the remedy', async () => {
  await renderRoute(signInPage, {
    as: null,
    intercept: () =>
      Response.json(
        {
          code: 'unreachable',
          server: 'demo',
          reason: 'refused',
          message: 'connect ECONNREFUSED 127.0.0.1:8086',
        },
        { status: 502 },
      ),
  });
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Nothing listens at the address of this server');
  expect(alert).toHaveTextContent('connect ECONNREFUSED 127.0.0.1:8086');
  expect(alert).toHaveTextContent('Start influxd');
});

it('a web page in place of a server is recognised', async () => {
  await renderRoute(signInPage, {
    as: null,
    intercept: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('This is not an InfluxDB');
});

it('a server that the gateway does not know is said to be unknown', async () => {
  const { gateway } = await renderRoute('/servers/other/sign-in', { as: null });
  expect(await screen.findByText(/knows no server “other”/)).toBeVisible();
  expect(gateway.asked).toEqual([]);
});
