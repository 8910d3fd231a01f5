import type { Locator, Page } from 'playwright/test';
import { target, tokens } from './demoClient';
import { expect, test } from './fixtures';

/** Presses Tab until the control has the focus: what cannot be reached so fails. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(control).toBeFocused();
}

test('sign in, create a bucket and write to it by keyboard alone', async ({ page, demo, org }) => {
  await page.goto(`servers/${target.id}/orgs/${org.id}/buckets`);
  await tabTo(page, page.getByLabel('Token', { exact: true }));
  await page.keyboard.type(tokens.operator);
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 buckets')).toBeVisible();

  await tabTo(page, page.getByRole('link', { name: 'Create bucket' }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('by-keyboard');
  await tabTo(page, page.getByLabel('Retention', { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('4w2d');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'by-keyboard' })).toBeVisible();

  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Write', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'Line protocol' }));
  await page.keyboard.type('keys,host=a pressed=7i');
  await tabTo(page, page.getByRole('button', { name: 'Write to by-keyboard' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('One point was stored')).toBeVisible();
  const rows = await demo.rows(org.id, 'from(bucket: "by-keyboard") |> range(start: -1h)');
  expect(rows).toEqual([expect.objectContaining({ _value: '7', host: 'a' })]);
});

test('the menu is skipped by its link, and focus is always seen', async ({ page, org, open }) => {
  await open(`/orgs/${org.id}/buckets`);
  await expect(page.getByText('3 buckets')).toBeVisible();
  await page.reload();
  await expect(page.getByText('3 buckets')).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const create = page.getByRole('link', { name: 'Create bucket' });
  await expect(create).toBeFocused();
  const outline = await create.evaluate((element) => {
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    return `${outlineStyle} ${boxShadow}`;
  });
  expect(outline).not.toBe('none none');
});
