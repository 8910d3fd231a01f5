import type { Page, Request } from 'playwright/test';
import type { DemoClient } from './demoClient';
import { tokens } from './demoClient';
import { expect, test } from './fixtures';

const many = 127;

/** With `airsensors` and two system buckets, 130. */
async function addMany(demo: DemoClient, orgID: string): Promise<string[]> {
  const names = Array.from({ length: many }, (_, i) => `plant-${String(i + 1).padStart(3, '0')}`);
  const made = await Promise.all(
    names.map((name, i) => demo.createBucket(orgID, name, 3600 * (i + 1))),
  );
  return made.map(({ id }) => id);
}

function table(page: Page) {
  return page.getByRole('table', { name: 'buckets' });
}

function search(page: Page) {
  return page.getByRole('searchbox', { name: 'Search buckets' });
}

function isPatch(request: Request): boolean {
  return request.method() === 'PATCH';
}

test('130 buckets: all are counted, found, sorted, and the address keeps it', async ({
  page,
  demo,
  org,
  open,
}) => {
  await addMany(demo, org.id);
  await open(`/orgs/${org.id}/buckets`);
  await expect(page.getByText('130 buckets')).toBeVisible();
  await expect(table(page)).toHaveAttribute('aria-rowcount', '132');

  await search(page).fill('plant-12');
  await expect(page.getByText('8 of 130 buckets')).toBeVisible();
  await expect(table(page).getByRole('link').first()).toHaveText('plant-120');
  await page.getByRole('columnheader', { name: 'Retention' }).getByRole('button').click();
  await page.getByRole('columnheader', { name: 'Retention' }).getByRole('button').click();
  await expect(table(page).getByRole('link').first()).toHaveText('plant-127');
  await expect(page).toHaveURL(/q=plant-12&sort=-retention/);

  await page.reload();
  await expect(search(page)).toHaveValue('plant-12');
  await expect(page.getByText('8 of 130 buckets')).toBeVisible();
  await expect(table(page).getByRole('link').first()).toHaveText('plant-127');
  await page.getByRole('link', { name: 'plant-125' }).click();
  await expect(page.getByRole('heading', { name: 'plant-125' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('8 of 130 buckets')).toBeVisible();
});

test('the last of 130 buckets is reached by scrolling and by keyboard', async ({
  page,
  demo,
  org,
  open,
}) => {
  await addMany(demo, org.id);
  await open(`/orgs/${org.id}/buckets`);
  const first = page.getByRole('link', { name: 'airsensors' });
  await first.focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('link', { name: '_tasks' })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'plant-001' })).toBeFocused();
});

test('a token that may read only the 120th bucket sees exactly it', async ({
  page,
  demo,
  org,
  open,
}) => {
  const ids = await addMany(demo, org.id);
  const { token } = await demo.grant(org.id, ['read'], [ids[119] ?? '']);
  await open(`/orgs/${org.id}/buckets`, token);
  await expect(page.getByText('1 bucket', { exact: true })).toBeVisible();
  await expect(table(page).getByRole('link')).toHaveText(['plant-120']);
});

test('a bucket with a free retention is created, and its call is shown without a secret', async ({
  page,
  demo,
  org,
  open,
}) => {
  await open(`/orgs/${org.id}/buckets`);
  await page.getByRole('link', { name: 'Create bucket' }).click();
  await page.getByLabel('Name').fill('four-weeks');
  await page.getByLabel('Retention', { exact: true }).fill('4w2d');
  await expect(page.getByText('= 720 h')).toBeVisible();
  await page.getByRole('button', { name: 'Show the API call' }).click();
  const call = page.getByRole('region', { name: 'API call' });
  const language = page.getByRole('radiogroup', { name: 'Language' });
  for (const [name, sign] of [
    ['curl', '$INFLUX_TOKEN'],
    ['influx CLI', 'influx bucket create'],
    ['Python', 'INFLUX_TOKEN'],
    ['JavaScript', 'INFLUX_TOKEN'],
  ] as const) {
    await language.getByText(name, { exact: true }).click();
    await expect(call).toContainText(sign);
    await expect(call).toContainText('four-weeks');
    await expect(call).not.toContainText(tokens.operator);
  }

  await page.getByRole('button', { name: 'Create bucket' }).click();
  await expect(page.getByRole('heading', { name: 'four-weeks' })).toBeVisible();
  const bucket = await demo.bucket(org.id, 'four-weeks');
  expect(bucket.retentionRules[0]).toMatchObject({ everySeconds: 2_592_000 });
  await page.getByRole('button', { name: 'Show the API call that ran' }).click();
  await expect(page.getByRole('region', { name: 'API call' })).toContainText('2592000');
});

test('shrinking the retention sends the shard duration with it', async ({
  page,
  demo,
  org,
  open,
}) => {
  const { id } = await demo.createBucket(org.id, 'shrinking', 0);
  await open(`/orgs/${org.id}/buckets/${id}`);
  await page.getByRole('link', { name: 'Edit' }).click();
  const retention = page.getByRole('group', { name: 'Retention: usual values' });
  await retention.getByRole('button', { name: '1d', exact: true }).click();
  await expect(page.getByLabel('Retention', { exact: true })).toHaveValue('1d');
  await expect(page.getByText('does not fit: becomes 1h')).toBeVisible();
  const sending = page.waitForRequest(isPatch);
  await page.getByRole('button', { name: 'Save' }).click();
  expect((await sending).postDataJSON()).toEqual({
    retentionRules: [{ type: 'expire', everySeconds: 86_400, shardGroupDurationSeconds: 3600 }],
  });
  await expect
    .poll(async () => (await demo.bucket(org.id, 'shrinking')).retentionRules[0])
    .toMatchObject({ everySeconds: 86_400, shardGroupDurationSeconds: 3600 });
});

