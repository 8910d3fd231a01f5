import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Permission } from '@/demo/state';
import { createToken } from '@/demo/store/authorizations';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

function orgId({ state }: TestDemo, name = 'iot'): string {
  return [...state.orgs.values()].find((org) => org.name === name)!.id;
}

function bucketId({ state }: TestDemo, name = 'airsensors'): string {
  return [...state.buckets.values()].find((bucket) => bucket.name === name)!.id;
}

function onBucket(demo: TestDemo, action: Permission['action']): Permission {
  const resource = { type: 'buckets', id: bucketId(demo), orgID: orgId(demo) };
  return { action, resource };
}

const bucketPage = (demo: TestDemo) => `/servers/demo/access/buckets/${bucketId(demo)}`;

const row = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!;

test('who reads and writes a bucket is told with the reason', async () => {
  await renderRoute(bucketPage, {
    prepare: (demo) => {
      const [userID = ''] = demo.state.users.keys();
      createToken(demo.state, {
        ...{ orgID: orgId(demo), userID, description: 'only reads' },
        permissions: [onBucket(demo, 'read')],
      });
    },
  });
  const reader = await row('only reads');
  expect(within(reader).getByText('reads')).toBeInTheDocument();
  expect(within(reader).getByText('read bucket “airsensors” of iot')).toBeVisible();
  const wide = await row('iot: all access');
  expect(within(wide).getByText('read and write buckets in iot')).toBeVisible();
  const member = await row('mira');
  expect(await within(member).findByText(/member of iot/)).toBeVisible();
  expect(within(member).getByText('reads')).toBeInTheDocument();
});
