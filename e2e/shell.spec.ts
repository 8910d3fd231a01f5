import type { Page } from 'playwright/test';
import { target, tokens } from './demoClient';
import { expect, test } from './fixtures';

function chip(page: Page) {
  return page.getByRole('button', { name: 'Signed in as' });
}

function screens(page: Page) {
  return page.getByRole('navigation', { name: 'Screens' });
}

function find(page: Page) {
  return page.getByRole('textbox', { name: 'Find' });
}

test('a deep link asks to sign in and leads where it points', async ({ page, org }) => {
  const link = `/servers/${target.id}/orgs/${org.id}/buckets?q=air&sort=-name`;
  await page.goto(link);
  await expect(page.getByRole('heading', { name: `Sign in to ${target.title}` })).toBeVisible();
  await page.getByLabel('Token', { exact: true }).fill(tokens.operator);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('1 of 3 buckets')).toBeVisible();
  expect(page.url()).toMatch(/\/buckets\?q=air&sort=-name$/);
});

test('a link to another site is never followed after sign-in', async ({ page, baseURL }) => {
  await page.goto(`servers/${target.id}/sign-in?returnTo=%2F%2Fexample.com%2F`);
  await page.getByLabel('Token', { exact: true }).fill(tokens.operator);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(chip(page)).toBeVisible();
  expect(page.url()).toContain(baseURL);
});

test('an unknown address says so', async ({ page, open }) => {
  await open('/nowhere/at/all');
  await expect(page.getByText('There is no such page')).toBeVisible();
  await page.goto('elsewhere');
  await expect(page.getByText('There is no such page')).toBeVisible();
});

test('dark and light are one click, and stay', async ({ page, org, open }) => {
  await open(`/orgs/${org.id}`);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Switch to dark colours' }).click();
  await expect(page.getByRole('button', { name: 'Switch to light colours' })).toBeVisible();
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Switch to light colours' })).toBeVisible();
  expect(await background()).toBe(dark);
});

test('the palette finds a bucket by name and by id, and a screen', async ({
  page,
  demo,
  org,
  open,
}) => {
  const { id } = await demo.createBucket(org.id, 'needle');
  await open(`/orgs/${org.id}`);
  await expect(page.getByRole('link', { name: 'needle' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await find(page).fill('needl');
  await expect(page.getByRole('button', { name: /needle/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'needle' })).toBeVisible();

  await page.getByRole('link', { name: 'Home' }).click();
  await page.getByRole('button', { name: 'Find anything' }).click();
  await find(page).fill(id);
  await expect(page.getByRole('button', { name: /needle/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/buckets/${id}$`));

  await page.keyboard.press('Control+k');
  await find(page).fill('explor');
  await expect(page.getByRole('button', { name: 'Explorer' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/explorer/);

  await page.keyboard.press('Control+k');
  await find(page).fill('no such thing');
  await expect(page.getByText('Nothing is called that here')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(find(page)).toBeHidden();
});

test('? shows the shortcuts, and they work', async ({ page, org, open }) => {
  await open(`/orgs/${org.id}`);
  await expect(page.getByRole('heading', { name: org.name, level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const row = dialog.getByRole('row', { name: /^Buckets/ });
  await expect(row).toBeVisible();
  const keys = (await row.innerText()).replace(/^Buckets/, '').replace(/\s/g, '');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(keys).toMatch(/^g[a-z]$/);
  for (const key of keys) await page.keyboard.press(key);
  const search = page.getByRole('searchbox', { name: 'Search buckets' });
  await expect(search).toBeVisible();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.type('?');
  await expect(dialog).toHaveCount(0);
});

const identities = [
  ['the operator token', tokens.operator, ['operator', 'every org']],
  ['an all-access token', tokens.allAccess, ['all-access', 'org iot']],
  ['a read/write token', tokens.sensors, ['read/write', 'cannot list its own permissions']],
] as const;

for (const [name, token, words] of identities) {
  test(`the identity chip knows ${name}`, { tag: '@demo' }, async ({ page, open }) => {
    await open('', token);
    await expect(chip(page)).toContainText(words[0]);
    await chip(page).click();
    const dialog = page.getByRole('dialog', { name: /^Signed in as/ });
    await expect(dialog).toContainText(words[1]);
  });
}

test(
  'the menu says why something is missing for a read/write token',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(`/orgs/${iot}/buckets`, tokens.sensors);
    await expect(page.getByText('1 bucket', { exact: true })).toBeVisible();
    const locked = screens(page).getByRole('button', { name: 'Org settings' });
    await expect(locked).toHaveAttribute('aria-disabled', 'true');
    await locked.hover();
    await expect(page.getByRole('tooltip')).toContainText(`read:orgs/${iot}`);
    await expect(screens(page).getByRole('link', { name: 'Buckets' })).toBeVisible();
  },
);

test('orgs are switched where they are named', { tag: '@demo' }, async ({ page, iot, open }) => {
  await open(`/orgs/${iot}`);
  await page.getByRole('button', { name: /^Org\b/ }).click();
  await page.getByRole('menuitem', { name: 'factory' }).click();
  await expect(page.getByRole('heading', { name: 'factory', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'machines' })).toBeVisible();
});

test('the home of an org shows what is here', { tag: '@demo' }, async ({ page, iot, open }) => {
  await open(`/orgs/${iot}`);
  const buckets = page.getByRole('region', { name: 'Buckets' });
  await expect(buckets.getByRole('row', { name: /airsensors/ })).toContainText('in airSensors');
  await expect(buckets.getByRole('link', { name: /and 2 system buckets/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'You' })).toContainText('operator');
  await page.getByRole('link', { name: 'Explore data' }).click();
  await expect(page.getByRole('heading', { name: 'Explorer' })).toBeVisible();
});
