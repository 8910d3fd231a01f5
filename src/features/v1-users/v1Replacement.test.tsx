import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ALL_ACCESS_TOKEN, V1_USER } from '@/demo/seed/credentials';
import type { Permission } from '@/demo/state';
import { createBucket, removeBucket } from '@/demo/store/buckets';
import type { TestDemo } from '@/demo/testing';
import type { Rendered } from '@/test/renderRoute';
import { renderRoute } from '@/test/renderRoute';
import { bucketNamed, onBucket, v1UserNamed } from '@/test/v1Users';

type User = Rendered['user'];

const list = '/servers/demo/v1-users';
const password = 'Another-Password-1';

const page = (demo: TestDemo) => `${list}/${v1UserNamed(demo, V1_USER.username)!.id}`;

const refusal = (message: string, status = 400) =>
  Response.json({ code: 'invalid', message }, { status });

/** Gives the v1 user one more bucket. */
async function toggle(user: User, given = password) {
  await user.click(await screen.findByRole('checkbox', { name: 'Write airsensors' }));
  expect(await screen.findByText('unsaved')).toBeVisible();
  const panel = await screen.findByRole('region', { name: 'Apply changes' });
  expect(within(panel).getByText(/^Gained: write bucket .*airsensors/)).toBeVisible();
  await user.click(within(panel).getByLabelText('Password'));
  await user.paste(given);
  return panel;
}

const apply = (user: User, panel: HTMLElement) =>
  user.click(within(panel).getByRole('button', { name: 'Apply changes' }));

