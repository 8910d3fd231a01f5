import type { Page } from 'playwright/test';
import { expectAccessible } from './accessible';
import type { DemoClient } from './demoClient';
import { v1User } from './demoClient';
import { expect, test } from './fixtures';

interface V1User {
  id: string;
  token: string;
  status: string;
  permissions: { action: string; resource: { id?: string } }[];
}

const path = '/private/legacy/authorizations';
const password = 'Another-Password-1';

async function all(demo: DemoClient): Promise<V1User[]> {
  const { authorizations } = await demo.call<{ authorizations: V1User[] }>('GET', path);
  return authorizations;
}

async function named(demo: DemoClient, name: string): Promise<V1User | undefined> {
  return (await all(demo)).find(({ token }) => token === name);
}

/** Whether the v1 user logs in, past the browser. */
async function logsIn(page: Page, name: string, secret: string): Promise<boolean> {
  const basic = Buffer.from(`${name}:${secret}`).toString('base64');
  const response = await page.request.get('proxy/demo/query?q=SHOW+DATABASES', {
    headers: { Authorization: `Basic ${basic}` },
  });
  return response.ok();
}

/** Opens the v1 user of the demo and gives it one more bucket. */
async function toggle(page: Page, demo: DemoClient, open: (path: string) => Promise<void>) {
  const before = await named(demo, v1User.username);
  await open(`/v1-users/${before?.id ?? ''}`);
  await page.getByRole('checkbox', { name: 'Write airsensors' }).press('Space');
  await expect(page.getByRole('checkbox', { name: 'Write airsensors' })).toBeChecked();
  await expect(page.getByText('unsaved', { exact: true })).toBeVisible();
  const panel = page.getByRole('region', { name: 'Apply changes' });
  await expect(panel).toContainText(/Gained: write bucket .*airsensors/);
  return { before, panel };
}

test(
  'create, check the password, toggle, apply: the name stays, the id is new',
  { tag: '@demo' },
  async ({ page, demo, iot, open }) => {
    await open(`/v1-users/new?org=${iot}`);
    await page.getByLabel('User name').fill('gateway');
    await page.getByRole('checkbox', { name: 'Read airsensors' }).press('Space');
    await page.getByRole('button', { name: 'Generate' }).click();
    const secret = await page.getByLabel('Password', { exact: true }).inputValue();
    await page.getByRole('button', { name: 'Show the API call' }).click();
    const call = page.getByRole('region', { name: 'API call' });
    await expect(call).toContainText('$PASSWORD');
    await expect(call).not.toContainText(secret);
    await page.getByRole('button', { name: 'Create v1 user' }).click();
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue(secret);
    await page.getByLabel('I have stored it').check();
    await page.getByRole('button', { name: 'Go to the v1 user' }).click();
    await expect(page.getByRole('heading', { name: 'gateway', level: 1 })).toBeVisible();
    const made = await named(demo, 'gateway');
    expect(page.url()).toContain(made?.id);
    expect(await logsIn(page, 'gateway', secret)).toBe(true);

    const check = page.getByRole('form', { name: 'Check a password' });
    await check.getByLabel('Password to check').fill('wrong-password');
    await check.getByRole('button', { name: 'Check password' }).click();
    await expect(check).toContainText('Refused');
    await check.getByLabel('Password to check').fill(secret);
    await check.getByRole('button', { name: 'Check password' }).click();
    await expect(check).toContainText('reads the database airsensors');

    await page.getByRole('checkbox', { name: 'Write airsensors' }).press('Space');
    const panel = page.getByRole('region', { name: 'Apply changes' });
    const apply = panel.getByRole('button', { name: 'Apply changes' });
    await expect(apply).toBeDisabled();
    await panel.getByLabel('Password', { exact: true }).fill(secret);
    await panel.getByRole('button', { name: 'Is it the one in use?' }).click();
    await expect(panel).toContainText('clients need no change');
    await expectAccessible(page);
    await apply.click();
    await expect(page).not.toHaveURL(new RegExp(made?.id ?? ''));
    await expect(page.getByRole('button', { name: 'Show the API calls that ran' })).toBeVisible();
    const after = await named(demo, 'gateway');
    expect(after?.permissions.map(({ action }) => action)).toEqual(['read', 'write']);
    expect(await logsIn(page, 'gateway', secret)).toBe(true);
    expect((await all(demo)).filter(({ token }) => token.includes('rehearsal'))).toEqual([]);
  },
);

