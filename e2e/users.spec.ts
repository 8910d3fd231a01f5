import type { Page } from 'playwright/test';
import { expectAccessible } from './accessible';
import { choose } from './choose';
import type { DemoClient } from './demoClient';
import { admin, tokens } from './demoClient';
import { expect, test } from './fixtures';

interface User {
  id: string;
  name: string;
  status: string;
}

const password = 'Nora-Nora-1';
const demoOnly = { tag: '@demo' };

// What Chromium prints about the failures that the tests order.
test.use({ expectedErrors: /with a status of 50[03]/ });

async function users(demo: DemoClient): Promise<User[]> {
  return (await demo.call<{ users: User[] }>('GET', '/api/v2/users?limit=100')).users;
}

async function named(demo: DemoClient, name: string): Promise<User | undefined> {
  return (await users(demo)).find((user) => user.name === name);
}

async function roles(demo: DemoClient, org: string): Promise<string[]> {
  const of = (role: string) =>
    demo
      .call<{ users: User[] }>('GET', `/api/v2/orgs/${org}/${role}s`)
      .then((answer) => answer.users.map(({ name }) => `${name} ${role}`));
  return [...(await of('owner')), ...(await of('member'))];
}

/** A user with a token and a v1 user in the org. */
async function addUser(demo: DemoClient, org: string, name = 'nora'): Promise<User> {
  const user = await demo.call<User>('POST', '/api/v2/users', { body: { name } });
  const permissions = [{ action: 'read', resource: { type: 'tasks', orgID: org } }];
  const own = { orgID: org, userID: user.id, permissions };
  await demo.call('POST', '/api/v2/authorizations', {
    body: { ...own, description: `${name} reads tasks` },
  });
  await demo.call('POST', '/private/legacy/authorizations', {
    body: { ...own, token: `${name}-v1`, description: '' },
  });
  return user;
}

async function fillNewUser(page: Page) {
  await page.getByLabel('Name', { exact: true }).fill('nora');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('combobox', { name: 'Org' }).click();
  await page.getByRole('option', { name: 'factory' }).click();
  await choose(page, 'Role', 'Owner');
}

function action(page: Page, name: string, item: string) {
  return page
    .getByRole('button', { name: `Actions for ${name}` })
    .click()
    .then(() => page.getByRole('menuitem', { name: item }).click());
}

test(
  'a user is created with password and org, and signs in',
  demoOnly,
  async ({ page, demo, open }) => {
    await open('/users');
    await page.getByRole('link', { name: 'Create user' }).click();
    await fillNewUser(page);
    await page.getByRole('button', { name: 'Show the API call' }).click();
    const call = page.getByRole('region', { name: 'API call' });
    await expect(call).toContainText('/api/v2/users/$USER_ID/password');
    await expect(call).not.toContainText(password);
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(page.getByRole('heading', { name: 'nora is created' })).toBeVisible();
    expect(await roles(demo, await demo.orgID('factory'))).toContain('nora owner');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Signed in as' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await choose(page, 'How to sign in', 'User and password');
    await page.getByLabel('User name', { exact: true }).fill('nora');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: 'Signed in as' })).toContainText('nora');
  },
);

test(
  'a flow that fails in the middle takes itself back, and keeps what was typed',
  demoOnly,
  async ({ page, demo, open, fail, context, extraHTTPHeaders }) => {
    await open('/users/new');
    await fillNewUser(page);
    await fail(
      'path=/api/v2/orgs; ends=/owners; method=POST; status=500; message=the store is locked',
    );
    await page.getByRole('button', { name: 'Create user' }).click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('Adding nora to the org failed');
    await expect(alert).toContainText('the store is locked. Nora was deleted again.');
    expect(await named(demo, 'nora')).toBeUndefined();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('nora');
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue(password);
    await expect(page.getByRole('combobox', { name: 'Org' })).toHaveValue('factory');
    await expectAccessible(page);

    await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    await page.getByRole('button', { name: 'Create user' }).click();
    await expect(page.getByRole('heading', { name: 'nora is created' })).toBeVisible();
  },
);

test(
  'deactivating and activating name what stops and what works again',
  demoOnly,
  async ({ page, demo, iot, open }) => {
    const { id } = await addUser(demo, iot);
    await open(`/users/${id}`);
    await page.getByRole('button', { name: 'Deactivate' }).click();
    const dialog = page.getByRole('dialog', { name: 'Deactivate nora' });
    await expect(dialog).toContainText('Stop at once: 1 token and 1 v1 user');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Deactivate user' }).click();
    await expect(dialog).toBeHidden();
    expect(await named(demo, 'nora')).toMatchObject({ status: 'inactive' });
    await page.getByRole('button', { name: 'Activate' }).click();
    const again = page.getByRole('dialog', { name: 'Activate nora' });
    await expect(again).toContainText('Work again at once: 1 token and 1 v1 user');
    await again.getByRole('button', { name: 'Activate user' }).click();
    await expect(again).toBeHidden();
    expect(await named(demo, 'nora')).toMatchObject({ status: 'active' });
  },
);

