import type { Page } from 'playwright/test';
import { expectAccessible } from './accessible';
import { expect, test } from './fixtures';

interface Token {
  id: string;
  description: string;
  status: string;
  permissions: unknown[];
}

const all = '/api/v2/authorizations';

async function toHandOver(page: Page, name: string) {
  await page.getByLabel('Description of the new token').fill(name);
  await page.getByRole('button', { name: 'Create the new token' }).click();
  await expect(page.getByLabel('Secret', { exact: true })).toBeVisible();
}

async function toRetire(page: Page, name: string) {
  await toHandOver(page, name);
  await page.getByLabel('I have stored it').check();
  await page.getByRole('button', { name: 'Go on: prove that it works' }).click();
  await expect(page.getByText('The new token works')).toBeVisible();
}

async function deactivate(page: Page) {
  await page.getByRole('button', { name: 'Deactivate the old token now' }).click();
  await page.getByRole('button', { name: 'Deactivate token' }).click();
}

test('a token gets more permissions, survives a reload at each step, and its client changes over', async ({
  page,
  demo,
  org,
  open,
}) => {
  const bucket = await demo.bucket(org.id, 'airsensors');
  const resource = { type: 'buckets', id: bucket.id, orgID: org.id };
  const body = {
    orgID: org.id,
    description: 'made by a test',
    permissions: [{ action: 'write', resource }],
  };
  const old = await demo.call<Token>('POST', all, { body });
  await open(`/tokens/${old.id}/replace?grant=read:orgs/${org.id}/buckets/${bucket.id}`);
  await expect(page.getByRole('region', { name: 'Gains' })).toContainText(
    'read bucket “airsensors”',
  );
  await page.getByLabel('Description of the new token').fill('made anew');
  await page.reload();
  await expect(page.getByLabel('Description of the new token')).toHaveValue('made anew');
  await toHandOver(page, 'made anew');
  const secret = await page.getByLabel('Secret', { exact: true }).inputValue();
  await page.reload();
  await expect(page.getByLabel('Secret', { exact: true })).toHaveValue(secret);
  expect(page.url()).not.toContain(secret);
  await page.getByLabel('I have stored it').check();
  await page.getByRole('button', { name: 'Go on: prove that it works' }).click();
  await expect(page.getByText('It reads “airsensors” (200)')).toBeVisible();
  await page.reload();
  await expect(page.getByText('The new token works')).toBeVisible();
  expect((await demo.call<Token>('GET', `${all}/${old.id}`)).status).toBe('active');
  await deactivate(page);
  await expect(page.getByText(/is inactive\. Test its clients now/)).toBeVisible();
  expect((await demo.call<Token>('GET', `${all}/${old.id}`)).status).toBe('inactive');

  await page.getByRole('link', { name: 'Delete it later' }).click();
  await page.getByRole('link', { name: 'Replace made by a test' }).click();
  await page.getByRole('button', { name: 'Delete the old token' }).click();
  await page.getByLabel('Type made by a test to confirm').fill('made by a test');
  await page.getByRole('button', { name: 'Delete token' }).click();
  await expect(page.getByText(/has taken its place/)).toBeVisible();
  await demo.call('GET', `/api/v2/buckets/${bucket.id}`, { token: secret });
  const { authorizations } = await demo.call<{ authorizations: Token[] }>('GET', all);
  expect(authorizations.some(({ id }) => id === old.id)).toBe(false);
  const made = authorizations.find(({ description }) => description === 'made anew');
  expect(made?.permissions).toHaveLength(2);
  await demo.call('DELETE', `${all}/${made?.id ?? ''}`);
});

test.describe('a server that fails in the middle', { tag: '@demo' }, () => {
  test.use({ expectedErrors: /with a status of 50\d/ });

  test('deactivating is told, stays where it is over a reload, and is undone', async ({
    page,
    context,
    demo,
    org,
    open,
    fail,
    extraHTTPHeaders,
  }) => {
    const bucket = await demo.bucket(org.id, 'airsensors');
    const old = await demo.grant(org.id, ['read', 'write'], [bucket.id]);
    await open(`/tokens/${old.id}/replace`);
    await toRetire(page, 'half way');
    await fail(`path=${all}; method=PATCH; status=500; message=no disk`);
    await deactivate(page);
    const alert = page.getByRole('alert').filter({ hasText: 'The old token may still be active' });
    await expect(alert).toContainText('no disk');
    await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    await page.reload();
    await expect(alert).toContainText('no disk');

    await page.getByRole('button', { name: 'Undo the replacement' }).click();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect(page.getByText('Undone: “made by a test” is as it was.')).toBeVisible();
    const { authorizations } = await demo.call<{ authorizations: Token[] }>('GET', all);
    expect(authorizations.find(({ id }) => id === old.id)?.status).toBe('active');
    expect(authorizations.some(({ description }) => description === 'half way')).toBe(false);
  });

  test('a page that was left while the token was created finds it in the list', async ({
    page,
    demo,
    org,
    open,
  }) => {
    const bucket = await demo.bucket(org.id, 'airsensors');
    const old = await demo.grant(org.id, ['read'], [bucket.id]);
    await open(`/tokens/${old.id}/replace`);
    // The server does it, and its answer never comes.
    await page.route(`**${all}`, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await route.fetch();
      return undefined;
    });
    await page.getByLabel('Description of the new token').fill('lost');
    await page.getByRole('button', { name: 'Create the new token' }).click();
    const made = async () => {
      const { authorizations } = await demo.call<{ authorizations: Token[] }>('GET', all);
      return authorizations.filter(({ description }) => description === 'lost').length;
    };
    await expect.poll(made).toBe(1);
    await page.reload();
    await expect(page.getByText('The new token exists, its secret is lost')).toBeVisible();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await expect(page.getByText('Undone: “made by a test” is as it was.')).toBeVisible();
    expect(await made()).toBe(0);
  });
});

test(
  'every step is accessible, also on a phone',
  { tag: '@demo' },
  async ({ page, demo, org, open }) => {
    const bucket = await demo.bucket(org.id, 'airsensors');
    const old = await demo.grant(org.id, ['read', 'write'], [bucket.id]);
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`/tokens/${old.id}/replace`);
    await expect(page.getByLabel('Description of the new token')).toBeVisible();
    await expectAccessible(page);
    await toHandOver(page, 'on a phone');
    await expectAccessible(page);
    await page.getByLabel('I have stored it').check();
    await page.getByRole('button', { name: 'Go on: prove that it works' }).click();
    await expect(page.getByText('The new token works')).toBeVisible();
    await expectAccessible(page);
    await deactivate(page);
    await expect(page.getByText(/is inactive\. Test its clients now/)).toBeVisible();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Delete it later' }).click();
    await expect(page.getByText('1 unfinished replacement')).toBeVisible();
    await expectAccessible(page);
  },
);