test.describe('a server that fails in the middle', () => {
  test.use({ expectedErrors: /with a status of 5\d\d/ });

  test(
    'gives the old permissions back, and says what it could not',
    { tag: '@demo' },
    async ({ page, demo, open, fail }) => {
      const { before, panel } = await toggle(page, demo, open);
      await panel.getByLabel('Password', { exact: true }).fill(password);
      // The rehearsal is the first creation.
      await fail(
        `path=${path}; ends=/authorizations; method=POST; nth=2; status=503; message=closed`,
      );
      await panel.getByRole('button', { name: 'Apply changes' }).click();
      const report = page.getByRole('alert').filter({ hasText: 'has its old permissions back' });
      await expect(report).toContainText('its password is the one given here');
      await expect(report).toContainText('failed: closed');
      await expectAccessible(page);
      const after = await named(demo, v1User.username);
      expect(after?.id).not.toBe(before?.id);
      expect(after?.permissions).toHaveLength(2);
      expect(await logsIn(page, v1User.username, password)).toBe(true);
      await report.getByRole('link', { name: 'Open it under its new id' }).click();
      await expect(page).toHaveURL(new RegExp(after?.id ?? 'none'));
    },
  );

  test(
    'removes nothing when the rehearsal fails',
    { tag: '@demo' },
    async ({ page, demo, open, fail }) => {
      const { before, panel } = await toggle(page, demo, open);
      await panel.getByLabel('Password', { exact: true }).fill(password);
      await fail(`path=${path}; ends=/password; status=500; message=closed`);
      await panel.getByRole('button', { name: 'Apply changes' }).click();
      await expect(page.getByRole('alert')).toContainText('Nothing has changed');
      expect(await named(demo, v1User.username)).toEqual(before);
      expect(await logsIn(page, v1User.username, v1User.password)).toBe(true);
      expect((await all(demo)).filter(({ token }) => token.includes('rehearsal'))).toEqual([]);
    },
  );

  test(
    'leaves one without a password, which is said, and sets it alone afterwards',
    { tag: '@demo' },
    async ({ page, context, demo, open, fail, extraHTTPHeaders }) => {
      const { panel } = await toggle(page, demo, open);
      await panel.getByLabel('Password', { exact: true }).fill(password);
      await fail(`path=${path}; ends=/password; nth=2; status=500; message=closed`);
      await panel.getByRole('button', { name: 'Apply changes' }).click();
      const report = page.getByRole('alert').filter({ hasText: 'but no password' });
      await expect(report).toBeVisible();
      expect(await logsIn(page, v1User.username, password)).toBe(false);
      await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
      await report.getByRole('button', { name: 'Set the password again' }).click();
      await expect(page.getByRole('alert')).toHaveCount(0);
      expect(await logsIn(page, v1User.username, password)).toBe(true);
      expect((await named(demo, v1User.username))?.permissions).toHaveLength(3);
    },
  );

  test(
    'a new v1 user without its password is finished or taken back',
    { tag: '@demo' },
    async ({ page, demo, iot, open, fail }) => {
      await open(`/v1-users/new?org=${iot}`);
      await page.getByLabel('User name').fill('gateway');
      await page.getByRole('checkbox', { name: 'Write airsensors' }).press('Space');
      await page.getByLabel('Password', { exact: true }).fill(password);
      await fail(`path=${path}; ends=/password; nth=1; status=500; message=closed`);
      await page.getByRole('button', { name: 'Create v1 user' }).click();
      await expect(page.getByText('gateway exists, without a password')).toBeVisible();
      expect(await named(demo, 'gateway')).toBeDefined();
      await page.getByRole('button', { name: 'Set the password' }).click();
      await expect(page.getByRole('heading', { name: 'gateway', level: 1 })).toBeVisible();
      expect(await logsIn(page, 'gateway', password)).toBe(true);
    },
  );
});

test(
  'v1 users are searched and narrowed, and their columns chosen; the address keeps it',
  { tag: '@demo' },
  async ({ page, demo, iot, open }) => {
    const { id } = await demo.bucket(iot, 'airsensors');
    await open(`/v1-users?columns=${id}`);
    const table = page.getByRole('table', { name: 'v1 users' });
    await expect(table.getByRole('columnheader', { name: 'airsensors' })).toBeVisible();
    await expect(table.getByRole('columnheader', { name: 'ts-bucket' })).toHaveCount(0);
    await page.getByRole('searchbox', { name: 'Search v1 users' }).fill('influx');
    await expect(page.getByText('1 of 2 v1 users')).toBeVisible();
    await page.reload();
    await expect(page.getByText('1 of 2 v1 users')).toBeVisible();
    await table.getByRole('link', { name: 'influxv1' }).click();
    await expect(page.getByRole('heading', { name: 'influxv1', level: 1 })).toBeVisible();
    await expectAccessible(page);
  },
);

test(
  'an inactive v1 user is refused, a deleted one gone, each after saying so',
  { tag: '@demo' },
  async ({ page, demo, open }) => {
    const before = await named(demo, v1User.username);
    await open(`/v1-users/${before?.id ?? ''}`);
    await page.getByRole('button', { name: 'Deactivate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Deactivate influxv1' });
    await expect(dialog).toContainText('It reaches the database ts-bucket.');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await expect(page.getByRole('button', { name: 'Activate', exact: true })).toBeVisible();
    expect(await logsIn(page, v1User.username, v1User.password)).toBe(false);

    await page.getByRole('button', { name: 'Delete v1 user' }).click();
    const deleting = page.getByRole('dialog', { name: 'Delete v1 user influxv1' });
    await deleting.getByLabel('Type influxv1 to confirm').fill('influxv1');
    await deleting.getByRole('button', { name: 'Delete v1 user' }).click();
    await expect(page).toHaveURL(/\/v1-users$/);
    expect(await named(demo, v1User.username)).toBeUndefined();
  },
);