test('changes wait for the password, are rehearsed, and make the v1 user anew under its name', async () => {
  const { user, here, demo, gateway } = await renderRoute(page);
  const before = v1UserNamed(demo, 'influxv1')!;
  await user.click(await screen.findByRole('checkbox', { name: 'Write airsensors' }));
  expect(await screen.findByRole('button', { name: 'Apply changes' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  const panel = await toggle(user);
  await apply(user, panel);
  await waitFor(() => expect(here()).not.toContain(before.id));
  const after = v1UserNamed(demo, 'influxv1')!;
  expect(here()).toBe(`${list}/${after.id}`);
  expect(after).toMatchObject({
    password,
    orgID: before.orgID,
    userID: before.userID,
    description: before.description,
    status: before.status,
  });
  expect(after.permissions).toHaveLength(3);
  const path = '/private/legacy/authorizations';
  expect(gateway.asked.filter((call) => /^(POST|DELETE) \/private/.test(call))).toEqual([
    `POST ${path}`,
    expect.stringMatching(/password$/),
    expect.stringMatching(/^DELETE/),
    `DELETE ${path}/${before.id}`,
    `POST ${path}`,
    `POST ${path}/${after.id}/password`,
  ]);
  expect([...demo.state.v1Users.values()].map(({ token }) => token).toSorted()).toEqual([
    'influxv1',
    'plc-reader',
  ]);
  expect(await screen.findByRole('button', { name: 'Show the API calls that ran' })).toBeVisible();
});

/** Fails the n-th creation. */
function failing(...numbers: number[]) {
  let count = 0;
  return ({ method, url }: Request) => {
    if (method !== 'POST' || !url.endsWith('/private/legacy/authorizations')) return undefined;
    count += 1;
    return numbers.includes(count) ? refusal('the store is closed', 500) : undefined;
  };
}

test('a password that the server does not take is found out before anything is removed', async () => {
  const { user, demo, gateway } = await renderRoute(page, { strongPasswords: true });
  const before = v1UserNamed(demo, 'influxv1')!;
  const panel = await toggle(user, 'only-small-letters');
  await apply(user, panel);
  expect(await screen.findByText('Nothing has changed')).toBeVisible();
  expect(screen.getByText(/must contain at least three of the following/)).toBeVisible();
  expect(v1UserNamed(demo, 'influxv1')).toEqual(before);
  expect(gateway.asked).not.toContain(`DELETE /private/legacy/authorizations/${before.id}`);
});

test('when it cannot be made anew its old permissions come back, and what did not is said', async () => {
  const { user, demo, gateway } = await renderRoute(page);
  const before = v1UserNamed(demo, 'influxv1')!;
  const panel = await toggle(user);
  gateway.intercept = failing(2);
  await apply(user, panel);
  expect(await screen.findByText('influxv1 has its old permissions back')).toBeVisible();
  expect(screen.getByText(/its password is the one given here/)).toBeVisible();
  expect(screen.getByText(/failed: the store is closed/)).toBeVisible();
  expect(v1UserNamed(demo, 'influxv1')).toMatchObject({
    permissions: before.permissions,
    password,
  });
  await user.click(screen.getByRole('link', { name: 'Open it under its new id' }));
  expect(await screen.findByRole('checkbox', { name: 'Write airsensors' })).not.toBeChecked();
});

test('when not even that works it is said to be gone, and can be made again', async () => {
  const { user, demo, gateway } = await renderRoute(page);
  const panel = await toggle(user);
  gateway.intercept = failing(2, 3);
  await apply(user, panel);
  expect(await screen.findByText('influxv1 is gone')).toBeVisible();
  expect(v1UserNamed(demo, 'influxv1')).toBeUndefined();
  await user.click(screen.getByRole('button', { name: 'Make it again' }));
  await waitFor(() => expect(v1UserNamed(demo, 'influxv1')).toMatchObject({ password }));
  expect(v1UserNamed(demo, 'influxv1')?.permissions).toHaveLength(3);
});

test('one that was made although its answer was lost only gets its password', async () => {
  const { user, demo, gateway } = await renderRoute(page);
  const before = v1UserNamed(demo, 'influxv1')!;
  const panel = await toggle(user);
  const lost = failing(2);
  gateway.intercept = async (request) => {
    const failed = lost(request);
    if (failed) await demo.handle(request.clone());
    return failed as Response;
  };
  await apply(user, panel);
  await waitFor(() => expect(v1UserNamed(demo, 'influxv1')).toMatchObject({ password }));
  const after = v1UserNamed(demo, 'influxv1')!;
  expect(after.id).not.toBe(before.id);
  expect(after.permissions).toHaveLength(3);
  expect(await screen.findByRole('button', { name: 'Show the API calls that ran' })).toBeVisible();
});

test('permissions for a bucket that is gone are not given again', async () => {
  const { user, demo } = await renderRoute(page, {
    prepare: (demo) => {
      const v1User = v1UserNamed(demo, 'influxv1')!;
      const { orgID } = v1User;
      createBucket(demo.state, { orgID, name: 'old', everySeconds: 0 });
      const old = onBucket(demo, 'old', 'read');
      demo.state.v1Users.set(v1User.id, {
        ...v1User,
        permissions: [...v1User.permissions, ...old],
      });
      removeBucket(demo.state, bucketNamed(demo, 'old').id);
    },
  });
  const before = v1UserNamed(demo, 'influxv1')!;
  const panel = await toggle(user);
  expect(within(panel).getByText(/^Lost: read bucket .* \(gone\)$/)).toBeVisible();
  await apply(user, panel);
  await waitFor(() => expect(v1UserNamed(demo, 'influxv1')?.id).not.toBe(before.id));
  await waitFor(() => expect(v1UserNamed(demo, 'influxv1')?.permissions).toHaveLength(3));
});

test('unsaved chips are not left by accident', async () => {
  const { user, here } = await renderRoute(page);
  await toggle(user);
  await user.click(screen.getAllByRole('link', { name: 'v1 users' })[0]!);
  const dialog = await screen.findByRole('dialog', { name: 'Discard unsaved changes?' });
  await user.click(within(dialog).getByRole('button', { name: 'Stay' }));
  expect(here()).toMatch(/v1-users\/\w+$/);
  await user.click(screen.getAllByRole('link', { name: 'v1 users' })[0]!);
  const again = await screen.findByRole('dialog', { name: 'Discard unsaved changes?' });
  await user.click(within(again).getByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(here()).toBe(list));
});

test('an all-access token grants what it holds, and nothing is removed that it could not restore', async () => {
  const { user, demo } = await renderRoute(page, {
    as: { kind: 'token', token: ALL_ACCESS_TOKEN },
    version: '2.7.12',
    prepare: (demo) => {
      const v1User = v1UserNamed(demo, 'influxv1')!;
      const wide: Permission = { action: 'read', resource: { type: 'buckets' } };
      demo.state.v1Users.set(v1User.id, { ...v1User, permissions: [...v1User.permissions, wide] });
    },
  });
  const panel = await toggle(user);
  expect(within(panel).getByText(/does not hold read:buckets/)).toBeVisible();
  expect(within(panel).getByRole('button', { name: 'Apply changes' })).toBeDisabled();
  expect(v1UserNamed(demo, 'influxv1')).toBeDefined();
});

test('one that was left in the middle is remembered, and made again with its buckets', async () => {
  const { user, demo, gateway, openAnew } = await renderRoute(page, {
    intercept: () => undefined,
  });
  const panel = await toggle(user);
  gateway.intercept = failing(2, 3);
  await apply(user, panel);
  await screen.findByText('influxv1 is gone');
  expect(localStorage.getItem('headgate.v1Replacements')).not.toContain(password);
  gateway.intercept = () => undefined;
  openAnew(list);
  await user.click(await screen.findByRole('button', { name: /^Operator token/ }));
  expect(await screen.findByText('influxv1 was removed, and not made again')).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Make it again' }));
  expect(await screen.findByRole('textbox', { name: 'User name' })).toHaveValue('influxv1');
  expect(await screen.findByRole('checkbox', { name: 'Write airsensors' })).toBeChecked();
  await user.click(screen.getByLabelText('Password'));
  await user.paste(password);
  await user.click(screen.getByRole('button', { name: 'Create v1 user' }));
  await screen.findByRole('heading', { name: 'influxv1', level: 1 });
  expect(v1UserNamed(demo, 'influxv1')).toMatchObject({ password, status: 'active' });
  expect(v1UserNamed(demo, 'influxv1')?.permissions).toHaveLength(3);
  expect(localStorage.getItem('headgate.v1Replacements')).toBe('{"demo":[]}');
});
