import type { Locator, Page } from 'playwright/test';
import { expectAccessible } from './accessible';
import type { DemoClient } from './demoClient';
import { tokens } from './demoClient';
import { expect, test } from './fixtures';

interface Made {
  id: string;
  description: string;
  orgID: string;
  permissions: { action: string; resource: { type: string; orgID?: string; id?: string } }[];
}

async function made(demo: DemoClient, description: string): Promise<Made | undefined> {
  const { authorizations } = await demo.call<{ authorizations: Made[] }>(
    'GET',
    '/api/v2/authorizations',
  );
  return authorizations.find((each) => each.description === description);
}

async function removeMade(demo: DemoClient, description: string): Promise<void> {
  const token = await made(demo, description);
  if (token) await demo.call('DELETE', `/api/v2/authorizations/${token.id}`);
}

const grid = (page: Page) => page.getByRole('grid', { name: 'Permissions' });
const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const outlook = (page: Page) => page.getByRole('complementary', { name: 'What it will do' });

/** Presses Tab until the control has the focus: what cannot be reached so fails. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('a token for one bucket and all tasks is made by keyboard alone', async ({
  page,
  demo,
  org,
  open,
}) => {
  const description = `by keyboard ${org.name}`;
  await open(`/tokens/new?org=${org.id}&preset=blank`);
  await expect(grid(page)).toBeVisible();
  await tabTo(page, page.getByLabel('Description'));
  await page.keyboard.type(description);

  // One stop of Tab, which is the first cell: the boxes of Data.
  await tabTo(page, box(page, 'read data'));
  await press(page, 'ArrowDown', 'Home');
  await expect(page.getByRole('button', { name: /^Scope of buckets/ })).toBeFocused();
  await press(page, 'Enter');
  await page.getByRole('menuitemradio', { name: 'Selected…' }).waitFor();
  await press(page, 'ArrowDown', 'Enter');
  const find = page.getByRole('textbox', { name: 'Find buckets' });
  await expect(find).toBeFocused();
  await page.keyboard.type('airsens');
  await expect(page.getByRole('option')).toHaveText(['airsensors']);
  await press(page, 'ArrowDown', 'Enter', 'Escape');
  await expect(page.getByRole('button', { name: 'Add or remove' })).toBeFocused();

  await press(page, 'ArrowUp', 'ArrowRight');
  await expect(box(page, 'read bucket airsensors')).toBeFocused();
  await expect(box(page, 'read bucket airsensors')).toBeChecked();
  await expect(box(page, 'write bucket airsensors')).toBeChecked();
  await press(page, 'ArrowRight', 'Space');
  await expect(box(page, 'write bucket airsensors')).not.toBeChecked();
  await expect(box(page, 'read data')).toBeChecked({ indeterminate: true });

  await page.keyboard.press('Control+Home');
  await expect(box(page, 'read every type shown')).toBeFocused();
  while (
    !(await box(page, 'read tasks in ' + org.name).evaluate((e) => e === document.activeElement))
  )
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await expect(box(page, `read tasks in ${org.name}`)).toBeChecked();
  await expect(box(page, `write tasks in ${org.name}`)).toBeChecked();
  await expect(outlook(page)).toContainText('3 permissions');

  await page.keyboard.press('w');
  await expect(box(page, 'write every type shown')).toBeChecked();
  await page.keyboard.press('w');
  await expect(outlook(page)).toContainText('2 permissions');

  await tabTo(page, page.getByRole('button', { name: 'Create token' }));
  await page.keyboard.press('Enter');
  const secret = page.getByRole('textbox', { name: 'Secret' });
  await expect(secret).toBeVisible();
  const token = await made(demo, description);
  expect(
    token?.permissions.map(({ action, resource: { type, id } }) => [action, type, Boolean(id)]),
  ).toEqual([
    ['read', 'buckets', true],
    ['read', 'tasks', false],
  ]);
  await tabTo(page, page.getByRole('checkbox', { name: 'I have stored it' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Go to the token' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/tokens/${token?.id}$`));
  await removeMade(demo, description);
});

test(
  'a refusal is shown in the server’s words, keeps what was typed, and can be put right',
  { tag: '@demo' },
  async ({ page, demo, iot, open }) => {
    await open(`/tokens/new?org=${iot}&preset=blank&grant=read:buckets`, tokens.allAccess);
    await expect(outlook(page)).toContainText('The server will refuse this');
    await page.getByLabel('Description').fill('too much');
    await page.getByRole('button', { name: 'Create token' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'is not allowed' })).toContainText(
      'permission read:buckets is not allowed: read:buckets is unauthorized',
    );
    await expect(page.getByLabel('Description')).toHaveValue('too much');
    await expect(box(page, 'read buckets in every org')).toBeChecked();
    await page.getByRole('switch', { name: 'Allow every org' }).uncheck();
    await page.getByRole('button', { name: 'Create token' }).click();
    await expect(page.getByRole('textbox', { name: 'Secret' })).toBeVisible();
    expect((await made(demo, 'too much'))?.permissions).toMatchObject([
      { action: 'read', resource: { type: 'buckets', orgID: iot } },
    ]);
  },
);

test.describe('a server that fails', () => {
  test.use({ expectedErrors: /with a status of 503/ });

  test(
    'once: what was ticked is sent again',
    { tag: '@demo' },
    async ({ page, context, iot, open, fail, extraHTTPHeaders }) => {
      await open(`/tokens/new?org=${iot}&preset=all-access`);
      await fail('path=/api/v2/authorizations; method=POST; status=503; message=try later');
      await page.getByRole('button', { name: 'Create token' }).click();
      await expect(page.getByRole('alert').filter({ hasText: 'try later' })).toBeVisible();
      await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
      await expect(outlook(page)).toContainText('43 permissions');
      await page.getByRole('button', { name: 'Create token' }).click();
      await expect(page.getByRole('textbox', { name: 'Secret' })).toBeVisible();
    },
  );
});

test.describe('the secret on plain http', () => {
  test(
    'is selected where the browser does not copy, saved as .env, works, and is kept nowhere',
    { tag: '@demo' },
    async ({ page, demo, iot, open }) => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      });
      const bucket = await demo.bucket(iot, 'airsensors');
      await open(`/tokens/new?bucket=${bucket.id}&preset=telegraf-writer`);
      await page.getByLabel('Description').fill('Telegraf of hall 3');
      await page.getByRole('button', { name: 'Create token' }).click();
      const secret = page.getByRole('textbox', { name: 'Secret' });
      const value = await secret.inputValue();
      await page.getByRole('button', { name: 'Copy secret' }).click();
      await expect(page.getByText(/The browser did not copy/)).toBeVisible();
      const selected = await secret.evaluate((input: HTMLInputElement) => [
        input.selectionStart,
        input.selectionEnd,
      ]);
      expect(selected).toEqual([0, value.length]);
      await expectAccessible(page);

      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download as .env' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe('telegraf-of-hall-3.env');
      const stream = await download.createReadStream();
      let text = '';
      for await (const part of stream) text += String(part);
      expect(text).toBe(`# Telegraf of hall 3\nINFLUX_ORG_ID=${iot}\nINFLUX_TOKEN=${value}\n`);
      await demo.call('POST', `/api/v2/write?org=${iot}&bucket=${bucket.id}`, {
        token: value,
        body: 'made,by=token v=1',
      });

      const kept = await page.evaluate(() =>
        JSON.stringify([
          Object.entries(localStorage),
          Object.entries(sessionStorage),
          location.href,
        ]),
      );
      expect(kept).not.toContain(value);
      await page.getByRole('link', { name: 'Tokens' }).first().click();
      const asks = page.getByRole('dialog', { name: 'Leave without the secret?' });
      await asks.getByRole('button', { name: 'Stay' }).click();
      await expect(secret).toHaveValue(value);
      await page.getByRole('checkbox', { name: 'I have stored it' }).check();
      await page.getByRole('button', { name: 'Go to the token' }).click();
      await expect(page.getByRole('heading', { name: 'Telegraf of hall 3' })).toBeVisible();
      await expect(page.locator('body')).not.toContainText(value);
    },
  );
});

test('a new type of the server has its row by itself', async ({ page, org, open }) => {
  await page.route('**/api/v2/resources', async (route) => {
    const answer = await route.fetch();
    const types = (await answer.json()) as string[];
    await route.fulfill({ response: answer, json: [...types, 'gadgetShapes'] });
  });
  await open(`/tokens/new?org=${org.id}&preset=all-access`);
  await expect(box(page, `read gadget shapes in ${org.name}`)).toBeChecked();
  await expect(outlook(page)).toContainText('45 permissions');
});

