import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SENSOR_TOKEN } from '@/demo/seed/credentials';
import type { Permission } from '@/demo/state';
import { createToken } from '@/demo/store/authorizations';
import { createBucket } from '@/demo/store/buckets';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

function orgId({ state }: TestDemo, name = 'iot'): string {
  return [...state.orgs.values()].find((org) => org.name === name)!.id;
}

const list = (demo: TestDemo) => `/servers/demo/orgs/${orgId(demo)}/buckets`;

function addPlants(count: number) {
  return (demo: TestDemo) => {
    for (let number = 1; number <= count; number += 1) {
      createBucket(demo.state, {
        orgID: orgId(demo),
        name: `plant-${number}`,
        everySeconds: number % 2 === 0 ? 2_592_000 : 0,
      });
    }
  };
}

const names = () =>
  screen
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent)
    .filter((text) => text.startsWith('plant'));

test('all 130 buckets are listed and counted, in the order people count', async () => {
  await renderRoute(list, { prepare: addPlants(130) });
  expect(await screen.findByText('134 buckets')).toBeVisible();
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '136');
  expect(names().slice(0, 3)).toEqual(['plant-1', 'plant-2', 'plant-3']);
  expect(names().at(-1)).toBe('plant-130');
});

test('a row tells retention, shard duration, database and id', async () => {
  const { demo } = await renderRoute(list, { prepare: addPlants(2) });
  const row = (await screen.findByRole('link', { name: 'plant-2' })).closest('tr')!;
  const bucket = [...demo.state.buckets.values()].find(({ name }) => name === 'plant-2')!;
  await waitFor(() => expect(within(row).getAllByText('plant-2')).toHaveLength(2));
  expect(within(row).getByText('30d')).toBeVisible();
  expect(within(row).getByText('1d')).toBeVisible();
  expect(within(row).getByText(bucket.id)).toBeVisible();
});

test('system buckets stand apart, last, and cannot be deleted', async () => {
  const { user } = await renderRoute(list, { prepare: addPlants(1) });
  await screen.findByRole('link', { name: '_monitoring' });
  const rows = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(rows.slice(-3)).toEqual([
    'System buckets: kept by InfluxDB itself',
    '_monitoring',
    '_tasks',
  ]);
  await user.click(screen.getByRole('button', { name: 'Actions for _tasks' }));
  expect(await screen.findByRole('menuitem', { name: /^Delete/ })).toBeDisabled();
});

test('searching and sorting are in the address, and nothing found can be cleared', async () => {
  const { user, here } = await renderRoute(list, { prepare: addPlants(12) });
  await user.type(await screen.findByRole('searchbox'), 'plant-1');
  expect(await screen.findByText('4 of 16 buckets')).toBeVisible();
  await waitFor(() => expect(here()).toContain('q=plant-1'));
  await user.click(screen.getByRole('button', { name: 'Name' }));
  await waitFor(() => expect(here()).toContain('sort=-name'));
  expect(names()).toEqual(['plant-12', 'plant-11', 'plant-10', 'plant-1']);
  expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await user.type(screen.getByRole('searchbox'), 'xyz');
  expect(await screen.findByText('No bucket matches')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(await screen.findByText('16 buckets')).toBeVisible();
  expect(screen.getByRole('searchbox')).toHaveValue('');
});

test('a link opens the list as it was left', async () => {
  await renderRoute((demo) => `${list(demo)}?q=plant&kept=30d&sort=-name`, {
    prepare: addPlants(6),
  });
  expect(await screen.findByText('3 of 10 buckets')).toBeVisible();
  expect(names()).toEqual(['plant-6', 'plant-4', 'plant-2']);
});

test('arrow keys walk the rows, End goes to the last, Enter opens', async () => {
  const { user, here, demo } = await renderRoute(list, { prepare: addPlants(300) });
  (await screen.findByRole('link', { name: 'airsensors' })).focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('link', { name: 'plant-2' })).toHaveFocus();
  await user.keyboard('{End}');
  expect(screen.getByRole('link', { name: '_tasks' })).toHaveFocus();
  await user.keyboard('{Home}{Enter}');
  const bucket = [...demo.state.buckets.values()].find(({ name }) => name === 'airsensors')!;
  await waitFor(() => expect(here()).toBe(`${list(demo)}/${bucket.id}`));
});

test('of 300 buckets only those in view are drawn', async () => {
  await renderRoute(list, { prepare: addPlants(300) });
  await screen.findByText('304 buckets');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
});

const token = 'a-token-of-this-test';

function addToken(permissionsIn: (demo: TestDemo) => Permission[]) {
  return (demo: TestDemo) => {
    const userID = [...demo.state.users.keys()][0]!;
    createToken(demo.state, {
      orgID: orgId(demo),
      userID,
      token,
      permissions: permissionsIn(demo),
    });
  };
}

test('a token that may read only the 120th bucket sees it', async () => {
  await renderRoute(list, {
    as: { kind: 'token', token },
    prepare: (demo) => {
      addPlants(130)(demo);
      const { id } = [...demo.state.buckets.values()].find(({ name }) => name === 'plant-120')!;
      addToken(() => [{ action: 'read', resource: { type: 'buckets', id } }])(demo);
    },
  });
  expect(await screen.findByRole('link', { name: 'plant-120' })).toBeVisible();
  expect(screen.getByText('1 bucket')).toBeVisible();
});

test('a credential that only reads is told why it cannot write', async () => {
  const { user } = await renderRoute(list, {
    as: { kind: 'token', token },
    // It lists the values of tokens: there a token knows its own row for certain.
    version: '2.7.12',
    prepare: addToken((demo) => {
      const orgID = orgId(demo);
      return [{ type: 'buckets', orgID }, { type: 'authorizations', orgID }, { type: 'users' }].map(
        (resource) => ({ action: 'read', resource }),
      );
    }),
  });
  const button = await screen.findByRole('button', { name: 'Create bucket' });
  expect(button).toHaveAccessibleDescription(/does not hold write:orgs\/\w+\/buckets/);
  await user.click(await screen.findByRole('button', { name: 'Actions for airsensors' }));
  expect(await screen.findByRole('menuitem', { name: /^Edit/ })).toBeDisabled();
});

test('an org without a readable bucket says so', async () => {
  await renderRoute((demo) => `/servers/demo/orgs/${orgId(demo, 'factory')}/buckets`, {
    as: { kind: 'token', token: SENSOR_TOKEN },
  });
  expect(await screen.findByText('No buckets that this credential may read')).toBeVisible();
});

test('a list that fails says why and can be tried again', async () => {
  const { user, gateway } = await renderRoute('/servers/demo/orgs/new');
  await screen.findByRole('heading', { name: 'New org' });
  gateway.intercept = ({ url }) =>
    url.includes('/api/v2/buckets')
      ? Response.json({ code: 'internal error', message: 'disk is full' }, { status: 500 })
      : undefined;
  await user.click(screen.getAllByRole('link', { name: 'Buckets' })[0]!);
  expect(await screen.findByText('disk is full')).toBeVisible();
  gateway.intercept = () => undefined;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: '_monitoring' })).toBeVisible();
});

test('a column without any text is left out', async () => {
  await renderRoute(list);
  expect(await screen.findByRole('columnheader', { name: 'Description' })).toBeVisible();
  expect(screen.queryByRole('columnheader', { name: 'Labels' })).toBeNull();
});
