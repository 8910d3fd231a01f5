import type { Page } from 'playwright/test';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessible';
import { tokens } from './demoClient';
import { expect, test } from './fixtures';

const password = 'a-secret-nobody-keeps-1';

async function createOrg(page: Page, name: string) {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Create org' }).click();
}

test(
  'what was written is listed with its call, saved and cleared',
  { tag: '@demo' },
  async ({ page, open }) => {
    await open('/orgs/new');
    await createOrg(page, 'lab');
    await expect(page.getByRole('heading', { name: 'lab', level: 1 })).toBeVisible();
    await page.getByRole('link', { name: 'Activity' }).click();
    const table = page.getByRole('table', { name: 'writes' });
    await expect(table.getByRole('row', { name: /Org created .*done/ })).toBeVisible();

    await expectAccessible(page);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'JSON' }).click();
    const saved: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(saved).toMatchObject([{ action: 'Org created', server: 'demo', who: 'admin' }]);

    await table.getByRole('link', { name: 'Org created' }).click();
    await page.getByRole('button', { name: 'Show 1 API call' }).click();
    await expect(page.getByRole('region', { name: 'API call' })).toContainText('"name":"lab"');
    await page.goBack();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).click();
    await expect(page.getByText('Nothing was written from this browser yet')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Nothing was written from this browser yet')).toBeVisible();
  },
);

test(
  'a password that was set is nowhere in the browser',
  { tag: '@demo' },
  async ({ page, demo, open }) => {
    const { users } = await demo.call<{ users: { id: string; name: string }[] }>(
      'GET',
      '/api/v2/users',
    );
    const mira = users.find(({ name }) => name === 'mira');
    await open(`/users/${mira?.id ?? ''}/password`);
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByText('Password set').first()).toBeVisible();
    await page.goto('servers/demo/activity');
    await page.getByRole('link', { name: 'Password set' }).click();
    await page.getByRole('button', { name: 'Show 1 API call' }).click();
    await expect(page.getByRole('region', { name: 'API call' })).toContainText('$PASSWORD');
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), document.title]),
    );
    expect(kept).toContain('Password set');
    expect(kept).not.toContain(password);
    expect(kept).not.toContain(tokens.operator);
    expect(page.url()).not.toContain(password);
  },
);

test(
  'a refused write says what is missing and is noted as refused',
  { tag: '@demo' },
  async ({ page, open }) => {
    await open('/orgs/new', tokens.allAccess);
    await createOrg(page, 'lab');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('It lacks the permission to write orgs in every org.');
    await expect(alert).toContainText('Only an operator can grant it.');
    await expect(alert).toContainText('The server says: write:orgs is unauthorized');
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('lab');
    await expectAccessible(page);
    await page.goto('servers/demo/activity');
    const row = page.getByRole('row', { name: /Org not created .*refused/ });
    await expect(row).toContainText('write:orgs is unauthorized');
  },
);

test.describe('a failing server', () => {
  test.use({ expectedErrors: /status of 503/ });

  test(
    'the second of two writes fails, and both are told apart',
    { tag: '@demo' },
    async ({ page, open, fail }) => {
      await fail('path=/api/v2/orgs; method=POST; status=503; message=overloaded; nth=2');
      await open('/orgs/new');
      await createOrg(page, 'one');
      await expect(page.getByRole('heading', { name: 'one', level: 1 })).toBeVisible();
      await page.goto('servers/demo/orgs/new');
      await createOrg(page, 'two');
      await expect(page.getByRole('alert')).toContainText('overloaded');
      await page.goto('servers/demo/activity');
      await expect(page.getByRole('row', { name: /Org created .*done/ })).toHaveCount(1);
      await expect(page.getByRole('row', { name: /Org not created .*failed/ })).toContainText(
        'overloaded',
      );
    },
  );
});
