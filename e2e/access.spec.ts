import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expectAccessible } from './accessible';
import { choose } from './choose';
import { tokens } from './demoClient';
import { expect, test } from './fixtures';

function rowOf(page: Page, name: string) {
  const link = page.getByRole('link', { name, exact: true });
  return page.getByRole('row').filter({ has: link });
}

test('from a bucket to everybody who writes it, and on to the token', async ({
  page,
  demo,
  org,
  open,
}) => {
  const { id } = await demo.bucket(org.id, 'airsensors');
  const granted = await demo.grant(org.id, ['write'], [id]);
  await open(`/orgs/${org.id}/buckets/${id}`);
  const section = page.getByRole('region', { name: 'Who reads and writes' });
  await expect(section).toContainText(/write it: .*made by a test/);
  await section.getByRole('link', { name: 'Everybody, with the reason' }).click();
  await expect(page.getByRole('heading', { name: 'Access to airsensors' })).toBeVisible();
  const row = rowOf(page, 'made by a test');
  await expect(row).toContainText('write bucket “airsensors”');

  await page.getByRole('button', { name: 'Access', exact: true }).first().click();
  await page.getByRole('menuitemcheckbox', { name: 'reads' }).click();
  await page.keyboard.press('Escape');
  await expect(row).toHaveCount(0);
  await expect(page).toHaveURL(/may=reads/);
  await page.goBack();
  await page.goForward();
  await page.getByRole('button', { name: 'Access: reads' }).click();
  await page.getByRole('menuitem', { name: 'Clear' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'made by a test' }).click();
  await expect(page).toHaveURL(new RegExp(`/tokens/${granted.id}$`));
});

test('a device is given access with the bucket chosen already', async ({
  page,
  demo,
  org,
  open,
}) => {
  const { id } = await demo.bucket(org.id, 'airsensors');
  await open(`/access/buckets/${id}`);
  await page.getByRole('link', { name: 'Give a device access' }).click();
  await expect(page.getByRole('heading', { name: 'New token' })).toBeVisible();
  await expect(page.getByText(/Reads and writes the bucket airsensors/).first()).toBeVisible();
});

test('a map of 100 buckets and 99 tokens is walked by keyboard, sorted and saved', async ({
  page,
  demo,
  org,
  open,
}) => {
  test.slow();
  const names = Array.from({ length: 99 }, (_, i) => `plant-${i + 1}`);
  const made = await Promise.all(names.map((name) => demo.createBucket(org.id, name)));
  const last = made.at(-1)?.id ?? '';
  await Promise.all(names.map(() => demo.grant(org.id, ['read'], [last])));
  await open(`/access/orgs/${org.id}?q=made+by`);
  const grid = page.getByRole('grid', { name: `Credentials by buckets of ${org.name}` });
  await expect(grid).toHaveAttribute('aria-colcount', '101');
  expect(await grid.getByRole('columnheader').count()).toBeLessThan(70);

  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('aria-colindex', '101');
  await expect(focused).toBeInViewport({ ratio: 1 });
  await expect(grid.getByRole('link', { name: 'plant-99' })).toBeInViewport();
  await expect(page.getByRole('tooltip')).toContainText(/made by a test on plant-99: read bucket/);
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('aria-colindex', '100');
  await expect(page.getByRole('tooltip')).toContainText('does not reach plant-98');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await page.keyboard.press('Control+Home');
  await expect(focused).toHaveAttribute('aria-colindex', '2');

  await page.getByRole('combobox', { name: 'Order of columns' }).selectOption('readers');
  await expect(grid.getByRole('columnheader').first()).toHaveText('plant-99');
  await expect(page).toHaveURL(/columns=readers/);
  await expect(grid).toHaveAttribute('aria-rowcount', '100');
  await page.getByRole('searchbox', { name: 'Search buckets' }).fill('plant-9');
  await expect(grid).toHaveAttribute('aria-colcount', '12');
  await page.getByRole('button', { name: 'Export' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  const lines = (await readFile(await (await saving).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(100);
  expect(lines[0]).toMatch(/^kind,id,name,class,owner,state,plant-99,/);
  expect(lines[1]).toMatch(/^token,\w{16},made by a test,read-only,\w+,active,R,/);
});

test(
  'a finding leads to its fix, and is gone once it is fixed',
  { tag: '@demo' },
  async ({ page, demo, iot, open }) => {
    const { id } = await demo.bucket(iot, 'airsensors');
    const granted = await demo.grant(iot, ['read'], [id]);
    await demo.call('PATCH', `/api/v2/authorizations/${granted.id}`, {
      body: { status: 'inactive' },
    });
    await open('/access');
    await page
      .getByRole('navigation', { name: 'Rules' })
      .getByRole('link', { name: /^Inactive/ })
      .click();
    await expect(page.getByRole('region', { name: 'Inactive' })).toContainText('inactive');
    const row = rowOf(page, 'made by a test');
    await row.getByRole('link', { name: 'Activate or delete' }).click();
    await expect(page).toHaveURL(new RegExp(`/tokens/${granted.id}$`));
    await demo.call('PATCH', `/api/v2/authorizations/${granted.id}`, {
      body: { status: 'active' },
    });
    await page.goto(`servers/demo/access/findings?rule=inactive`);
    await expect(page.getByRole('region', { name: 'Inactive' })).toBeVisible();
    await expect(row).toHaveCount(0);
  },
);

test(
  'an all-access token sees its own credentials and is told of the rest',
  {
    tag: '@demo',
  },
  async ({ page, demo, iot, open }) => {
    const { id } = await demo.bucket(iot, 'airsensors');
    await open(`/access/buckets/${id}`, tokens.allAccess);
    await expect(rowOf(page, 'iot: all access')).toContainText('read and write buckets in iot');
    await expect(page.getByText(/there may be more of them/)).toBeVisible();
    await page.goto('servers/demo/access/findings');
    await expect(page.getByText(/does not see every token, user and bucket/)).toBeVisible();
  },
);

test(
  'a user is looked at by buckets, by everything else and by credentials',
  { tag: '@demo' },
  async ({ page, open }) => {
    await open('/access?by=users');
    await page.getByRole('link', { name: 'mira' }).click();
    await expect(page.getByRole('heading', { name: 'Access of mira' })).toBeVisible();
    await expect(rowOf(page, 'airsensors')).toContainText('member of iot');
    await expectAccessible(page);
    await choose(page, 'What to show', 'Everything else');
    await expect(page.getByRole('row', { name: /\btasks\b/ })).toContainText('all in iot');
    await choose(page, 'What to show', 'Credentials');
    await expect(page.getByText('This user owns no token and no v1 user')).toBeVisible();
    await expectAccessible(page);
  },
);

test.describe('a server that fails in the middle', () => {
  test.use({ expectedErrors: /with a status of 50\d|^HttpError: the index is closed/ });

  test(
    'leaves the findings that need no mappings, and Try again works',
    { tag: '@demo' },
    async ({ page, context, open, fail, extraHTTPHeaders }) => {
      await open('/orgs/new');
      await fail('path=/api/v2/dbrps; status=500; message=the index is closed');
      await page.goto('servers/demo/access/findings');
      await expect(rowOf(page, 'Weekly report')).toBeVisible();
      await expect(rowOf(page, 'plc-reader').filter({ hasText: 'Without a database' })).toHaveCount(
        0,
      );
      await fail('path=/private/legacy/authorizations; status=503; message=the index is closed');
      await page.goto('servers/demo/access');
      await expect(page.getByRole('alert')).toContainText('the index is closed');
      await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('link', { name: 'airsensors' })).toBeVisible();
    },
  );
});
