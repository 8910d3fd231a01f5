import type { Page } from 'playwright/test';
import { choose } from './choose';
import { admin, target, tokens, v1User } from './demoClient';
import { expect, test } from './fixtures';

function chip(page: Page) {
  return page.getByRole('button', { name: 'Signed in as' });
}

async function signInAs(page: Page, kind: string, { username, password }: typeof admin) {
  await choose(page, 'How to sign in', kind);
  await page.getByLabel('User name', { exact: true }).fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut(page: Page) {
  await chip(page).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: `Sign in to ${target.title}` })).toBeVisible();
}

interface Stored {
  local: string;
  session: string;
  address: string;
}

function stored(page: Page): Promise<Stored> {
  return page.evaluate(() => ({
    local: JSON.stringify(localStorage),
    session: JSON.stringify(sessionStorage),
    address: location.href,
  }));
}

test('an API token signs in, and says what it is', async ({ page }) => {
  await page.goto('');
  await expect(page.getByText(/^InfluxDB \S+ · healthy$/)).toBeVisible();
  await page.getByLabel('Token', { exact: true }).fill(tokens.operator);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(chip(page)).toContainText('admin');
  await expect(chip(page)).toContainText('operator');
});

test('user name and password open a session whose secret no script can read', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('');
  await signInAs(page, 'User and password', admin);
  await expect(chip(page)).toContainText('admin');
  const { local, session } = await stored(page);
  expect(local + session).not.toContain(admin.password);
  expect(requests.join('\n')).not.toContain(admin.password);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test(
  'a v1 user lands in a database, and is told that InfluxQL is all there is',
  { tag: '@demo' },
  async ({ page }) => {
    await page.goto('');
    await choose(page, 'How to sign in', 'v1 user');
    await expect(page.getByText('For InfluxQL queries and line protocol')).toBeVisible();
    await signInAs(page, 'v1 user', v1User);
    await expect(page).toHaveURL(/\/servers\/demo\/databases\/ts-bucket\//);
    await expect(chip(page)).toContainText('v1 user');
    const screens = page.getByRole('navigation', { name: 'Screens' });
    await expect(screens).toContainText('only the 1.x paths: InfluxQL and line protocol');
    await expect(screens.getByRole('link', { name: 'Buckets' })).toHaveCount(0);
  },
);

test('a wrong secret is refused at the form in the server’s words, and stays typed', async ({
  page,
}) => {
  await page.goto('');
  await page.getByLabel('Token', { exact: true }).fill('no-such-token');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('unauthorized access');
  await expect(page.getByLabel('Token', { exact: true })).toHaveValue('no-such-token');

  await signInAs(page, 'User and password', { ...admin, password: 'wrong-password' });
  await expect(page.getByRole('alert')).toContainText('unauthorized access');
  await expect(page.getByLabel('User name', { exact: true })).toHaveValue(admin.username);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('wrong-password');

  await signInAs(page, 'v1 user', { ...v1User, password: 'wrong-password' });
  await expect(page.getByRole('alert')).toContainText('does not accept this v1 user');
  await expect(page.getByLabel('User name', { exact: true })).toHaveValue(v1User.username);
});

for (const [sample, badge] of [
  ['Operator token', 'operator'],
  ['All-access token of iot', 'all-access'],
  ['Read/write token of airsensors', 'read/write'],
  ['User mira', 'mira'],
  ['v1 user influxv1', 'v1 user'],
] as const) {
  test(
    `one click on the sample credential “${sample}” signs in`,
    { tag: '@demo' },
    async ({ page }) => {
      await page.goto('');
      await page.getByRole('button', { name: sample }).click();
      await expect(chip(page)).toContainText(badge);
    },
  );
}

test('an inactive user is told what is the matter', { tag: '@demo' }, async ({ page, demo }) => {
  const { users } = await demo.call<{ users: { id: string }[] }>('GET', '/api/v2/users?name=mira');
  await demo.call('PATCH', `/api/v2/users/${users[0]?.id}`, { body: { status: 'inactive' } });
  await page.goto('');
  await page.getByRole('button', { name: 'User mira' }).click();
  await expect(page.getByRole('alert')).toContainText('User is inactive');
  await expect(page.getByRole('alert')).toContainText('An operator can activate it');
});

test('sign-out ends the session on the server, and Back shows no data', async ({
  page,
  context,
  org,
}) => {
  await page.goto('');
  await signInAs(page, 'User and password', admin);
  await expect(chip(page)).toBeVisible();
  await page.goto(`servers/${target.id}/orgs/${org.id}/buckets`);
  await expect(page.getByRole('link', { name: 'airsensors' })).toBeVisible();
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, path: `/proxy/${target.id}/` });

  await signOut(page);
  const answer = await page.request.get(`proxy/${target.id}/api/v2/me`, {
    headers: { Cookie: `${cookie?.name}=${cookie?.value}` },
  });
  expect(answer.status()).toBe(401);
  await page.goBack();
  await expect(page.getByRole('heading', { name: `Sign in to ${target.title}` })).toBeVisible();
  await expect(page.getByText('airsensors', { exact: true })).toHaveCount(0);
});

