import type { Page } from 'playwright/test';
import type { DemoClient } from './demoClient';
import { target } from './demoClient';
import { expect, test } from './fixtures';

interface Mapping {
  id: string;
  database: string;
  retention_policy: string;
  default: boolean;
  virtual: boolean;
}

async function stored(demo: DemoClient, orgID: string): Promise<Mapping[]> {
  const { content } = await demo.call<{ content: Mapping[] }>(
    'GET',
    `/api/v2/dbrps?orgID=${orgID}`,
  );
  return content.filter(({ virtual }) => !virtual);
}

const table = (page: Page) => page.getByRole('table', { name: 'mappings' });

test('a bucket is mapped from its page in one click, and the tester and the server agree', async ({
  page,
  demo,
  org,
  open,
}) => {
  const { id } = await demo.createBucket(org.id, 'plant');
  await open(`/orgs/${org.id}/buckets/${id}`);
  await page.getByRole('link', { name: 'Map a database' }).click();
  await expect(page.getByRole('textbox', { name: 'Database' })).toHaveValue('plant');
  await page.getByRole('textbox', { name: 'Database' }).fill('old-name');
  await expect(page.getByRole('note')).toContainText('db=old-name without rp leads to plant');
  await page.getByRole('button', { name: 'Create mapping' }).click();
  await expect(page.getByRole('heading', { name: 'old-name/autogen' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show the API call that ran' })).toBeVisible();

  await page.goto(`servers/${target.id}/orgs/${org.id}/dbrps`);
  await page.getByRole('combobox', { name: 'Database' }).fill('old-name');
  await page.keyboard.press('Escape');
  const outcome = page.getByRole('status', { name: 'Where it lands' });
  await expect(outcome).toContainText('POST /write?db=old-name lands in bucket plant');
  await expect(page).toHaveURL(/db=old-name/);
  expect(await stored(demo, org.id)).toMatchObject([{ database: 'old-name', default: true }]);

  const token = await demo.grant(org.id, ['read', 'write'], [id]);
  await demo.call('POST', '/write?db=old-name&precision=s', { token: token.token, body: 'm v=1' });
  await expect
    .poll(() => demo.rows(org.id, 'from(bucket: "plant") |> range(start: -1h)'))
    .toHaveLength(1);
});

test('the default moves as it was said before', async ({ page, demo, org, open }) => {
  const [a, b] = [await demo.createBucket(org.id, 'a'), await demo.createBucket(org.id, 'b')];
  const add = (bucketID: string, rp: string) =>
    demo.call<Mapping>('POST', '/api/v2/dbrps', {
      body: { orgID: org.id, bucketID, database: 'db', retention_policy: rp },
    });
  await add(a.id, 'raw');
  const { id } = await add(b.id, 'daily');
  await open(`/orgs/${org.id}/dbrps/${id}`);
  await page.getByRole('checkbox', { name: /^Default/ }).check();
  const note = page.getByRole('note');
  await expect(note).toContainText('db=db without rp leads to b, no longer to a');
  await expect(note).toContainText('The default of db moves from raw to daily.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Show the API call that ran' })).toBeVisible();
  expect(
    (await stored(demo, org.id)).map(
      ({ retention_policy: rp, default: isDefault }) => `${rp} ${isDefault}`,
    ),
  ).toEqual(['raw false', 'daily true']);

  await page.getByRole('button', { name: 'Delete mapping' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete mapping db/daily' });
  await expect(dialog).toContainText('db=db without rp leads to a, no longer to b');
  await expect(dialog).toContainText('db=db&rp=daily is found no more; it led to b');
  const confirm = dialog.getByRole('button', { name: 'Delete mapping' });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel('Type db/daily to confirm').fill('db/daily');
  await confirm.click();
  await expect(page).toHaveURL(/\/dbrps$/);
  expect(await stored(demo, org.id)).toMatchObject([{ retention_policy: 'raw', default: true }]);
});

test('a computed mapping is never changed or deleted', async ({ page, org, open }) => {
  await open(`/orgs/${org.id}/dbrps`);
  await table(page).getByRole('button', { name: 'Actions for airsensors/autogen' }).click();
  await expect(page.getByRole('menuitem', { name: /^Delete/ })).toBeDisabled();
  await expect(page.getByRole('menuitem', { name: /^Edit/ })).toBeDisabled();
});

test('a mapping that somebody else made meanwhile is a conflict, and what was typed stays', async ({
  page,
  demo,
  org,
  open,
}) => {
  const { id } = await demo.bucket(org.id, 'airsensors');
  await open(`/orgs/${org.id}/dbrps/new?bucket=${id}`);
  await page.getByRole('textbox', { name: 'Database' }).fill('meanwhile');
  await demo.call('POST', '/api/v2/dbrps', {
    body: { orgID: org.id, bucketID: id, database: 'meanwhile', retention_policy: 'autogen' },
  });
  await page.getByRole('button', { name: 'Create mapping' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'another DBRP mapping with same orgID, db, and rp exists',
  );
  await expect(page.getByRole('textbox', { name: 'Database' })).toHaveValue('meanwhile');
});

test.describe('a server that fails', () => {
  test.use({ expectedErrors: /with a status of 503/ });

  test(
    'keeps the form, and sends it again when it is well',
    { tag: '@demo' },
    async ({ page, context, demo, iot, open, fail, extraHTTPHeaders }) => {
      const { id } = await demo.bucket(iot, 'airsensors');
      await open(`/orgs/${iot}/dbrps/new?bucket=${id}`);
      await page.getByRole('textbox', { name: 'Database' }).fill('later');
      await fail('path=/api/v2/dbrps; method=POST; status=503; message=the store is closed');
      await page.getByRole('button', { name: 'Create mapping' }).click();
      await expect(page.getByRole('alert')).toContainText('the store is closed');
      await expect(page.getByRole('textbox', { name: 'Database' })).toHaveValue('later');
      await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
      await page.getByRole('button', { name: 'Create mapping' }).click();
      await expect(page.getByRole('heading', { name: 'later/autogen' })).toBeVisible();
    },
  );
});
