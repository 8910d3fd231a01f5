import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { expectAccessible } from './accessible';
import type { DemoClient } from './demoClient';
import { target, tokens } from './demoClient';
import { expect, test } from './fixtures';

test.use({ expectedErrors: /status of 500/ });

interface Made {
  id: string;
  description: string;
}

/** Tokens that write the bucket `airsensors` of an org, by a name of their own. */
async function makeTokens(demo: DemoClient, orgID: string, count: number): Promise<Made[]> {
  const { id } = await demo.bucket(orgID, 'airsensors');
  const made: Made[] = [];
  for (let number = 1; number <= count; number++) {
    const body = {
      orgID,
      description: `e2e writer ${number}`,
      permissions: [{ action: 'write', resource: { type: 'buckets', id, orgID } }],
    };
    made.push(await demo.call<Made>('POST', '/api/v2/authorizations', { body }));
  }
  return made;
}

async function remove(demo: DemoClient, made: readonly Made[]): Promise<void> {
  for (const { id } of made) await demo.call('DELETE', `/api/v2/authorizations/${id}`);
}

async function statusOf(demo: DemoClient, { id }: Made): Promise<string> {
  const { status } = await demo.call<{ status: string }>('GET', `/api/v2/authorizations/${id}`);
  return status;
}

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search tokens' });
const bar = (page: Page) => page.getByRole('region', { name: 'Selected tokens' });
const dialog = (page: Page) => page.getByRole('dialog');
const selectAll = (page: Page) => page.getByRole('checkbox', { name: 'Select all shown' });

test('tokens are found by text, class and org, and the address keeps it', async ({
  page,
  demo,
  org,
  open,
}) => {
  const made = await makeTokens(demo, org.id, 3);
  await open('/tokens');
  await search(page).fill(`writer ${org.name} write-only`);
  await expect(page.getByText(/^3 of [\d,]+ tokens$/)).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: 'e2e writer 2' });
  await expect(row).toContainText('writes airsensors');
  await page.getByRole('columnheader', { name: 'Description' }).getByRole('button').click();
  await page.getByRole('button', { name: 'Org', exact: true }).first().click();
  await page.getByRole('menuitemcheckbox', { name: org.name }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(new RegExp(`sort=-description&org=${org.name}`));
  await page.reload();
  await expect(page.getByText(/^3 of [\d,]+ tokens$/)).toBeVisible();
  await expect(page.getByRole('table').getByRole('link').first()).toHaveText('e2e writer 3');
  await remove(demo, made);
});

test(
  'a bulk change reports the row that the server refused and does the rest',
  { tag: '@demo' },
  async ({ page, demo, org, open, fail }) => {
    const made = await makeTokens(demo, org.id, 5);
    await open('/tokens?q=e2e+writer');
    await selectAll(page).click();
    await expect(bar(page)).toContainText(/^5 selected of/);
    await bar(page).getByRole('button', { name: 'Deactivate' }).click();
    await expect(dialog(page)).toContainText('No other token and no v1 user writes airsensors');
    await fail(
      'path=/api/v2/authorizations; method=PATCH; nth=2; status=500; message=disk is full',
    );
    await dialog(page).getByRole('button', { name: 'Deactivate 5 tokens' }).click();
    await expect(dialog(page)).toContainText('4 tokens deactivated, 1 refused');
    await expect(dialog(page).getByRole('alert')).toContainText('disk is full');
    await expectAccessible(page);
    await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    await expect(bar(page)).toContainText(/^1 selected of/);
    const statuses = await Promise.all(made.map((one) => statusOf(demo, one)));
    expect(statuses.filter((status) => status === 'active')).toHaveLength(1);
  },
);

test(
  'a bulk delete that is stopped leaves the rest, selected',
  { tag: '@demo' },
  async ({ page, demo, org, open, fail }) => {
    await makeTokens(demo, org.id, 12);
    await open('/tokens?q=e2e+writer');
    await selectAll(page).click();
    await bar(page).getByRole('button', { name: 'Delete' }).click();
    const confirm = dialog(page).getByRole('button', { name: 'Delete 12 tokens' });
    await expect(confirm).toBeDisabled();
    await dialog(page).getByRole('textbox').fill('12 tokens');
    await fail('path=/api/v2/authorizations; method=DELETE; delay=1500');
    await confirm.click();
    await dialog(page).getByText('Stop', { exact: true }).click();
    await expect(dialog(page)).toContainText('4 tokens deleted, 8 left as they were');
    await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    await expect(bar(page)).toContainText(/^8 selected of/);
    await expect(page.getByText(/^8 of \d+ tokens$/)).toBeVisible();
  },
);