test(
  'every type that has a list offers it, and says when there is nothing',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(`/tokens/new?org=${iot}&preset=blank`);
    await expect(grid(page)).toBeVisible();
    const without = ['secrets', 'views', 'documents', 'DBRP mappings', 'orgs', 'users'];
    const menus = await page.getByRole('button', { name: /^Scope of / }).all();
    expect(menus).toHaveLength(22 - without.length);
    for (const menu of menus) {
      await menu.click();
      await page.getByRole('menuitemradio', { name: 'Selected…' }).click();
      const list = page.getByRole('listbox');
      await expect(list).toBeVisible();
      await expect(
        list
          .getByRole('option')
          .first()
          .or(list.getByText(/^No .* matches$/)),
      ).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(list).toHaveCount(0);
      await expect(page.getByRole('menu')).toHaveCount(0);
    }
  },
);

test.describe('narrow', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test(
    'the table fits, and a token is made by touch',
    { tag: '@demo' },
    async ({ page, iot, open }) => {
      await open(`/tokens/new?org=${iot}&preset=grafana-reader`);
      await page.getByRole('button', { name: 'Choose buckets' }).click();
      await page.getByRole('option', { name: 'airsensors' }).click();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(box(page, 'read bucket airsensors')).toBeInViewport({ ratio: 1 });
      await page.getByRole('button', { name: 'Create token' }).click();
      await expect(page.getByRole('textbox', { name: 'Secret' })).toBeInViewport();
    },
  );
});
