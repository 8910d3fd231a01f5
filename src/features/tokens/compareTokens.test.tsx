import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { TestDemo } from '@/demo/testing';
import { paths } from '@/lib/paths';
import { renderRoute } from '@/test/renderRoute';

const sensors = 'airsensors: read and write';
const meters = 'ts-bucket: read and write';

function idOf(demo: TestDemo, description: string): string {
  const token = [...demo.state.tokens.values()].find((each) => each.description === description);
  return token?.id ?? '';
}

function comparing(a: string, b: string) {
  return (demo: TestDemo) => paths.compareTokens('demo', idOf(demo, a) || a, idOf(demo, b) || b);
}

function part(name: string) {
  return screen.findByRole('region', { name });
}

test('two tokens: what each has, in words and by bucket; swapped by one click', async () => {
  const { user, here, demo } = await renderRoute(comparing(sensors, meters));
  const first = await part('Only the first');
  expect(within(first).getByText(/read and write bucket “airsensors”/)).toBeVisible();
  const second = await part('Only the second');
  expect(within(second).getByText(/read and write bucket “ts-bucket”/)).toBeVisible();
  const table = screen.getByRole('table', { name: 'buckets' });
  expect(within(table).getByRole('row', { name: /airsensors iot read and write –/ })).toBeVisible();
  expect(within(table).getByRole('row', { name: /ts-bucket iot – read and write/ })).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Swap' }));
  expect(here()).toBe(comparing(meters, sensors)(demo));
  expect(
    within(await part('Only the first')).getByText(/read and write bucket “ts-bucket”/),
  ).toBeVisible();
});

test('a token has exactly what a preset would give it', async () => {
  await renderRoute(comparing(sensors, 'read-write'));
  expect(await screen.findByText('The same access')).toBeVisible();
  expect(
    within(await part('Second')).getByText(/In iot, for the buckets that “airsensors: read/),
  ).toBeVisible();
});

test('what an all-access token lacks of an operator is counted, and shown on demand', async () => {
  const { user } = await renderRoute(comparing('iot: all access', 'operator'));
  const second = await part('Only the second');
  expect(within(await part('Only the first')).getByText('Nothing')).toBeVisible();
  expect(within(second).getAllByRole('listitem')).toHaveLength(8);
  await user.click(within(second).getByRole('button', { name: /Show all/ }));
  expect(within(second).getAllByRole('listitem').length).toBeGreaterThan(20);
});

test('duplicates are said to be the same, and what differs beside the permissions is named', async () => {
  await renderRoute(comparing(sensors, 'twin'), {
    prepare: (demo) => {
      const twin = [...demo.state.tokens.values()].find(
        ({ description }) => description === sensors,
      );
      if (!twin) return;
      const id = '0a0a0a0a0a0a0a0a';
      demo.state.tokens.set(id, { ...twin, id, description: 'twin', status: 'inactive' });
    },
  });
  const alert = await screen.findByText('The same access');
  expect(alert).toBeVisible();
  expect(screen.getByText(/What differs is the state \(active and inactive\)/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Open “twin”' })).toBeVisible();
});

test('a token that is gone, and a preset beside nothing, are said', async () => {
  await renderRoute(comparing('00000000000000ff', 'operator'));
  expect(await screen.findByText(/00000000000000ff is neither a preset nor/)).toBeVisible();
  expect(screen.getByText(/“Operator” is filled in for the org/)).toBeVisible();
});

test('both are picked by typing', async () => {
  const { user, here } = await renderRoute('/servers/demo/tokens/compare');
  await user.click(await screen.findByRole('combobox', { name: 'First' }));
  await user.paste('airsensors: read');
  await user.click(await screen.findByRole('option', { name: /airsensors: read and write/ }));
  await user.click(screen.getByRole('combobox', { name: 'Second' }));
  await user.paste('Grafana r');
  await user.click(await screen.findByRole('option', { name: 'Grafana reader' }));
  expect(await part('Only the first')).toHaveTextContent('write bucket “airsensors”');
  expect(here()).toMatch(/compare\?a=[0-9a-f]{16}&b=grafana-reader/);
});
