import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ALL_ACCESS_TOKEN, V1_USER } from '@/demo/seed/credentials';
import type { AuthorizationRecord, Permission } from '@/demo/state';
import { createV1User } from '@/demo/store/authorizations';
import { createBucket, removeBucket } from '@/demo/store/buckets';
import type { TestDemo } from '@/demo/testing';
import type { Rendered } from '@/test/renderRoute';
import { renderRoute } from '@/test/renderRoute';

type User = Rendered['user'];

const list = '/servers/demo/v1-users';
const password = 'Another-Password-1';

function bucketOf({ state }: TestDemo, name: string) {
  return [...state.buckets.values()].find((bucket) => bucket.name === name)!;
}

function v1UserOf({ state }: TestDemo, name: string): AuthorizationRecord | undefined {
  return [...state.v1Users.values()].find(({ token }) => token === name);
}

function on(demo: TestDemo, name: string, ...actions: Permission['action'][]): Permission[] {
  const { id, orgID } = bucketOf(demo, name);
  return actions.map((action) => ({ action, resource: { type: 'buckets', id, orgID } }));
}

function addV1User(demo: TestDemo, name: string, permissions: Permission[]) {
  const { orgID, userID } = v1UserOf(demo, V1_USER.username)!;
  return createV1User(demo.state, { orgID, userID, token: name, password, permissions });
}

const page = (demo: TestDemo) => `${list}/${v1UserOf(demo, V1_USER.username)!.id}`;

async function row(name: string) {
  return (await screen.findByRole('link', { name })).closest('tr')!;
}

test('every v1 user has its buckets in columns, its databases and what is wrong with it', async () => {
  await renderRoute(list, {
    prepare: (demo) => void addV1User(demo, 'logger', on(demo, 'airsensors', 'write')),
  });
  expect(await screen.findByText('3 v1 users')).toBeVisible();
  expect(await screen.findByRole('columnheader', { name: 'airsensors' })).toBeVisible();
  const own = await row('influxv1');
  await waitFor(() => expect(within(own).getByText('ts-bucket')).toBeVisible());
  expect(within(own).getByText('Read')).toBeVisible();
  expect(within(own).getByText('Write')).toBeVisible();
  const logger = await row('logger');
  expect(within(logger).getByText('Write')).toBeVisible();
  expect(within(logger).queryByText('Read')).toBeNull();
  const lost = await row('plc-reader');
  await waitFor(() => expect(lost).toHaveTextContent('v1 user without a database'));
  expect(lost).toHaveTextContent('Permission for a deleted bucket');
});

test('columns are chosen, and the address keeps them', async () => {
  const { user, here, demo } = await renderRoute(list);
  await user.click(await screen.findByRole('button', { name: 'Columns: 1 bucket' }));
  await user.click(await screen.findByRole('combobox', { name: /A column for each/ }));
  await user.click(await screen.findByRole('option', { name: 'machines' }));
  const ids = [bucketOf(demo, 'ts-bucket').id, bucketOf(demo, 'machines').id];
  expect(here()).toBe(`${list}?columns=${ids.join('-')}`);
  expect(screen.getByRole('columnheader', { name: 'machines', hidden: true })).toBeInTheDocument();
});

test('10,000 v1 users are listed', async () => {
  await renderRoute(list, {
    prepare: (demo) => {
      for (let n = 0; n < 10_000; n += 1) {
        addV1User(demo, `device-${n}`, on(demo, 'airsensors', 'write'));
      }
    },
  });
  expect(await screen.findByText('10,002 v1 users', undefined, { timeout: 30_000 })).toBeVisible();
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
}, 60_000);

async function fill(user: User, name: string) {
  await user.click(await screen.findByRole('textbox', { name: 'User name' }));
  await user.paste(name);
  await user.click(await screen.findByRole('checkbox', { name: 'Read airsensors' }));
  await user.click(screen.getByRole('checkbox', { name: 'Write airsensors' }));
  await user.click(screen.getByLabelText('Password'));
  await user.paste(password);
}

async function pickOrg(user: User) {
  await user.click(await screen.findByRole('combobox', { name: 'Org' }));
  await user.click(await screen.findByRole('option', { name: 'iot' }));
}

