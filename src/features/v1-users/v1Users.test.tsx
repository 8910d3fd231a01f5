import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { V1_USER } from '@/demo/seed/credentials';
import type { Permission } from '@/demo/state';
import { createV1User } from '@/demo/store/authorizations';
import type { TestDemo } from '@/demo/testing';
import type { Rendered } from '@/test/renderRoute';
import { renderRoute } from '@/test/renderRoute';
import { bucketNamed, onBucket, v1UserNamed } from '@/test/v1Users';

type User = Rendered['user'];

const list = '/servers/demo/v1-users';
const password = 'Another-Password-1';

function addV1User(demo: TestDemo, name: string, permissions: Permission[]) {
  const { orgID, userID } = v1UserNamed(demo, V1_USER.username)!;
  return createV1User(demo.state, { orgID, userID, token: name, password, permissions });
}

const page = (demo: TestDemo) => `${list}/${v1UserNamed(demo, V1_USER.username)!.id}`;

async function row(name: string) {
  return (await screen.findByRole('link', { name })).closest('tr')!;
}

test('every v1 user has its buckets in columns, its databases and what is wrong with it', async () => {
  await renderRoute(list, {
    prepare: (demo) => void addV1User(demo, 'logger', onBucket(demo, 'airsensors', 'write')),
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
  const findings = await within(lost).findByTitle(/Without a database/);
  expect(findings).toHaveAttribute('title', expect.stringContaining('Deleted bucket'));
});

test('columns are chosen, and the address keeps them', async () => {
  const { user, here, demo } = await renderRoute(list);
  await user.click(await screen.findByRole('button', { name: 'Columns: 1 bucket' }));
  await user.click(await screen.findByRole('combobox', { name: /A column for each/ }));
  await user.click(await screen.findByRole('option', { name: 'machines' }));
  const ids = [bucketNamed(demo, 'ts-bucket').id, bucketNamed(demo, 'machines').id];
  expect(here()).toBe(`${list}?columns=${ids.join('-')}`);
  expect(screen.getByRole('columnheader', { name: 'machines', hidden: true })).toBeInTheDocument();
});

test('10,000 v1 users are listed', async () => {
  await renderRoute(list, {
    prepare: (demo) => {
      for (let n = 0; n < 10_000; n += 1) {
        addV1User(demo, `device-${n}`, onBucket(demo, 'airsensors', 'write'));
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

const form = (demo: TestDemo) => `${list}/new?org=${bucketNamed(demo, 'airsensors').orgID}`;

test('a v1 user is made with its password in one flow, and the calls hide it', async () => {
  const { user, here, demo } = await renderRoute(form);
  await fill(user, 'gateway');
  await user.click(screen.getByRole('button', { name: 'Show the API call' }));
  const call = await screen.findByRole('region', { name: 'API call' });
  expect(call).toHaveTextContent('"token":"gateway"');
  expect(call).toHaveTextContent('$PASSWORD');
  expect(call).not.toHaveTextContent(password);
  await user.click(screen.getByRole('button', { name: 'Create v1 user' }));
  await waitFor(() => expect(here()).not.toContain('/new'));
  const made = v1UserNamed(demo, 'gateway')!;
  expect(made).toMatchObject({
    password,
    permissions: onBucket(demo, 'airsensors', 'read', 'write'),
  });
  expect(here()).toBe(`${list}/${made.id}`);
  expect(await screen.findByRole('heading', { name: 'gateway', level: 1 })).toBeVisible();
});

test('a generated password is handed over once it is set: nobody else knows it', async () => {
  const { user, here, demo } = await renderRoute(form);
  await user.click(await screen.findByRole('textbox', { name: 'User name' }));
  await user.paste('gateway');
  await user.click(await screen.findByRole('checkbox', { name: 'Write airsensors' }));
  await user.click(screen.getByRole('button', { name: 'Generate' }));
  await user.click(screen.getByRole('button', { name: 'Create v1 user' }));
  const reveal = await screen.findByRole('region', { name: 'Password of gateway' });
  const made = v1UserNamed(demo, 'gateway')!;
  expect(within(reveal).getByRole('textbox', { name: 'Password' })).toHaveValue(made.password);
  await user.click(within(reveal).getByLabelText('I have stored it'));
  await user.click(within(reveal).getByRole('button', { name: 'Go to the v1 user' }));
  await waitFor(() => expect(here()).toBe(`${list}/${made.id}`));
});

test('names are looked at before anything is sent', async () => {
  const { user, gateway } = await renderRoute(form);
  await fill(user, 'influxv1');
  await user.click(screen.getByRole('button', { name: 'Create v1 user' }));
  expect(await screen.findByText(/influxv1 exists already/)).toBeVisible();
  expect(gateway.asked.filter((call) => call.startsWith('POST'))).toEqual([]);
});

const setsPassword = ({ method, url }: Request) => method === 'POST' && url.endsWith('/password');

const refusal = (message: string, status = 400) =>
  Response.json({ code: 'invalid', message }, { status });

test('a refused password leaves the v1 user, which is said, and is tried again alone', async () => {
  const { user, demo, gateway } = await renderRoute(form);
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
  expect(v1UserNamed(demo, 'gateway')).toMatchObject({ password });
  const creations = gateway.asked.filter((call) => call === 'POST /private/legacy/authorizations');
  expect(creations).toHaveLength(1);
});

test('an unfinished v1 user is taken back when wanted', async () => {
  const { user, demo, gateway } = await renderRoute(form);
  await fill(user, 'gateway');
  gateway.intercept = (request) => (setsPassword(request) ? refusal('no') : undefined);
  await user.click(screen.getByRole('button', { name: 'Create v1 user' }));
  await user.click(await screen.findByRole('button', { name: 'Remove the v1 user' }));
  await waitFor(() => expect(v1UserNamed(demo, 'gateway')).toBeUndefined());
  expect(screen.getByRole('textbox', { name: 'User name' })).toBeEnabled();
});

test('a password is checked by a login of its own', async () => {
  const { user } = await renderRoute(page);
  const area = await screen.findByRole('form', { name: 'Check a password' });
  const typed = within(area).getByLabelText('Password to check');
  await user.type(typed, 'not-this-one');
  await user.click(within(area).getByRole('button', { name: 'Check password' }));
  expect(await within(area).findByText('Refused')).toBeVisible();
  await user.clear(typed);
  await user.type(typed, V1_USER.password);
  await user.click(within(area).getByRole('button', { name: 'Check password' }));
  expect(await within(area).findByText(/reads the database ts-bucket/)).toBeVisible();
});

test('deactivating says who is refused, deleting waits for the typed name', async () => {
  const { user, demo, here } = await renderRoute(page);
  await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
  let dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('It reaches the database ts-bucket.')).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Deactivate' }));
  await waitFor(() => expect(v1UserNamed(demo, 'influxv1')?.status).toBe('inactive'));
  await user.click(await screen.findByRole('button', { name: 'Delete v1 user' }));
  dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole('button', { name: 'Delete v1 user' });
  expect(confirm).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox'), 'influxv1');
  await user.click(confirm);
  await waitFor(() => expect(here()).toBe(list));
  expect(v1UserNamed(demo, 'influxv1')).toBeUndefined();
});

test('a password is set, and the snippet asks for it as a variable', async () => {
  const { user, demo } = await renderRoute(page);
  const area = await screen.findByRole('form', { name: 'Set a password' });
  await user.type(within(area).getByLabelText('New password'), password);
  await user.click(within(area).getByRole('button', { name: 'Set password' }));
  await waitFor(() => expect(v1UserNamed(demo, 'influxv1')).toMatchObject({ password }));
  const snippet = await screen.findByRole('region', { name: 'Snippet' });
  expect(snippet).toHaveTextContent('--user influxv1:"$INFLUX_PASSWORD"');
  expect(snippet).toHaveTextContent('/write?db=ts-bucket');
});

test('a v1 user that is gone says so', async () => {
  await renderRoute(`${list}/0123456789abcdef`);
  expect(await screen.findByRole('heading', { name: 'No such v1 user' })).toBeVisible();
});
