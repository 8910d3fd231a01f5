import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { TestDemo } from '@/demo/testing';
import { paths } from '@/lib/paths';
import { renderRoute } from '@/test/renderRoute';

function org(demo: TestDemo, name: string): string {
  return [...demo.state.orgs.values()].find((each) => each.name === name)!.id;
}

const home = (demo: TestDemo) => paths.home('demo', org(demo, 'iot'));

async function openHome() {
  const rendered = await renderRoute(home);
  await screen.findByRole('heading', { name: 'iot', level: 1 });
  return { ...rendered, iot: org(rendered.demo, 'iot'), factory: org(rendered.demo, 'factory') };
}

it('the palette finds a bucket by its id', async () => {
  const { user, here, demo, iot } = await openHome();
  const bucket = [...demo.state.buckets.values()].find(({ name }) => name === 'ts-bucket')!;
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByLabelText('Find'), bucket.id);
  await user.click(await screen.findByRole('button', { name: /ts-bucket/ }));
  await waitFor(() => expect(here()).toBe(paths.bucket('demo', iot, bucket.id)));
});

it('the org switcher goes to the home of another org', async () => {
  const { user, here, factory } = await openHome();
  await user.click(screen.getByRole('button', { name: /^Org ?iot/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'factory' }));
  await waitFor(() => expect(here()).toBe(paths.home('demo', factory)));
  expect(await screen.findByRole('link', { name: 'machines' })).toBeVisible();
});

it('? shows the shortcuts, and g with a letter goes there', async () => {
  const { user, here, iot } = await openHome();
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  expect(within(dialog).getByRole('row', { name: /Buckets/ })).toHaveTextContent('gb');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('gb');
  await waitFor(() => expect(here()).toBe(paths.buckets('demo', iot)));
});

it('home says what is here, who one is and what can be done next', async () => {
  await openHome();
  const buckets = await screen.findByRole('region', { name: 'Buckets' });
  const link = await within(buckets).findByRole('link', { name: 'airsensors' });
  expect(within(buckets).getByRole('row', { name: /airsensors/ })).toContainElement(link);
  expect(within(buckets).getByRole('row', { name: /airsensors/ })).toHaveTextContent('90d');
  expect(buckets).toHaveTextContent('All 2 buckets and 2 system buckets');
  expect(screen.getByRole('region', { name: 'You' })).toHaveTextContent('operator');
  expect(screen.getByRole('link', { name: /Create a bucket/ })).toBeVisible();
});

it('a member who may only read is not offered to create a bucket', async () => {
  const { user } = await renderRoute('/servers/demo/sign-in', { as: null });
  await user.click(await screen.findByRole('button', { name: /^User mira/ }));
  expect(await screen.findByRole('link', { name: /Explore data/ })).toBeVisible();
  expect(screen.queryByRole('link', { name: /Create a bucket/ })).toBeNull();
});

it('an address that does not exist says so inside the shell', async () => {
  await renderRoute('/servers/demo/nowhere');
  expect(await screen.findByText('There is no such page')).toBeVisible();
  expect(screen.getByRole('button', { name: /^Signed in as/ })).toBeVisible();
});

it('the palette finds the buckets of other orgs for an operator', async () => {
  const { user, here, factory } = await openHome();
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByLabelText('Find'), 'machines');
  const found = await screen.findByRole('button', { name: /machines/ });
  expect(found).toHaveTextContent('in factory');
  await user.click(found);
  await waitFor(() => expect(here()).toContain(paths.buckets('demo', factory)));
});

it('an org that is gone says so, with a way on', async () => {
  await renderRoute(paths.home('demo', '0123456789abcdef'));
  expect(await screen.findByRole('heading', { name: 'No such org' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'To the orgs' })).toBeVisible();
});

it('what a member may not do is locked in the menu, with the reason', async () => {
  const { user } = await renderRoute('/servers/demo/sign-in', { as: null });
  await user.click(await screen.findByRole('button', { name: /^User mira/ }));
  const write = await screen.findByRole('button', { name: 'Write' });
  expect(write).toHaveAttribute('aria-disabled', 'true');
  await user.hover(write);
  expect(await screen.findByRole('tooltip')).toHaveTextContent('may write no bucket');
});