test('a v1 user is made with its password in one flow, and the calls hide it', async () => {
  const { user, here, demo } = await renderRoute(`${list}/new`);
  await pickOrg(user);
  await fill(user, 'gateway');
  await user.click(screen.getByRole('button', { name: 'Show the API call' }));
  const call = await screen.findByRole('region', { name: 'API call' });
  expect(call).toHaveTextContent('"token":"gateway"');
  expect(call).toHaveTextContent('$PASSWORD');
  expect(call).not.toHaveTextContent(password);
  await user.click(screen.getByRole('button', { name: 'Create v1 user' }));
  await screen.findByRole('heading', { name: 'gateway', level: 1 });
  const made = v1UserOf(demo, 'gateway')!;
  expect(made).toMatchObject({ password, permissions: on(demo, 'airsensors', 'read', 'write') });
  expect(here()).toBe(`${list}/${made.id}`);
});

test('names are looked at before anything is sent', async () => {
  const { user, gateway } = await renderRoute(`${list}/new`);
  await pickOrg(user);
  await fill(user, 'influxv1');
  await user.click(screen.getByRole('button', { name: 'Create v1 user' }));
  expect(await screen.findByText(/influxv1 exists already/)).toBeVisible();
  expect(gateway.asked.filter((call) => call.startsWith('POST'))).toEqual([]);
});

const setsPassword = ({ method, url }: Request) => method === 'POST' && url.endsWith('/password');

const refusal = (message: string, status = 400) =>
  Response.json({ code: 'invalid', message }, { status });

test('a refused password leaves the v1 user, which is said, and is tried again alone', async () => {
  const { user, demo, gateway } = await renderRoute(`${list}/new`);
  await pickOrg(user);
  await fill(user, 'gateway');
  gateway.intercept = (request) =>
    setsPassword(request) ? refusal('passwords must contain at least three') : undefined;
  await user.click(screen.getByRole('button', { name: 'Create v1 user' }));
  expect(await screen.findByText('gateway exists, without a password')).toBeVisible();
  expect(screen.getByText('passwords must contain at least three')).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'User name' })).toBeDisabled();
  gateway.intercept = () => undefined;
  await user.click(screen.getByRole('button', { name: 'Set the password' }));
  await screen.findByRole('heading', { name: 'gateway', level: 1 });
  expect(v1UserOf(demo, 'gateway')).toMatchObject({ password });
  const creations = gateway.asked.filter((call) => call === 'POST /private/legacy/authorizations');
  expect(creations).toHaveLength(1);
});

test('an unfinished v1 user is taken back when wanted', async () => {
  const { user, demo, gateway } = await renderRoute(`${list}/new`);
  await pickOrg(user);
  await fill(user, 'gateway');
  gateway.intercept = (request) => (setsPassword(request) ? refusal('no') : undefined);
  await user.click(screen.getByRole('button', { name: 'Create v1 user' }));
  await user.click(await screen.findByRole('button', { name: 'Remove the v1 user' }));
  await waitFor(() => expect(v1UserOf(demo, 'gateway')).toBeUndefined());
  expect(screen.getByRole('textbox', { name: 'User name' })).toBeEnabled();
});

