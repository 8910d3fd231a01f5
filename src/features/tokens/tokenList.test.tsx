import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Permission } from '@/demo/state';
import { createToken } from '@/demo/store/authorizations';
import type { TestDemo } from '@/demo/testing';
import { renderRoute } from '@/test/renderRoute';

const list = '/servers/demo/tokens';

function ids({ state }: TestDemo) {
  const org = [...state.orgs.values()].find(({ name }) => name === 'iot')!;
  const user = [...state.users.values()].find(({ name }) => name === 'admin')!;
  const bucket = [...state.buckets.values()].find(({ name }) => name === 'airsensors')!;
  return { orgID: org.id, userID: user.id, bucketID: bucket.id };
}

/** Tokens that read one bucket. */
function addReaders(count: number) {
  return (demo: TestDemo) => {
    const { orgID, userID, bucketID } = ids(demo);
    const permissions: Permission[] = [
      { action: 'read', resource: { type: 'buckets', id: bucketID, orgID } },
    ];
    for (let number = 1; number <= count; number++) {
      createToken(demo.state, { orgID, userID, description: `reader-${number}`, permissions });
    }
  };
}

const row = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!;

test('a row tells class, scope with names, owner, org and status', async () => {
  await renderRoute(list, { prepare: addReaders(1) });
  const reader = within(await row('reader-1'));
  expect(reader.getByText('read-only')).toBeVisible();
  expect(reader.getByText('reads airsensors')).toBeVisible();
  expect(reader.getByText('admin')).toBeVisible();
  expect(reader.getByText('iot')).toBeVisible();
  expect(reader.getByText('active')).toBeVisible();
});
