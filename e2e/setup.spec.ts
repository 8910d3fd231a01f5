import type { Page } from 'playwright/test';
import { expect, test } from './fixtures';

test.use({ seed: 'fresh' });

async function fillIn(page: Page, password: string) {
  await page.getByLabel('User name').fill('root');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Password again').fill(password);
  await page.getByLabel('Org').fill('plant');
  await page.getByLabel('Bucket').fill('machines');
}

function countSetups(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/v2/setup') && request.method() === 'POST')
      sent.push(request.postData() ?? '');
  });
  return sent;
}

test(
  'a new server is set up, shows its operator token once, and lets in',
  { tag: '@demo' },
  async ({ page }) => {
    const sent = countSetups(page);
    await page.goto('');
    await expect(page.getByText('This server was never set up')).toBeVisible();
    await page.getByRole('link', { name: 'Set up this server' }).click();
    await fillIn(page, 'long-enough-1');
    await page.getByLabel('Keep data for').fill('4w2d');
    await page.getByRole('button', { name: 'Set up', exact: true }).click();

    await expect(page.getByRole('heading', { name: 'The server is set up' })).toBeVisible();
    const token = (await page.getByRole('region', { name: 'operator token' }).innerText()).trim();
    expect(token.length).toBeGreaterThan(40);
    expect(JSON.parse(sent[0] ?? '')).toMatchObject({ retentionPeriodSeconds: 2_592_000 });

    const enter = page.getByRole('button', { name: 'Continue as root' });
    await expect(enter).toBeDisabled();
    await page.getByLabel('I have stored the operator token').check();
    await enter.click();
    await expect(page.getByRole('button', { name: 'Signed in as' })).toContainText('operator');
    await expect(page.getByRole('link', { name: 'machines' })).toBeVisible();
    await expect(page.getByText(token)).toHaveCount(0);

    await page.goto('servers/demo/setup');
    await expect(page.getByText('This server is set up already')).toBeVisible();
    await expect(page.getByText(token)).toHaveCount(0);
  },
);

test(
  'what the server would only half accept is refused before it is sent',
  { tag: '@demo' },
  async ({ page }) => {
    const sent = countSetups(page);
    await page.goto('servers/demo/setup');
    await fillIn(page, 'short');
    await page.getByLabel('Keep data for').fill('30m');
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    await expect(page.getByText('A password has 8 to 72 characters')).toBeVisible();
    await expect(page.getByText('At least 1h, or infinite')).toBeVisible();

    await page.getByLabel('Password', { exact: true }).fill('long-enough-1');
    await page.getByRole('button', { name: 'Set up', exact: true }).click();
    await expect(page.getByText('This is not the same password')).toBeVisible();
    await expect(page.getByLabel('Org')).toHaveValue('plant');
    expect(sent).toEqual([]);
  },
);
