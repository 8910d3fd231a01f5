import type { Page } from 'playwright/test';
import { expectAccessible } from './accessible';
import { choose } from './choose';
import { tokens } from './demoClient';
import { expect, test } from './fixtures';

const mira = { username: 'mira', password: 'Demo-Mira-1' };
const next = 'Another-Mira-2';
const demoOnly = { tag: '@demo' };

// What Chromium prints about the failures that the tests order.
test.use({ expectedErrors: /with a status of 50[03]/ });

async function signIn(page: Page, password: string) {
  await page.goto('servers/demo/sign-in?returnTo=/servers/demo/account');
  await choose(page, 'How to sign in', 'User and password');
  await page.getByLabel('User name', { exact: true }).fill(mira.username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function fill(page: Page, old: string) {
  await page.getByLabel('Current password').fill(old);
  await page.getByLabel('New password', { exact: true }).fill(next);
  await page.getByLabel('New password again').fill(next);
  await page.getByRole('button', { name: 'Change password' }).click();
}

test(
  'the password is changed by the old one, through the gateway, and counts from then on',
  demoOnly,
  async ({ page }) => {
    await signIn(page, mira.password);
    await fill(page, 'not-the-old-one');
    await expect(page.getByRole('alert')).toContainText('your username or password is incorrect');
    await expect(page.getByLabel('New password', { exact: true })).toHaveValue(next);
    await expectAccessible(page);
    await fill(page, mira.password);
    await expect(page.getByText('This sign-in goes on')).toBeVisible();
    await expect(page.getByLabel('Current password')).toHaveValue('');
    const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(stored).not.toContain(next);

    await page.getByRole('button', { name: 'Signed in as' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, mira.password);
    await expect(page.getByRole('alert')).toBeVisible();
    await signIn(page, next);
    await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
  },
);

test(
  'a change that fails keeps what was typed, and the old password',
  demoOnly,
  async ({ page, fail, context, extraHTTPHeaders }) => {
    await signIn(page, mira.password);
    await expect(page.getByLabel('Current password')).toBeVisible();
    await fail('path=/api/v2/me/password; status=503; message=the store is locked');
    await fill(page, mira.password);
    await expect(page.getByRole('alert')).toContainText('the store is locked');
    await expect(page.getByLabel('Current password')).toHaveValue(mira.password);
    await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('This sign-in goes on')).toBeVisible();
  },
);

test('what each kind of credential may do is said in words', demoOnly, async ({ page, open }) => {
  await signIn(page, mira.password);
  await expect(page.getByRole('region', { name: 'What I may do' })).toContainText('Reads ');
  await expect(page.getByRole('table', { name: 'orgs' })).toContainText('member');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Signed in as' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await open('/account', tokens.sensors);
  const may = page.getByRole('region', { name: 'What I may do' });
  await expect(may).toContainText('At least: Reads and writes the bucket airsensors of ');
  await expectAccessible(page);
});

test('the identity chip leads to the account', demoOnly, async ({ page, open }) => {
  await open('/users');
  await page.getByRole('button', { name: 'Signed in as' }).click();
  await page.getByRole('link', { name: 'My account' }).click();
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible();
  await page.getByRole('link', { name: 'Set the password of admin' }).click();
  await expect(page.getByRole('heading', { name: 'Set the password of admin' })).toBeVisible();
});