test('what is shown can be exported, without secrets', { tag: '@demo' }, async ({ page, open }) => {
  await open('/tokens?q=airsensors%3A');
  await expect(page.getByText(/^1 of \d+ tokens$/)).toBeVisible();
  for (const [format, expected] of [
    ['CSV', 'airsensors: read and write,read/write,active,'],
    ['JSON', '"class": "read/write"'],
  ] as const) {
    await page.getByRole('button', { name: 'Export' }).click();
    const waiting = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: format }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`tokens.${format.toLowerCase()}`);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain(expected);
    expect(text).not.toContain(tokens.sensors);
  }
});

test('a token is renamed, deactivated, activated again by Undo, and deleted', async ({
  page,
  demo,
  org,
  open,
}) => {
  const [made] = await makeTokens(demo, org.id, 1);
  if (!made) throw new Error('no token');
  await open(`/tokens/${made.id}`);
  await expect(page.getByText(/^Writes the bucket airsensors/)).toBeVisible();
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByLabel('Description').fill('e2e renamed');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'e2e renamed', level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'Deactivate' }).click();
  await expect(dialog(page)).toContainText('is refused from now on');
  await dialog(page).getByRole('button', { name: 'Deactivate token' }).click();
  await expect(page.getByRole('button', { name: 'Activate', exact: true })).toBeVisible();
  expect(await statusOf(demo, made)).toBe('inactive');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Deactivate', exact: true })).toBeVisible();
  expect(await statusOf(demo, made)).toBe('active');

  await page.getByRole('button', { name: 'Delete token' }).click();
  await dialog(page).getByRole('textbox').fill('e2e renamed');
  await dialog(page).getByRole('button', { name: 'Delete token' }).click();
  await expect(page.getByRole('heading', { name: 'Tokens', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Show the API calls? that ran/ })).toBeVisible();
  await page.goto(`servers/${target.id}/tokens/${made.id}`);
  await expect(page.getByRole('heading', { name: 'No such token' })).toBeVisible();
});

test(
  'a refused change keeps the dialog with the server’s words',
  { tag: '@demo' },
  async ({ page, demo, org, open, fail }) => {
    const [made] = await makeTokens(demo, org.id, 1);
    if (!made) throw new Error('no token');
    await open(`/tokens/${made.id}`);
    await page.getByRole('button', { name: 'Delete token' }).click();
    await dialog(page).getByRole('textbox').fill('e2e writer 1');
    await fail('path=/api/v2/authorizations; method=DELETE; status=500; message=disk is full');
    await dialog(page).getByRole('button', { name: 'Delete token' }).click();
    await expect(dialog(page).getByRole('alert')).toContainText('disk is full');
    expect(await statusOf(demo, made)).toBe('active');
  },
);

test(
  'deleting the own token says what follows, and asks to sign in again',
  { tag: '@demo' },
  async ({ page, open }) => {
    await open('/tokens');
    await page.getByRole('link', { name: "admin's Token yours" }).click();
    await expect(page.getByText('the last operator token that works')).toBeVisible();
    await page.getByRole('button', { name: 'Delete token' }).click();
    await expect(dialog(page)).toContainText('is the credential you are signed in with');
    await expect(dialog(page)).toContainText('influxd recovery auth create-operator');
    await dialog(page).getByRole('textbox').fill("admin's Token");
    await dialog(page).getByRole('button', { name: 'Delete token' }).click();
    await expect(page.getByRole('dialog', { name: 'Your sign-in has ended' })).toBeVisible();
  },
);

test('rows are selected by keyboard alone', async ({ page, demo, org, open }) => {
  const made = await makeTokens(demo, org.id, 4);
  await open('/tokens?q=e2e+writer');
  await page.getByRole('link', { name: 'e2e writer 1' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await expect(bar(page)).toContainText(/^3 selected of/);
  await expect(page).toHaveURL(/\/tokens\?q=e2e\+writer$/);
  await page.keyboard.press('End');
  await expect(page.getByRole('link', { name: 'e2e writer 4' })).toBeFocused();
  await remove(demo, made);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}`, () => {
    test.use({ colorScheme });

    test('token page and its dialogs are accessible', { tag: '@demo' }, async ({ page, open }) => {
      await open('/tokens');
      await page.getByRole('checkbox', { name: 'Select iot: all access' }).click();
      await expectAccessible(page);
      await bar(page).getByRole('button', { name: 'Delete' }).click();
      await expect(dialog(page)).toContainText('loses its last reader');
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'iot: all access' }).click();
      await expect(page.getByRole('heading', { name: 'iot: all access', level: 1 })).toBeVisible();
      await page.getByRole('button', { name: 'As JSON' }).click();
      await expectAccessible(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(390);
    });
  });
}