test('a password is checked by a login of its own', async () => {
  const { user } = await renderRoute(page);
  const form = await screen.findByRole('form', { name: 'Check a password' });
  const typed = within(form).getByLabelText('Password to check');
  await user.type(typed, 'not-this-one');
  await user.click(within(form).getByRole('button', { name: 'Check password' }));
  expect(await within(form).findByText('Refused')).toBeVisible();
  await user.clear(typed);
  await user.type(typed, V1_USER.password);
  await user.click(within(form).getByRole('button', { name: 'Check password' }));
  expect(await within(form).findByText(/reads the database ts-bucket/)).toBeVisible();
});

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
  const before = v1UserOf(demo, 'influxv1')!;
  await user.click(await screen.findByRole('checkbox', { name: 'Write airsensors' }));
  expect(await screen.findByRole('button', { name: 'Apply changes' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  const panel = await toggle(user);
  await apply(user, panel);
  await waitFor(() => expect(here()).not.toContain(before.id));
  const after = v1UserOf(demo, 'influxv1')!;
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
  const before = v1UserOf(demo, 'influxv1')!;
  const panel = await toggle(user, 'only-small-letters');
  await apply(user, panel);
  expect(await screen.findByText('Nothing has changed')).toBeVisible();
  expect(screen.getByText(/must contain at least three of the following/)).toBeVisible();
  expect(v1UserOf(demo, 'influxv1')).toEqual(before);
  expect(gateway.asked).not.toContain(`DELETE /private/legacy/authorizations/${before.id}`);
});

test('when it cannot be made anew its old permissions come back, and what did not is said', async () => {
  const { user, demo, gateway } = await renderRoute(page);
  const before = v1UserOf(demo, 'influxv1')!;
  const panel = await toggle(user);
  gateway.intercept = failing(2);
  await apply(user, panel);
  expect(await screen.findByText('influxv1 has its old permissions back')).toBeVisible();
  expect(screen.getByText(/its password is the one given here/)).toBeVisible();
  expect(screen.getByText(/failed: the store is closed/)).toBeVisible();
  expect(v1UserOf(demo, 'influxv1')).toMatchObject({ permissions: before.permissions, password });
  await user.click(screen.getByRole('link', { name: 'Open it under its new id' }));
  expect(await screen.findByRole('checkbox', { name: 'Write airsensors' })).not.toBeChecked();
});

test('when not even that works it is said to be gone, and can be made again', async () => {
  const { user, demo, gateway } = await renderRoute(page);
  const panel = await toggle(user);
  gateway.intercept = failing(2, 3);
  await apply(user, panel);
  expect(await screen.findByText('influxv1 is gone')).toBeVisible();
  expect(v1UserOf(demo, 'influxv1')).toBeUndefined();
  await user.click(screen.getByRole('button', { name: 'Make it again' }));
  await waitFor(() => expect(v1UserOf(demo, 'influxv1')).toMatchObject({ password }));
  expect(v1UserOf(demo, 'influxv1')?.permissions).toHaveLength(3);
});

test('permissions for a bucket that is gone are not given again', async () => {
  const { user, demo } = await renderRoute(page, {
    prepare: (demo) => {
      const v1User = v1UserOf(demo, 'influxv1')!;
      const { orgID } = v1User;
      createBucket(demo.state, { orgID, name: 'old', everySeconds: 0 });
      const old = on(demo, 'old', 'read');
      demo.state.v1Users.set(v1User.id, {
        ...v1User,
        permissions: [...v1User.permissions, ...old],
      });
      removeBucket(demo.state, bucketOf(demo, 'old').id);
    },
  });
  const before = v1UserOf(demo, 'influxv1')!;
  const panel = await toggle(user);
  expect(within(panel).getByText(/^Lost: read bucket .* \(gone\)$/)).toBeVisible();
  await apply(user, panel);
  await waitFor(() => expect(v1UserOf(demo, 'influxv1')?.id).not.toBe(before.id));
  await waitFor(() => expect(v1UserOf(demo, 'influxv1')?.permissions).toHaveLength(3));
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
      const v1User = v1UserOf(demo, 'influxv1')!;
      const wide: Permission = { action: 'read', resource: { type: 'buckets' } };
      demo.state.v1Users.set(v1User.id, { ...v1User, permissions: [...v1User.permissions, wide] });
    },
  });
  const panel = await toggle(user);
  expect(within(panel).getByText(/does not hold read:buckets/)).toBeVisible();
  expect(within(panel).getByRole('button', { name: 'Apply changes' })).toBeDisabled();
  expect(v1UserOf(demo, 'influxv1')).toBeDefined();
});

test('deactivating says who is refused, deleting waits for the typed name', async () => {
  const { user, demo, here } = await renderRoute(page);
  await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
  let dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('It reaches the database ts-bucket.')).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Deactivate' }));
  await waitFor(() => expect(v1UserOf(demo, 'influxv1')?.status).toBe('inactive'));
  await user.click(await screen.findByRole('button', { name: 'Delete v1 user' }));
  dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole('button', { name: 'Delete v1 user' });
  expect(confirm).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), 'influxv1');
  await user.click(confirm);
  await waitFor(() => expect(here()).toBe(list));
  expect(v1UserOf(demo, 'influxv1')).toBeUndefined();
});

test('a password is set, and the snippet asks for it as a variable', async () => {
  const { user, demo } = await renderRoute(page);
  const form = await screen.findByRole('form', { name: 'Set a password' });
  await user.type(within(form).getByLabelText('New password'), password);
  await user.click(within(form).getByRole('button', { name: 'Set password' }));
  await waitFor(() => expect(v1UserOf(demo, 'influxv1')).toMatchObject({ password }));
  const snippet = await screen.findByRole('region', { name: 'Snippet' });
  expect(snippet).toHaveTextContent('--user influxv1:"$INFLUX_PASSWORD"');
  expect(snippet).toHaveTextContent('/write?db=ts-bucket');
});

test('a v1 user that is gone says so', async () => {
  await renderRoute(`${list}/0123456789abcdef`);
  expect(await screen.findByRole('heading', { name: 'No such v1 user' })).toBeVisible();
});
