import type { Page } from 'playwright/test';
import { tokens } from './demoClient';
import { expect, test } from './fixtures';

function orgRow(page: Page, name: string) {
  return page.getByRole('table', { name: 'orgs' }).getByRole('row').filter({ hasText: name });
}

test('all orgs are listed and can be found', async ({ page, open }) => {
  await open('/orgs');
  await expect(page.getByText('2 orgs')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search orgs' }).fill('second');
  await expect(page.getByText('1 of 2 orgs')).toBeVisible();
  await expect(page.getByRole('link', { name: 'factory' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'iot', exact: true })).toHaveCount(0);
});

test('an org is created, renamed, described and deleted', async ({ page, demo, open }) => {
  await open('/orgs');
  await page.getByRole('link', { name: 'Create org' }).click();
  await page.getByLabel('Name').fill('plant');
  await page.getByRole('button', { name: 'Create org' }).click();
  await expect(page.getByRole('heading', { name: 'plant', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Members' })).toContainText('admin');

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Name').fill('plant-2');
  await page.getByLabel('Description').fill('north hall');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'plant-2', level: 1 })).toBeVisible();
  await expect(page.getByText('north hall')).toBeVisible();
  const { orgs } = await demo.call<{ orgs: object[] }>('GET', '/api/v2/orgs?org=plant-2');
  expect(orgs).toEqual([expect.objectContaining({ name: 'plant-2', description: 'north hall' })]);

  await page.getByRole('button', { name: 'Delete org' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete org plant-2' });
  const confirm = dialog.getByRole('button', { name: 'Delete org and data' });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel('Type plant-2 to confirm').fill('plant-2');
  await confirm.click();
  await expect(page).toHaveURL(/\/servers\/demo\/orgs$/);
  await expect(page.getByText('2 orgs')).toBeVisible();
  await expect(orgRow(page, 'plant-2')).toHaveCount(0);
});

test('deleting says with names what goes and what stays', async ({ page, open }) => {
  await open('/orgs');
  await page.getByRole('button', { name: 'Actions for iot' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete org iot' });
  await expect(dialog).toContainText(/4 buckets[^:]*: [^\n]*airsensors/);
  await expect(dialog).toContainText('2 memberships: ');
  await expect(dialog).toContainText('Stays, without an org');
  await expect(dialog).toContainText(/4 tokens: [^\n]*airsensors: read and write/);
  await expect(dialog).toContainText(/1 v1 user: /);
  const confirm = dialog.getByRole('button', { name: 'Delete org and data' });
  await dialog.getByLabel('Type iot to confirm').fill('Iot');
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('link', { name: 'iot', exact: true })).toBeVisible();
});

test('a refused name keeps what was typed, in the server’s words', async ({ page, demo, open }) => {
  await open('/orgs/new');
  await page.getByLabel('Name').fill('iot');
  await page.getByLabel('Description').fill('typed with care');
  await page.getByRole('button', { name: 'Create org' }).click();
  await expect(page.getByText('An org with name iot already exists')).toBeVisible();

  await page.getByLabel('Name').fill('made-meanwhile');
  await demo.call('POST', '/api/v2/orgs', { body: { name: 'made-meanwhile' } });
  await page.getByRole('button', { name: 'Create org' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'organization with name made-meanwhile already exists',
  );
  await expect(page.getByLabel('Name')).toHaveValue('made-meanwhile');
  await expect(page.getByLabel('Description')).toHaveValue('typed with care');
});

test('a credential of one org sees that there may be more', async ({ page, open }) => {
  await open('/orgs', tokens.allAccess);
  await expect(page.getByText('1 org', { exact: true })).toBeVisible();
  await expect(page.getByText('Orgs that this credential does not belong to')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create org' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});