test(
  'a user goes only after its tokens went, and every refusal is named',
  demoOnly,
  async ({ page, demo, iot, open, fail, context, extraHTTPHeaders }) => {
    await addUser(demo, iot);
    await open('/users');
    await action(page, 'nora', 'Delete');
    const dialog = page.getByRole('dialog', { name: 'Delete user nora' });
    await expect(
      dialog.getByRole('checkbox', { name: 'Delete its 1 token and 1 v1 user first' }),
    ).toBeChecked();
    await expectAccessible(page);
    await dialog.getByLabel('Type nora to confirm').fill('nora');
    await fail('path=/api/v2/authorizations; method=DELETE; nth=1; status=500; message=try later');
    await dialog.getByRole('button', { name: 'Delete user' }).click();
    await expect(dialog).toContainText('1 of 2 could not be deleted');
    await expect(dialog).toContainText('token nora reads tasks: try later');
    expect(await named(demo, 'nora')).toBeDefined();
    await expect(dialog.getByRole('checkbox', { name: 'Delete its 1 token first' })).toBeChecked();
    await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    await dialog.getByRole('button', { name: 'Delete user' }).click();
    await expect(dialog).toBeHidden();
    expect(await named(demo, 'nora')).toBeUndefined();
    await expect(page.getByRole('link', { name: 'nora' })).toHaveCount(0);
  },
);

test(
  'what a deleted user leaves behind is found by its id, after a reload too',
  demoOnly,
  async ({ page, demo, iot, open }) => {
    const { id } = await addUser(demo, iot);
    await open(`/users/${id}`);
    await page.getByRole('button', { name: 'Delete user' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete user nora' });
    await dialog.getByRole('checkbox').uncheck();
    await expect(dialog).toContainText('listed no more');
    await dialog.getByLabel('Type nora to confirm').fill('nora');
    await dialog.getByRole('button', { name: 'Delete user' }).click();
    const table = page.getByRole('table', { name: 'left behind' });
    await expect(table).toContainText('nora reads tasks');
    await page.reload();
    await expect(table).toContainText('nora-v1');
    await expectAccessible(page);
    await table.getByRole('button', { name: 'Delete nora reads tasks' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click();
    await expect(table).not.toContainText('nora reads tasks');
  },
);

test(
  'a role whose change stops halfway is given back, and that is said',
  demoOnly,
  async ({ page, demo, iot, open, fail, context, extraHTTPHeaders }) => {
    await open(`/orgs/${iot}/settings/members`);
    await action(page, 'mira', 'Make owner');
    const dialog = page.getByRole('dialog', { name: 'Make mira owner of iot' });
    await fail(
      `path=/api/v2/orgs/${iot}/owners; method=POST; status=500; message=the store is locked`,
    );
    await dialog.getByRole('button', { name: 'Make owner' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Giving the role owner failed');
    await expect(dialog.getByRole('alert')).toContainText('The role member was given back.');
    await expectAccessible(page);
    expect(await roles(demo, iot)).toContain('mira member');
    await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    await dialog.getByRole('button', { name: 'Make owner' }).click();
    await expect(dialog).toBeHidden();
    expect(await roles(demo, iot)).toContain('mira owner');
  },
);

test(
  'members are added and removed; the last owner and oneself are warned',
  demoOnly,
  async ({ page, demo, iot, open }) => {
    await addUser(demo, iot);
    await open(`/orgs/${iot}/settings/members`);
    await page.getByRole('link', { name: 'Add member' }).click();
    await page.getByRole('combobox', { name: 'User' }).fill('nor');
    await page.getByRole('option', { name: 'nora' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByRole('link', { name: 'nora' })).toBeVisible();
    expect(await roles(demo, iot)).toContain('nora member');

    await action(page, 'nora', 'Remove');
    const dialog = page.getByRole('dialog', { name: 'Remove nora from iot' });
    await expect(dialog).toContainText('2 tokens and v1 users of nora in iot keep working');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('link', { name: 'nora' })).toHaveCount(0);

    await action(page, admin.username, 'Remove');
    const own = page.getByRole('dialog', { name: 'Remove admin from iot' });
    await expect(own).toContainText('The last owner of iot');
    await expect(own).toContainText('This is you');
    await expect(own.getByRole('button', { name: 'Remove' })).toBeDisabled();
    await expectAccessible(page);
  },
);

test(
  'roles of many orgs come in while the table is there',
  demoOnly,
  async ({ page, demo, open }) => {
    const { id } = await demo.call<User>('POST', '/api/v2/users', { body: { name: 'nora' } });
    for (let i = 1; i <= 60; i++) {
      const org = await demo.call<User>('POST', '/api/v2/orgs', { body: { name: `plant-${i}` } });
      if (i % 20 === 0) {
        await demo.call('POST', `/api/v2/orgs/${org.id}/members`, { body: { id } });
      }
    }
    let running = 0;
    let most = 0;
    const isMembers = (url: string) => /\/(members|owners)$/.test(new URL(url).pathname);
    page.on('request', (request) => {
      if (isMembers(request.url())) most = Math.max(most, ++running);
    });
    page.on('requestfinished', (request) => {
      if (isMembers(request.url())) running--;
    });
    await open('/users');
    await expect(page.getByRole('row', { name: /^nora/ })).toContainText(
      'plant-20 (member), plant-40 (member), plant-60 (member)',
    );
    expect(most).toBeLessThanOrEqual(6);
  },
);

test('who may read no user is told so', demoOnly, async ({ page, open }) => {
  await open('/users', tokens.sensors);
  await expect(
    page.getByRole('heading', { name: 'No user is visible to this credential' }),
  ).toBeVisible();
  await expectAccessible(page);
});
