import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SENSOR_TOKEN } from '@/demo/seed/credentials';
import type { OrgRecord } from '@/demo/state';
import type { TestDemo } from '@/demo/testing';
import { paths } from '@/lib/paths';
import { renderRoute } from '@/test/renderRoute';

function named(demo: TestDemo, name: string): OrgRecord | undefined {
  return [...demo.state.orgs.values()].find((org) => org.name === name);
}

function page(name: string, below = '') {
  return (demo: TestDemo) => `/servers/demo/orgs/${named(demo, name)!.id}/settings${below}`;
}

test('all orgs are listed with id and description', async () => {
  const { demo } = await renderRoute('/servers/demo/orgs');
  const row = (await screen.findByRole('link', { name: 'factory' })).closest('tr')!;
  expect(within(row).getByText('A second org')).toBeVisible();
  expect(within(row).getByText(named(demo, 'factory')!.id)).toBeVisible();
  expect(screen.getByText('2 orgs')).toBeVisible();
  expect(screen.getByRole('link', { name: 'factory' })).toHaveAttribute(
    'href',
    paths.home('demo', named(demo, 'factory')!.id),
  );
});

test('an org is created and opens', async () => {
  const { user, here, demo } = await renderRoute('/servers/demo/orgs/new');
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'lab');
  await user.click(screen.getByRole('button', { name: 'Create org' }));
  await screen.findByRole('heading', { name: 'lab', level: 1 });
  expect(here()).toContain(named(demo, 'lab')!.id);
});

test('a taken name is refused in the form, another refusal in the words of the server', async () => {
  const { user, gateway } = await renderRoute('/servers/demo/orgs/new');
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await user.type(name, 'iot');
  await user.click(screen.getByRole('button', { name: 'Create org' }));
  expect(await screen.findByText('An org with name iot already exists')).toBeVisible();
  gateway.intercept = ({ method }) =>
    method === 'POST'
      ? Response.json({ code: 'internal error', message: 'no space left' }, { status: 500 })
      : undefined;
  await user.type(name, '2');
  await user.click(screen.getByRole('button', { name: 'Create org' }));
  expect(await screen.findByText('no space left')).toBeVisible();
  expect(name).toHaveValue('iot2');
});

test('an org is renamed and described', async () => {
  const { user, demo } = await renderRoute(page('factory', '/edit'));
  const description = await screen.findByRole('textbox', { name: 'Description' });
  await user.clear(description);
  await user.type(description, 'Line two');
  await user.type(screen.getByRole('textbox', { name: 'Name' }), '-2');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'factory-2', level: 1 });
  expect(named(demo, 'factory-2')).toMatchObject({ description: 'Line two' });
});

test('deleting names the buckets that go and the tokens that stay, and waits for the typed name', async () => {
  const { user, here, demo } = await renderRoute(page('iot'));
  await user.click(await screen.findByRole('button', { name: 'Delete org' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(/^4 buckets: .*airsensors/)).toBeVisible();
  expect(await within(dialog).findByText(/^6 tokens: /)).toBeVisible();
  expect(await within(dialog).findByText(/^1 v1 user: /)).toBeVisible();
  const confirm = within(dialog).getByRole('button', { name: 'Delete org and data' });
  expect(confirm).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), 'iot');
  await user.click(confirm);
  await waitFor(() => expect(here()).toBe('/servers/demo/orgs'));
  expect(named(demo, 'iot')).toBeUndefined();
});

test('an org whose name the credential may not read is listed by its id', async () => {
  const { demo } = await renderRoute('/servers/demo/orgs', {
    as: { kind: 'token', token: SENSOR_TOKEN },
  });
  const row = (await screen.findByRole('link', { name: '(name not readable)' })).closest('tr')!;
  expect(within(row).getByText(named(demo, 'iot')!.id)).toBeVisible();
});
