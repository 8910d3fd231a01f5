import type { Page } from 'playwright/test';
import { choose } from './choose';
import { expectDrawn, legendValues } from './chart';
import { v1User } from './demoClient';
import { expect, test } from './fixtures';

async function enter(page: Page, path: string) {
  const returnTo = new URLSearchParams({ returnTo: `/servers/demo/databases/ts-bucket${path}` });
  await page.goto(`servers/demo/sign-in?${returnTo.toString()}`);
  await page.getByRole('button', { name: 'v1 user influxv1' }).click();
  await expect(page.getByRole('button', { name: 'Signed in as' })).toContainText('v1 user');
}

const basic = `Basic ${Buffer.from(`${v1User.username}:${v1User.password}`).toString('base64')}`;

interface InfluxqlAnswer {
  results: { series?: { tags?: Record<string, string>; values: [number, number][] }[] }[];
}

test(
  'a v1 user explores a database by InfluxQL, with exact values',
  { tag: '@demo' },
  async ({ page, request }) => {
    const to = Math.floor(Date.now() / 60_000) * 60_000 - 600_000;
    const from = to - 6 * 3_600_000;
    const range = `${new Date(from).toISOString()}..${new Date(to).toISOString()}`;
    await enter(page, `/explorer?fn=none&range=${range}`);
    await page.getByRole('checkbox', { name: 'power' }).check();
    await page.getByRole('checkbox', { name: 'kilowatts' }).check();
    const figure = page.getByRole('figure', { name: 'power' });
    await expectDrawn(figure);
    await expect(page.getByRole('textbox', { name: 'InfluxQL query' })).toContainText('kilowatts');

    const q = `SELECT kilowatts FROM power WHERE time >= ${from}ms AND time < ${to}ms GROUP BY *`;
    const answer = await request.get('proxy/demo/query', {
      params: { db: 'ts-bucket', q, epoch: 'ns' },
      headers: { Authorization: basic },
    });
    const { results } = (await answer.json()) as InfluxqlAnswer;
    const series = results[0]?.series ?? [];
    expect(series).toHaveLength(2);
    for (const { tags, values } of series) {
      const numbers = values.map(([, value]) => value);
      expect(await legendValues(page, tags?.['meter'] ?? '')).toEqual(
        [numbers.at(-1), Math.min(...numbers), Math.max(...numbers)].map(String),
      );
    }
  },
);

test(
  'InfluxQL of one’s own runs, and an error is the server’s',
  { tag: '@demo' },
  async ({ page }) => {
    await enter(page, '/explorer?view=table');
    const editor = page.getByRole('textbox', { name: 'InfluxQL query' });
    const result = page.getByRole('region', { name: 'Result', exact: true });
    await editor.fill('SHOW MEASUREMENTS');
    await editor.press('Control+Enter');
    await expect(result.getByRole('cell', { name: 'power' })).toBeVisible();

    await editor.fill('SELECT FROM power');
    await editor.press('Control+Enter');
    await expect(result.getByRole('alert')).toContainText(
      'failed to parse query: found FROM, expected identifier, string, number, bool at line 1, char 8',
    );
  },
);

test(
  'a v1 user writes by the 1.x path, and sees what was written',
  { tag: '@demo' },
  async ({ page }) => {
    await enter(page, '/write');
    await page.getByRole('textbox', { name: 'Line protocol' }).fill('by_v1,host=a v=42.5');
    const sending = page.waitForRequest((request) => request.url().includes('/write?'));
    await page.getByRole('button', { name: 'Write to ts-bucket' }).click();
    const url = new URL((await sending).url());
    expect(url.pathname).toBe('/proxy/demo/write');
    expect(url.searchParams.get('db')).toBe('ts-bucket');
    expect(url.search).not.toContain(v1User.password);
    await expect(page.getByText('One point was stored')).toBeVisible();

    await page.getByRole('link', { name: 'Explore ts-bucket' }).click();
    await page.getByRole('checkbox', { name: 'by_v1' }).check();
    await page.getByRole('checkbox', { name: 'v', exact: true }).check();
    await choose(page, 'View', 'Table');
    const result = page.getByRole('region', { name: 'Result', exact: true });
    await expect(result.getByRole('cell', { name: '42.5' })).toBeVisible();
  },
);

test(
  'an address of an org tells a v1 user that it is not for them',
  { tag: '@demo' },
  async ({ page, iot }) => {
    await enter(page, '/explorer');
    await page.goto(`servers/demo/orgs/${iot}/buckets`);
    await expect(
      page.getByRole('heading', { name: 'A v1 user cannot open this page' }),
    ).toBeVisible();
    await page.getByRole('link', { name: 'To the databases' }).click();
    await expect(page).toHaveURL(/\/databases\/ts-bucket\/explorer/);
  },
);
