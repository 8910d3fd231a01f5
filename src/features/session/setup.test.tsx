import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { kept } from '@/api/credentialStore';
import { renderFresh } from '@/test/renderRoute';
import { emptySetup, validateSetup } from './setupDraft';

it('a server that was never set up leads to the operator token, shown once', async () => {
  const { user, here } = renderFresh('/servers/demo/sign-in');
  await user.click(await screen.findByRole('link', { name: 'Set up this server' }));
  await user.type(await screen.findByLabelText('User name'), 'root');
  await user.type(screen.getByLabelText('Password'), 'long-enough');
  await user.type(screen.getByLabelText('Password again'), 'long-enough');
  await user.type(screen.getByLabelText('Org'), 'acme');
  await user.type(screen.getByLabelText('Bucket'), 'b0');
  await user.click(screen.getByRole('button', { name: 'Set up' }));
  const shown = await screen.findByRole('region', { name: 'operator token' });
  expect(shown.textContent).toMatch(/\S{20,}/);
  expect(screen.getByRole('button', { name: 'Continue as root' })).toBeDisabled();
  await user.click(screen.getByLabelText('I have stored the operator token'));
  await user.click(screen.getByRole('button', { name: 'Continue as root' }));
  expect(await screen.findByRole('button', { name: /^Signed in as/ })).toHaveTextContent(
    'operator',
  );
  expect(here()).toMatch(/^\/servers\/demo\/orgs\/[0-9a-f]{16}$/);
  expect(kept('demo')).toMatchObject({ kind: 'token' });
});

it('a retention that would break the set-up half-way is never sent', async () => {
  const { user, gateway } = renderFresh('/servers/demo/setup');
  await user.type(await screen.findByLabelText('User name'), 'root');
  await user.type(screen.getByLabelText('Password'), 'long-enough');
  await user.type(screen.getByLabelText('Password again'), 'long-enough');
  await user.type(screen.getByLabelText('Org'), 'acme');
  await user.type(screen.getByLabelText('Bucket'), 'b0');
  await user.clear(screen.getByLabelText('Keep data for'));
  await user.type(screen.getByLabelText('Keep data for'), '30m');
  await user.click(screen.getByRole('button', { name: 'Set up' }));
  expect(await screen.findByText('At least 1h, or infinite')).toBeVisible();
  expect(gateway.asked).not.toContain('POST /api/v2/setup');
});

const good = {
  ...emptySetup,
  username: 'root',
  password: 'long-enough',
  repeated: 'long-enough',
  org: 'acme',
  bucket: 'b0',
};

it.each([
  [{}, []],
  [{ password: 'short', repeated: 'short' }, ['password']],
  [{ password: 'ж'.repeat(37), repeated: 'ж'.repeat(37) }, ['password']],
  [{ repeated: 'long-enougH' }, ['repeated']],
  [{ org: ' ' }, ['org']],
  [{ bucket: '_b' }, ['bucket']],
  [{ bucket: 'a"b' }, ['bucket']],
  [{ retention: '59m59s' }, ['retention']],
  [{ retention: '1h' }, []],
  [{ retention: 'soon' }, ['retention']],
])('with %j the problems are %j', (change, fields) => {
  const problems = Object.entries(validateSetup({ ...good, ...change }));
  expect(problems.filter(([, text]) => text !== null).map(([field]) => field)).toEqual(fields);
});