test('name and retention go as two requests, and nothing is sent when nothing changed', async ({
  page,
  demo,
  org,
  open,
}) => {
  const { id } = await demo.createBucket(org.id, 'before', 86_400);
  const sent: unknown[] = [];
  page.on('request', (request) => {
    if (isPatch(request)) sent.push(request.postDataJSON());
  });
  await open(`/orgs/${org.id}/buckets/${id}/edit`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'before', exact: true })).toBeVisible();
  expect(sent).toEqual([]);

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Name').fill('after');
  await page.getByLabel('Retention', { exact: true }).fill('7d');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'after', exact: true })).toBeVisible();
  expect(sent).toEqual([
    { name: 'after' },
    {
      retentionRules: [{ type: 'expire', everySeconds: 604_800, shardGroupDurationSeconds: 3600 }],
    },
  ]);
});

test('a refused name keeps what was typed and shows the server’s words', async ({
  page,
  demo,
  org,
  open,
}) => {
  await open(`/orgs/${org.id}/buckets/new`);
  await page.getByLabel('Name').fill('airsensors');
  await page.getByLabel('Description').fill('typed with care');
  await page.getByLabel('Retention', { exact: true }).fill('4w2d');
  await expect(page.getByText('A bucket with name airsensors already exists')).toBeVisible();

  await page.getByLabel('Name').fill('made-meanwhile');
  await demo.createBucket(org.id, 'made-meanwhile');
  await page.getByRole('button', { name: 'Create bucket' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'bucket with name made-meanwhile already exists',
  );
  await expect(page.getByLabel('Name')).toHaveValue('made-meanwhile');
  await expect(page.getByLabel('Description')).toHaveValue('typed with care');
  await expect(page.getByLabel('Retention', { exact: true })).toHaveValue('4w2d');
});

test(
  'a bucket is deleted by its typed name, and what hangs on it is named',
  { tag: '@demo' },
  async ({ page, demo, iot, open }) => {
    await open(`/orgs/${iot}/buckets`);
    await page.getByRole('button', { name: 'Actions for ts-bucket' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete bucket ts-bucket' });
    await expect(dialog).toContainText('Points of power');
    await expect(dialog).toContainText('1.x clients lose the database ts-bucket');
    await expect(dialog).toContainText('ts-bucket: read and write');
    await expect(dialog).toContainText(/1 v1 user names it and stays/);
    const confirm = dialog.getByRole('button', { name: 'Delete bucket and data' });
    await dialog.getByLabel('Type ts-bucket to confirm').fill('ts-bucke');
    await expect(confirm).toBeDisabled();
    await dialog.getByLabel('Type ts-bucket to confirm').fill('ts-bucket');
    await confirm.click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('3 buckets')).toBeVisible();
    await expect(page.getByRole('link', { name: 'ts-bucket' })).toHaveCount(0);
    await expect(demo.bucket(iot, 'ts-bucket')).rejects.toThrow(': 404 ');
  },
);

test('system buckets stand apart and cannot be deleted or renamed', async ({ page, org, open }) => {
  await open(`/orgs/${org.id}/buckets`);
  await expect(page.getByRole('row', { name: 'System buckets' })).toBeVisible();
  await page.getByRole('button', { name: 'Actions for _monitoring' }).click();
  await expect(page.getByRole('menuitem', { name: /Delete.*a system bucket/ })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: '_monitoring' }).click();
  await expect(page.getByText('InfluxDB keeps this bucket for itself')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete bucket' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByLabel('Name')).toBeDisabled();
});

test.describe('a server that fails', () => {
  // React prints what its error boundaries catch.
  test.use({ expectedErrors: /with a status of 503|^HttpError: the engine is closed/ });

  test(
    'is shown with its words, and Try again works once it is well',
    { tag: '@demo' },
    async ({ page, context, iot, open, fail, extraHTTPHeaders }) => {
      await open(`/orgs/${iot}/write`);
      await fail('path=/api/v2/buckets; status=503; message=the engine is closed');
      await page.goto(`servers/demo/orgs/${iot}/buckets`);
      await expect(page.getByRole('alert')).toContainText('The server failed');
      await expect(page.getByRole('alert')).toContainText('the engine is closed');
      await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByText('4 buckets')).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    },
  );
});

test.describe('a connection that breaks', () => {
  test.use({ expectedErrors: /net::ERR_FAILED/ });

  test('is said to be the gateway’s, and Try again works', async ({ page, org, open }) => {
    await open(`/orgs/${org.id}/buckets/new`);
    await page.route('**/api/v2/buckets**', (route) => route.abort());
    await page.getByLabel('Name').fill('later');
    await page.getByRole('button', { name: 'Create bucket' }).click();
    await expect(page.getByRole('alert')).toContainText('The gateway does not answer');
    await page.unroute('**/api/v2/buckets**');
    await page.getByRole('button', { name: 'Create bucket' }).click();
    await expect(page.getByRole('heading', { name: 'later' })).toBeVisible();
  });
});
