import type { Page } from 'playwright/test';
import { admin, tokens } from './demoClient';
import { expect, test } from './fixtures';

function orgRow(page: Page, name: string) {
  return page.getByRole('table', { name: 'orgs' }).getByRole('row').filter({ hasText: name });
}

test('all orgs are listed and can be found', { tag: '@demo' }, async ({ page, open }) => {
  await open('/orgs');
  await expect(page.getByText('2 orgs')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search orgs' }).fill('second');
  await expect(page.getByText('1 of 2 orgs')).toBeVisible();
  await expect(page.getByRole('link', { name: 'factory' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'iot', exact: true })).toHaveCount(0);
});

test('an org is created, renamed, described and deleted', async ({ page, demo, org, open }) => {
  const [before, after] = [`${org.name}-before`, `${org.name}-after`];
  await open('/orgs');
  await page.getByRole('link', { name: 'Create org' }).click();
  await page.getByLabel('Name').fill(before);
  await page.getByRole('button', { name: 'Create org' }).click();
  await expect(page.getByRole('heading', { name: before, level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Members' })).toContainText(admin.username);

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Name').fill(after);
  await page.getByLabel('Description').fill('north hall');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: after, level: 1 })).toBeVisible();
  await expect(page.getByText('north hall')).toBeVisible();
  const { orgs } = await demo.call<{ orgs: object[] }>('GET', `/api/v2/orgs?org=${after}`);
  expect(orgs).toEqual([expect.objectContaining({ name: after, description: 'north hall' })]);

  await page.getByRole('button', { name: 'Delete org' }).click();
  const dialog = page.getByRole('dialog', { name: `Delete org ${after}` });
  const confirm = dialog.getByRole('button', { name: 'Delete org and data' });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(`Type ${after} to confirm`).fill(after);
  await confirm.click();
  await expect(page).toHaveURL(/\/orgs$/);
  await expect(orgRow(page, org.name)).toBeVisible();
  await expect(orgRow(page, after)).toHaveCount(0);
});

test(
  'deleting says with names what goes and what stays',
  { tag: '@demo' },
  async ({ page, open }) => {
    await open('/orgs');
    await page.getByRole('button', { name: 'Actions for iot' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete org iot' });
    await expect(dialog).toContainText(/4 buckets[^:]*: [^\n]*airsensors/);
    await expect(dialog).toContainText('2 memberships: ');
    await expect(dialog).toContainText('Stays, without an org');
    await expect(dialog).toContainText(/6 tokens: [^\n]*airsensors: read and write/);
    await expect(dialog).toContainText(/1 v1 user: /);
    const confirm = dialog.getByRole('button', { name: 'Delete org and data' });
    await dialog.getByLabel('Type iot to confirm').fill('Iot');
    await expect(confirm).toBeDisabled();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('link', { name: 'iot', exact: true })).toBeVisible();
  },
);

test('a refused name keeps what was typed, in the server’s words', async ({
  page,
  demo,
  org,
  open,
}) => {
  const name = `${org.name}-meanwhile`;
  await open('/orgs/new');
  await page.getByLabel('Name').fill(org.name);
  await page.getByLabel('Description').fill('typed with care');
  await page.getByRole('button', { name: 'Create org' }).click();
  await expect(page.getByText(`An org with name ${org.name} already exists`)).toBeVisible();

  await page.getByLabel('Name').fill(name);
  const made = await demo.call<{ id: string }>('POST', '/api/v2/orgs', { body: { name } });
  await page.getByRole('button', { name: 'Create org' }).click();
  await expect(page.getByRole('alert')).toContainText(
    `organization with name ${name} already exists`,
  );
  await expect(page.getByLabel('Name')).toHaveValue(name);
  await expect(page.getByLabel('Description')).toHaveValue('typed with care');
  await demo.call('DELETE', `/api/v2/orgs/${made.id}`);
});

test(
  'a credential of one org sees that there may be more',
  { tag: '@demo' },
  async ({ page, open }) => {
    await open('/orgs', tokens.allAccess);
    await expect(page.getByText('1 org', { exact: true })).toBeVisible();
    await expect(page.getByText('Orgs that this credential does not belong to')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Create org' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
);