test('a token is in no address and not in localStorage, and sign-out forgets it', async ({
  page,
  demo,
  org,
  open,
}) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await demo.write(org.id, 'airsensors', 'air v=1');
  await open(`/orgs/${org.id}/explorer?bucket=airsensors&m=air&f=v`);
  await expect(page.getByRole('figure', { name: 'air' })).toBeVisible();
  const during = await stored(page);
  expect(during.session).toContain(tokens.operator);
  expect(during.local).not.toContain(tokens.operator);
  expect(addresses.join('\n')).not.toContain(tokens.operator);

  await signOut(page);
  const after = await stored(page);
  expect(after.local + after.session).not.toContain(tokens.operator);
});

test(
  'an expired session asks again, and what was typed is still there',
  { tag: '@demo' },
  async ({ page, iot, context, extraHTTPHeaders, fail }) => {
    await page.goto('');
    await signInAs(page, 'User and password', admin);
    await expect(chip(page)).toBeVisible();
    await page.goto(`servers/${target.id}/orgs/${iot}/buckets/new`);
    await page.getByLabel('Name').fill('half-typed');
    await page.getByLabel('Description').fill('not lost');

    await fail('path=/api/v2/buckets; method=POST; sessions=expire');
    await page.getByRole('button', { name: 'Create bucket' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your sign-in has ended' });
    await expect(dialog).toBeVisible();
    await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    await expect(page).toHaveURL(/\/buckets\/new$/);
    await expect(page.getByLabel('Description')).toHaveValue('not lost');

    await signInAs(page, 'User and password', admin);
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('heading', { name: 'half-typed' })).toBeVisible();
  },
);

test('a token that was deleted asks again on the same page', async ({ page, demo, org, open }) => {
  const bucket = await demo.createBucket(org.id, 'short-lived');
  const granted = await demo.grant(org.id, ['read', 'write'], [bucket.id]);
  await open(`/orgs/${org.id}/write?bucket=short-lived`, granted.token);
  await page.getByRole('textbox', { name: 'Line protocol' }).fill('m v=1');
  await demo.revoke(granted.id);
  await page.getByRole('button', { name: 'Write to short-lived' }).click();

  const dialog = page.getByRole('dialog', { name: 'Your sign-in has ended' });
  await dialog.getByLabel('Token', { exact: true }).fill(tokens.operator);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('One point was stored')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Line protocol' })).toHaveValue('m v=1');
});

test('a second tab takes over the sign-in of the first, and sign-out reaches both', async ({
  page,
  context,
  org,
  open,
}) => {
  await open(`/orgs/${org.id}`);
  const second = await context.newPage();
  await second.goto(`servers/${target.id}/orgs/${org.id}/buckets`);
  await expect(chip(second)).toContainText('operator');
  await expect(second.getByRole('link', { name: 'airsensors' })).toBeVisible();

  await signOut(second);
  await expect(page.getByRole('heading', { name: `Sign in to ${target.title}` })).toBeVisible();
});

test('a second tab asks for itself when sharing is switched off', async ({
  page,
  context,
  org,
  open,
}) => {
  await open(`/orgs/${org.id}`);
  await chip(page).click();
  await page.getByLabel('New tabs of this browser may use this sign-in').uncheck({ force: true });
  const second = await context.newPage();
  await second.goto(`servers/${target.id}/orgs/${org.id}/buckets`);
  await expect(second.getByRole('heading', { name: `Sign in to ${target.title}` })).toBeVisible();
});
