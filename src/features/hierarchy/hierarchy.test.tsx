import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ALL_ACCESS_TOKEN } from '@/demo/seed/credentials';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

const path = '/servers/demo/hierarchy';
const summary = (count: number) => `${count} of ${count} answers as the permissions predict`;

function marked({ state }: TestDemo): string[] {
  const names = [
    ...[...state.buckets.values()].map(({ name }) => name),
    ...[...state.tokens.values()].map(({ description }) => description),
    ...[...state.v1Users.values()].map(({ token }) => token),
  ];
  return names.filter((name) => name.startsWith('headgate-demo-'));
}

test('the four credentials are made, tried and taken away again', async () => {
  const { user, demo } = await renderRoute(path);
  await user.click(await screen.findByRole('button', { name: 'Make the four credentials' }));
  expect(await screen.findByText(summary(60), {}, { timeout: 10_000 })).toBeVisible();
  const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(`^${name}`) }));
  const [config, ...others] = row('Read the server configuration').getAllByText(
    /^(allowed|denied)$/,
  );
  expect(config).toHaveTextContent('allowed');
  expect(others.map(({ textContent }) => textContent)).toEqual(['denied', 'denied', 'denied']);
  expect(
    row('Write to another bucket').getByText('insufficient permissions for write'),
  ).toBeVisible();
  expect(row('Change its bucket').getAllByText('allowed')).toHaveLength(3);
  expect(marked(demo).length).toBeGreaterThan(6);
  await user.click(screen.getByRole('button', { name: 'Clean up and end' }));
  await screen.findByRole('button', { name: 'Make the four credentials' });
  expect(marked(demo)).toEqual([]);
});

test('the four of the demo do for it, and lose nothing', async () => {
  const { user, demo } = await renderRoute(path);
  await user.click(await screen.findByRole('button', { name: 'Use those of the demo' }));
  expect(await screen.findByText(summary(60), {}, { timeout: 10_000 })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clean up and end' }));
  await screen.findByRole('button', { name: 'Make the four credentials' });
  expect(marked(demo)).toEqual([]);
});

test('a call of the viewer is tried with all of them', async () => {
  const { user } = await renderRoute(path);
  await user.click(await screen.findByRole('button', { name: 'Use those of the demo' }));
  await screen.findByText(summary(60), {}, { timeout: 10_000 });
  const input = screen.getByRole('textbox', { name: 'Path' });
  await user.clear(input);
  await user.type(input, '/api/v2/labels');
  await user.click(screen.getByRole('button', { name: 'Try it with each credential' }));
  const row = await screen.findByRole('row', { name: /GET \/api\/v2\/labels/ });
  await waitFor(() => expect(within(row).getByText('unauthorized access')).toBeVisible());
});

test('what a demonstration closed in the middle has left is found and taken away', async () => {
  const { user, openAnew, demo } = await renderRoute(path);
  await user.click(await screen.findByRole('button', { name: 'Make the four credentials' }));
  await screen.findByText(summary(60), {}, { timeout: 10_000 });
  openAnew('/servers/demo/sign-in?returnTo=%2Fservers%2Fdemo%2Fhierarchy');
  await user.type(await screen.findByLabelText('Token'), 'demo-operator-token');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await user.click(await screen.findByRole('button', { name: 'Clean up' }));
  await waitFor(() => expect(marked(demo)).toEqual([]));
});

test('who leaves before the end is asked', async () => {
  const { user, here, demo } = await renderRoute(path);
  await user.click(await screen.findByRole('button', { name: 'Make the four credentials' }));
  await screen.findByText(summary(60), {}, { timeout: 10_000 });
  await user.click(screen.getByRole('link', { name: 'Orgs' }));
  const dialog = await screen.findByRole('dialog', { name: 'The demonstration is still there' });
  await user.click(within(dialog).getByRole('button', { name: 'Clean up and leave' }));
  await waitFor(() => expect(here()).toBe('/servers/demo/orgs'));
  expect(marked(demo)).toEqual([]);
});

test('whoever may not make an operator token is told so, and sees the rest', async () => {
  const { user, demo } = await renderRoute(path, {
    as: { kind: 'token', token: ALL_ACCESS_TOKEN },
  });
  await user.click(await screen.findByRole('button', { name: 'Make the four credentials' }));
  expect(
    await screen.findByText(/Not made: permission read:authorizations is not allowed/),
  ).toBeVisible();
  expect(await screen.findByText(summary(45), {}, { timeout: 10_000 })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clean up and end' }));
  await waitFor(() => expect(marked(demo)).toEqual([]));
});

test('without buckets there is nothing to show, and the words of the server say why', async () => {
  const { user } = await renderRoute(path, {
    intercept: ({ method, url }) =>
      method === 'POST' && url.endsWith('/api/v2/buckets')
        ? Response.json({ code: 'internal error', message: 'disk full' }, { status: 500 })
        : undefined,
  });
  await user.click(await screen.findByRole('button', { name: 'Make the four credentials' }));
  expect(await screen.findByText('disk full')).toBeVisible();
});
