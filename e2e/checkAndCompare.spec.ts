import { expect, test } from './fixtures';

test('a pasted secret tells what it is, writes only when asked, and is kept nowhere', async ({
  page,
  demo,
  org,
  open,
}) => {
  const bucket = await demo.bucket(org.id, 'airsensors');
  const { token } = await demo.grant(org.id, ['read', 'write'], [bucket.id]);
  await open('/tokens/check');
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v2/write')) writes.push(request.postData() ?? '');
  });
  await page.getByLabel('Secret', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('Valid and active')).toBeVisible();
  await expect(page.getByText('at least read-only')).toBeVisible();
  expect(writes).toEqual([]);
  await page.getByRole('button', { name: /Ask whether it writes/ }).click();
  await expect(page.getByText('at least read/write')).toBeVisible();
  await expect(page.getByText(/: it writes 1\.$/)).toBeVisible();
  expect(writes.join('')).toBe('');
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), location.href]),
  );
  expect(kept).not.toContain(token);
  await page.reload();
  await expect(page.getByLabel('Secret', { exact: true })).toHaveValue('');
});

test('two tokens are compared by keyboard, and the address keeps them', async ({
  page,
  demo,
  org,
  open,
}) => {
  const bucket = await demo.bucket(org.id, 'airsensors');
  const reader = await demo.grant(org.id, ['read'], [bucket.id]);
  await open(`/tokens/compare?a=${reader.id}`);
  await page.getByRole('combobox', { name: 'Second' }).focus();
  await page.keyboard.type('Read and write b');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/b=read-write/);
  await expect(page.getByText('The same access')).toBeVisible();
  await page.reload();
  await expect(page.getByText('The same access')).toBeVisible();
});
