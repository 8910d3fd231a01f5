import type { Page } from 'playwright/test';
import { choose } from './choose';
import { expect, test } from './fixtures';

const sampleLines = `airSensors,sensor_id=TLM0201 temperature=73.97038159354763,humidity=35.23103248356096,co=0.48445310567793615
airSensors,sensor_id=TLM0202 temperature=75.30007505999716,humidity=35.651929918691714,co=0.5141876544505826
`;

function lines(page: Page) {
  return page.getByRole('textbox', { name: 'Line protocol' });
}

function isWrite(request: { url: () => string }): boolean {
  return request.url().includes('/api/v2/write');
}

test(
  'two sample lines are written and charted beside the live sensors',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(`/orgs/${iot}`);
    await page.getByRole('link', { name: 'Write line protocol' }).click();
    await page.getByRole('combobox', { name: 'Bucket' }).click();
    await page.getByRole('option', { name: 'airsensors' }).click();
    await page.getByRole('button', { name: 'Insert two sample lines' }).click();
    await expect(lines(page)).toHaveValue(sampleLines);
    await expect(page.getByText('2 points · 6 field values')).toBeVisible();
    await page.getByRole('button', { name: 'Write to airsensors' }).click();
    await expect(page.getByText('2 points were stored')).toBeVisible();

    await page.getByRole('link', { name: 'Explore airsensors' }).click();
    await page.getByRole('checkbox', { name: 'airSensors' }).check();
    await page.getByRole('checkbox', { name: 'temperature' }).check();
    await page.getByRole('combobox', { name: 'Function of each window' }).click();
    await page.getByRole('option', { name: 'none: every point' }).click();
    const legend = page.getByRole('region', { name: 'Legend' });
    const written = legend.getByRole('row', { name: /TLM0202/ });
    await expect(written.getByTitle('75.30007505999716')).not.toHaveCount(0);
    await expect(legend.getByRole('row', { name: /TLM0201/ })).toBeVisible();
    await expect(legend.getByRole('row', { name: /TLM0100/ })).toBeVisible();
  },
);

test('Windows line ends of a file are converted before they are sent', async ({
  page,
  org,
  open,
}) => {
  await open(`/orgs/${org.id}/write?bucket=airsensors`);
  await page.getByLabel('File of line protocol').setInputFiles({
    name: 'windows.lp',
    mimeType: 'text/plain',
    buffer: Buffer.from('crlf,host=a v=1\r\ncrlf,host=b v=2\r\n'),
  });
  await expect(page.getByText('Windows line ends are sent as plain line feeds')).toBeVisible();
  const sending = page.waitForRequest(isWrite);
  await page.getByRole('button', { name: 'Write to airsensors' }).click();
  expect((await sending).postData()).toBe('crlf,host=a v=1\ncrlf,host=b v=2\n');
  await expect(page.getByText('2 points were stored')).toBeVisible();
});

test('a bad line is named before it is sent, and in the server’s words after', async ({
  page,
  demo,
  org,
  open,
}) => {
  await open(`/orgs/${org.id}/write?bucket=airsensors`);
  await lines(page).fill('good v=1\nbroken\n');
  const before = page.getByRole('alert');
  await expect(before).toContainText('One line would be refused');
  await expect(before).toContainText('Line 2 missing fields: broken');

  await page.getByRole('button', { name: 'Write to airsensors' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was stored' })).toContainText(
    `unable to parse 'broken': missing fields`,
  );
  await expect(lines(page)).toHaveValue('good v=1\nbroken\n');
  const found = await demo.rows(
    org.id,
    'from(bucket: "airsensors") |> range(start: -1h) |> filter(fn: (r) => r._measurement == "good")',
  );
  expect(found).toEqual([]);

  await page.getByRole('button', { name: 'Line 2' }).click();
  await page.keyboard.type('mended v=2');
  await expect(lines(page)).toHaveValue('good v=1\nmended v=2\n');
  await page.getByRole('button', { name: 'Write to airsensors' }).click();
  await expect(page.getByText('2 points were stored')).toBeVisible();
});

test('a measurement that no query would find is warned of', async ({ page, org, open }) => {
  await open(`/orgs/${org.id}/write?bucket=airsensors`);
  await lines(page).fill(String.raw`a\=b v=1`);
  await expect(page.getByText('The server would accept this, but look again')).toBeVisible();
  await expect(page.getByText('no query will find it')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write to airsensors' })).toBeEnabled();
});

test('a partial write says what the server dropped', async ({ page, demo, org, open }) => {
  await demo.write(org.id, 'airsensors', 'typed v=1');
  await open(`/orgs/${org.id}/write?bucket=airsensors`);
  await lines(page).fill('typed v=2i\ntyped w=1');
  await page.getByRole('button', { name: 'Write to airsensors' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('Only a part was stored');
  await expect(alert).toContainText(
    'field type conflict: input field "v" on measurement "typed" is type integer, already exists as type float dropped=1',
  );
});

test('the precision is sent, and a time in 1970 is doubted', async ({ page, org, open }) => {
  await open(`/orgs/${org.id}/write?bucket=airsensors`);
  const seconds = Math.floor(Date.now() / 1000);
  await lines(page).fill(`times v=1 ${seconds}`);
  await expect(page.getByText('Is the precision really ns?')).toBeVisible();
  await choose(page, 'Precision of timestamps', 's');
  await expect(page.getByText('Is the precision really')).toHaveCount(0);
  await expect(page).toHaveURL(/precision=s/);
  const sending = page.waitForRequest(isWrite);
  await page.getByRole('button', { name: 'Write to airsensors' }).click();
  expect(new URL((await sending).url()).searchParams.get('precision')).toBe('s');
  await expect(page.getByText('One point was stored')).toBeVisible();
});

test('a token that may only read is refused in the server’s words', async ({
  page,
  demo,
  org,
  open,
}) => {
  const bucket = await demo.bucket(org.id, 'airsensors');
  const { token } = await demo.grant(org.id, ['read'], [bucket.id]);
  await open(`/orgs/${org.id}/write?bucket=airsensors`, token);
  await lines(page).fill('m v=1');
  await page.getByRole('button', { name: 'Write to airsensors' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was stored');
  await expect(page.getByRole('alert')).toContainText('insufficient permissions for write');
});

test('a write-only token is asked for org and bucket, and writes', async ({
  page,
  demo,
  org,
  open,
}) => {
  const bucket = await demo.bucket(org.id, 'airsensors');
  const { token } = await demo.grant(org.id, ['write'], [bucket.id]);
  await open('', token);
  await expect(page.getByRole('heading', { name: 'This credential sees no org' })).toBeVisible();
  await page.getByLabel('Org', { exact: true }).fill(org.name);
  await page.getByLabel('Bucket', { exact: true }).fill('airsensors');
  await page.getByRole('button', { name: 'Write line protocol' }).click();
  await lines(page).fill('blind v=1');
  await page.getByRole('button', { name: 'Write to airsensors' }).click();
  await expect(page.getByText('One point was stored')).toBeVisible();
});
