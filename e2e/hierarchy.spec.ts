import { expectAccessible } from './accessible';
import { expect, test } from './fixtures';

async function marked(demo: { call: <T>(method: string, path: string) => Promise<T> }) {
  const { buckets } = await demo.call<{ buckets: { name: string }[] }>(
    'GET',
    '/api/v2/buckets?limit=100',
  );
  const { authorizations } = await demo.call<{ authorizations: { description: string }[] }>(
    'GET',
    '/api/v2/authorizations',
  );
  const names = [
    ...buckets.map(({ name }) => name),
    ...authorizations.map(({ description }) => description),
  ];
  return names.filter((name) => name.startsWith('headgate-demo-'));
}

test('each credential is tried for real, and everything is taken away again', async ({
  page,
  demo,
  org,
  open,
}) => {
  await open('/hierarchy');
  await page.getByRole('combobox', { name: 'Org', exact: true }).click();
  await page.getByRole('option', { name: org.name }).click();
  await page.getByRole('button', { name: 'Make the four credentials' }).click();
  await expect(page.getByText('60 of 60 answers as the permissions predict')).toBeVisible();
  await expect(
    page.getByRole('row', { name: /^Read the server configuration/ }).getByText('denied'),
  ).toHaveCount(3);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Read another bucket by Flux' }).click();
  await page.getByRole('button', { name: 'Show the API call' }).click();
  await expect(page.getByRole('region', { name: 'API call' })).toContainText('from(bucket:');
  await page.getByRole('button', { name: 'Clean up and end' }).click();
  await expect(page.getByRole('button', { name: 'Make the four credentials' })).toBeVisible();
  expect(await marked(demo)).toEqual([]);
});

test(
  'closed in the middle, it is taken away the next time',
  { tag: '@demo' },
  async ({ page, demo, open }) => {
    await open('/hierarchy');
    await page.getByRole('button', { name: 'Make the four credentials' }).click();
    await expect(page.getByText('60 of 60 answers as the permissions predict')).toBeVisible();
    await page.reload();
    await page.getByRole('button', { name: 'Clean up' }).click();
    await expect(page.getByText('An earlier demonstration')).toBeHidden();
    expect(await marked(demo)).toEqual([]);
  },
);

test(
  'a credential that is refused is told, and the others are shown',
  { tag: '@demo' },
  async ({ page, open, fail }) => {
    await open('/hierarchy');
    await expect(page.getByRole('button', { name: 'Make the four credentials' })).toBeVisible();
    await fail(
      'path=/api/v2/authorizations; method=POST; nth=2; status=403; message=no more tokens',
    );
    await page.getByRole('button', { name: 'Make the four credentials' }).click();
    await expect(page.getByText('Not made: no more tokens')).toBeVisible();
    await expect(page.getByText('45 of 45 answers as the permissions predict')).toBeVisible();
    await page.getByRole('button', { name: 'Clean up and end' }).click();
    await expect(page.getByRole('button', { name: 'Make the four credentials' })).toBeVisible();
  },
);
