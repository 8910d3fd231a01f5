import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ADMIN, ALL_ACCESS_TOKEN, MEMBER, SENSOR_TOKEN } from '@/demo/seed/credentials';
import type { TestDemo } from '@/demo/testing';
import type { RenderOptions } from '@/test/renderRoute';
import { renderRoute } from '@/test/renderRoute';

const signIn = '/servers/demo/sign-in?returnTo=/servers/demo/account';

function passwordOf(demo: TestDemo, name: string) {
  return [...demo.state.users.values()].find((user) => user.name === name)?.password;
}

async function asMember(options: RenderOptions = {}) {
  const rendered = await renderRoute(signIn, { ...options, as: null });
  const sample = new RegExp(`^User ${MEMBER.username}`);
  await rendered.user.click(await screen.findByRole('button', { name: sample }));
  const form = await screen.findByRole('form', { name: 'Change password' });
  const fill = async (old: string, password: string, repeated = password) => {
    for (const [label, text] of [
      ['Current password', old],
      ['New password', password],
      ['New password again', repeated],
    ] as const) {
      const input = within(form).getByLabelText(label);
      await rendered.user.clear(input);
      await rendered.user.type(input, text);
    }
    await rendered.user.click(within(form).getByRole('button', { name: 'Change password' }));
  };
  return { ...rendered, form, fill };
}

test('a session changes its password by the old one, and goes on', async () => {
  const { fill, form, demo, gateway } = await asMember();
  const sent: (string | null)[] = [];
  gateway.intercept = (request) => {
    if (request.method === 'PUT') sent.push(request.headers.get('authorization'));
    return undefined;
  };
  await fill(MEMBER.password, 'Another-Mira-2');
  expect(await within(form).findByText(/This sign-in goes on/)).toBeVisible();
  expect(passwordOf(demo, MEMBER.username)).toBe('Another-Mira-2');
  expect(gateway.asked).toContain('PUT /api/v2/me/password');
  expect(sent).toEqual([`Basic ${btoa(`me:${MEMBER.password}`)}`]);
  expect(within(form).getByLabelText('Current password')).toHaveValue('');
  expect(within(form).getByLabelText('New password')).toHaveValue('');
});

test('a wrong old password is said in the server’s words, and what was typed stays', async () => {
  const { fill, form, demo } = await asMember();
  await fill('not-the-old-one', 'Another-Mira-2');
  expect(await within(form).findByText('your username or password is incorrect')).toBeVisible();
  expect(within(form).getByLabelText('New password')).toHaveValue('Another-Mira-2');
  expect(passwordOf(demo, MEMBER.username)).toBe(MEMBER.password);
});

test('what is missing is said before anything is sent; the strong rule comes from the server', async () => {
  const { fill, form, gateway } = await asMember({ strongPasswords: true });
  await fill(MEMBER.password, 'short', 'other');
  expect(within(form).getByText(/must be between 8 and 72/)).toBeVisible();
  expect(within(form).getByText('Not the same as the new password')).toBeVisible();
  expect(gateway.asked).not.toContain('PUT /api/v2/me/password');
  await fill(MEMBER.password, 'onlyletters');
  expect(
    await within(form).findByText(/at least three of the following character types/),
  ).toBeVisible();
});

test('a member sees who it is, its orgs and what it may do', async () => {
  await asMember();
  expect(screen.getByText('user name and password')).toBeVisible();
  const orgs = await screen.findByRole('table', { name: 'orgs' });
  await waitFor(() => expect(orgs).toHaveTextContent('iotmember'));
  expect(await screen.findByText(/^Reads /)).toBeVisible();
  const buckets = await screen.findByRole('table', { name: 'buckets' });
  expect(within(buckets).getByRole('link', { name: 'airsensors' }).closest('tr')).toHaveTextContent(
    'read',
  );
});

test('an operator sees that everything is allowed, and sets the password without the old one', async () => {
  const { user, here } = await renderRoute('/servers/demo/account');
  expect(await screen.findByText(/Everything in every org/)).toBeVisible();
  expect(await screen.findByText('iot: all access')).toBeVisible();
  await user.click(
    await screen.findByRole('link', { name: `Set the password of ${ADMIN.username}` }),
  );
  await waitFor(() => expect(here()).toMatch(/\/users\/\w{16}\/password$/));
});

test('a bucket token is told what is known, what is not, and why it sets no password', async () => {
  await renderRoute('/servers/demo/account', { as: { kind: 'token', token: SENSOR_TOKEN } });
  expect(
    await screen.findByText(/^At least: Reads and writes the bucket airsensors/),
  ).toBeVisible();
  expect(screen.getByText('Not known')).toBeVisible();
  expect(await screen.findByText(/The roles of this user cannot be read/)).toBeVisible();
});

test('an all-access token has its class and its permissions in words', async () => {
  await renderRoute('/servers/demo/account', { as: { kind: 'token', token: ALL_ACCESS_TOKEN } });
  expect(await screen.findByText(/^Does everything in iot/)).toBeVisible();
  expect(screen.getAllByText('all-access').length).toBeGreaterThan(0);
});

test('the identity chip leads to the account', async () => {
  const { user, here } = await renderRoute('/servers/demo/users');
  await user.click(await screen.findByRole('button', { name: /^Signed in as/ }));
  await user.click(await screen.findByRole('link', { name: 'My account' }));
  await screen.findByRole('heading', { name: 'My account' });
  expect(here()).toBe('/servers/demo/account');
  expect(screen.queryByRole('button', { name: 'Sign out' })).not.toBeInTheDocument();
});
