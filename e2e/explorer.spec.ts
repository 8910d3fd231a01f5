import type { Page } from 'playwright/test';
import { choose } from './choose';
import { drawnPixels, expectDrawn, legendRow, legendValues } from './chart';
import { expect, test } from './fixtures';

const sensors = ['TLM0100', 'TLM0101', 'TLM0102', 'TLM0103', 'TLM0200', 'TLM0201', 'TLM0202'];

function chart(page: Page) {
  return page.getByRole('figure', { name: 'airSensors' });
}

function result(page: Page) {
  return page.getByRole('region', { name: 'Result', exact: true });
}

function editor(page: Page) {
  return page.getByRole('textbox', { name: 'Flux query' });
}

/** A closed range, so that the live sensors do not move what is compared. */
function closedRange(hours: number): { from: string; to: string; inUrl: string } {
  const end = Math.floor(Date.now() / 60_000) * 60_000 - 120_000;
  const [from, to] = [end - hours * 3_600_000, end].map((ms) => new Date(ms).toISOString());
  return { from: String(from), to: String(to), inUrl: `${from}..${to}` };
}

function address(iot: string, more = ''): string {
  return `/orgs/${iot}/explorer?bucket=airsensors&m=airSensors&f=temperature${more}`;
}

test(
  'airSensors is found by the builder and drawn',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(`/orgs/${iot}/explorer`);
    await page.getByRole('combobox', { name: 'Bucket' }).click();
    await page.getByRole('option', { name: 'airsensors' }).click();
    await page.getByRole('checkbox', { name: 'airSensors' }).check();
    await page.getByRole('checkbox', { name: 'temperature' }).check();
    await expect(chart(page)).toBeVisible();
    await expectDrawn(chart(page));
    const { colours } = await drawnPixels(chart(page));
    expect(colours).toBeGreaterThanOrEqual(8);
    for (const sensor of sensors) await expect(legendRow(page, sensor)).toBeVisible();
    await expect(page).toHaveURL(/bucket=airsensors&m=airSensors&f=temperature/);

    await page.getByRole('button', { name: 'sensor_id' }).click();
    await page.getByRole('checkbox', { name: 'TLM0102' }).check();
    await expect(result(page).getByRole('status')).toContainText(/^1 series/);
    await expect(legendRow(page, 'TLM0100')).toHaveCount(0);
  },
);

for (const [name, fn, window] of [
  ['every point', 'none', ''],
  ['means of a minute', 'mean', '|> aggregateWindow(every: 1m, fn: mean, createEmpty: false)'],
] as const) {
  test(
    `the legend holds the exact values of a direct query: ${name}`,
    { tag: '@demo' },
    async ({ page, demo, iot, open }) => {
      const { from, to, inUrl } = closedRange(2);
      await open(address(iot, `&fn=${fn}&every=1m&range=${inUrl}`));
      await expectDrawn(chart(page));
      const rows = await demo.rows(
        iot,
        `from(bucket: "airsensors") |> range(start: ${from}, stop: ${to})
        |> filter(fn: (r) => r._measurement == "airSensors" and r._field == "temperature") ${window}`,
      );
      for (const sensor of sensors) {
        const values = rows
          .filter((row) => row['sensor_id'] === sensor)
          .map((row) => row['_value']);
        expect(values.length).toBeGreaterThan(100);
        const sorted = [...values].sort((a, b) => Number(a) - Number(b));
        expect(await legendValues(page, sensor)).toEqual([values.at(-1), sorted[0], sorted.at(-1)]);
      }
    },
  );
}

test(
  'a usual range is one click, and the chart follows',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(address(iot));
    await expectDrawn(chart(page));
    await page.getByRole('button', { name: 'Time range: Past hour' }).click();
    await page.getByRole('button', { name: 'Past 7 days' }).click();
    await expect(page.getByRole('button', { name: 'Time range: Past 7 days' })).toBeVisible();
    await expect(page).toHaveURL(/range=7d/);
    await expect(page.getByRole('combobox', { name: 'Window', exact: true })).not.toHaveValue(/5s/);
    await expectDrawn(chart(page));
  },
);

test(
  'a drag over the chart zooms in, a double click goes back',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(address(iot));
    await expectDrawn(chart(page));
    const plot = page.getByRole('slider', { name: 'airSensors: time' });
    const box = (await plot.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const [from, to] = [box.x + box.width * 0.25, box.x + box.width * 0.75];
    await page.mouse.move(from, box.y + 40);
    await page.mouse.down();
    await page.mouse.move((from + to) / 2, box.y + 60);
    await page.mouse.move(to, box.y + 60);
    await page.mouse.up();
    await expect(page).toHaveURL(/range=[^&]+\.\./);
    const [start = '', end = ''] = (new URL(page.url()).searchParams.get('range') ?? '').split(
      '..',
    );
    const minutes = (Date.parse(end) - Date.parse(start)) / 60_000;
    expect(minutes).toBeGreaterThan(29);
    expect(minutes).toBeLessThan(31);
    await expectDrawn(chart(page));

    await plot.dblclick();
    await expect(page.getByRole('button', { name: 'Time range: Past hour' })).toBeVisible();
  },
);

test(
  'the keyboard reads the values of the chart',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(address(iot, '&t=sensor_id%3DTLM0100'));
    const plot = page.getByRole('slider', { name: 'airSensors: time' });
    await plot.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(plot).toHaveAttribute('aria-valuetext', /TLM0100|temperature|\d\.\d/);
  },
);

test(
  'the legend isolates a series and brings all back',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(address(iot));
    await expectDrawn(chart(page));
    const shown = page.getByRole('switch', { checked: true });
    await expect(shown).toHaveCount(8);
    await legendRow(page, 'TLM0103').getByRole('button', { name: 'TLM0103' }).click();
    await expect(shown).toHaveCount(1);
    await legendRow(page, 'TLM0103').getByRole('button', { name: 'TLM0103' }).click();
    await expect(shown).toHaveCount(8);
    await page.getByRole('switch', { name: 'Show TLM0100' }).click();
    await expect(shown).toHaveCount(7);
  },
);

test('no digit of an int64 or of nanoseconds is lost', async ({ page, demo, org, open }) => {
  await demo.write(
    org.id,
    'airsensors',
    'exact,host=a big=9007199254740993i,huge=18446744073709551615u 1700000000123456789',
  );
  await open(
    `/orgs/${org.id}/explorer?bucket=airsensors&m=exact&f=big&f=huge&fn=none&range=2023-11-14T00:00:00.000Z..2023-11-15T00:00:00.000Z`,
  );
  const big = page.getByRole('region', { name: 'Legend' });
  await expect(big.getByTitle('9007199254740993')).not.toHaveCount(0);
  await choose(page, 'View', 'Table');
  const table = page.getByRole('table', { name: 'exact' });
  await expect(table.getByRole('cell', { name: '9007199254740993', exact: true })).toBeVisible();
  await expect(
    table.getByRole('cell', { name: '18446744073709551615', exact: true }),
  ).toBeVisible();
  await expect(table.getByRole('cell', { name: '2023-11-14T22:13:20.123456789Z' })).toHaveCount(2);
});

test(
  'every row of a large raw answer is counted and can be reached',
  { tag: '@demo' },
  async ({ page, demo, iot, open }) => {
    const { from, to } = closedRange(24 * 28);
    const query = `from(bucket: "airsensors") |> range(start: ${from}, stop: ${to})
    |> filter(fn: (r) => r._field == "temperature")`;
    const counts = await demo.rows(iot, `${query} |> count()`);
    const total = counts.reduce((sum, { _value }) => sum + Number(_value), 0);
    expect(total).toBeGreaterThan(100_000);

    await open(`/orgs/${iot}/explorer?view=table`);
    await editor(page).fill(query);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(result(page)).toContainText(`${total.toLocaleString('en')} rows`);
    const table = result(page).getByRole('table');
    await expect(table).toHaveAttribute('aria-rowcount', String(total + 1));
    await result(page).getByRole('region', { name: 'Result: rows' }).focus();
    await page.keyboard.press('End');
    await expect(table.getByRole('rowheader', { name: String(total), exact: true })).toBeVisible();
  },
);

test(
  'a query of one’s own runs by Ctrl+Enter, and an error names its place',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(`/orgs/${iot}/explorer?view=table`);
    await editor(page).fill('import "array"\narray.from(rows: [{a: "from hand", n: 1}])');
    await editor(page).press('Control+Enter');
    await expect(result(page).getByRole('cell', { name: 'from hand' })).toBeVisible();

    const wrong = 'from(bucket: "airsensors")\n  |> range(start: -1h)\n  |> nosuch()';
    await editor(page).fill(wrong);
    await editor(page).press('Control+Enter');
    await expect(result(page).getByRole('alert')).toContainText('undefined identifier nosuch');
    await expect(result(page).getByRole('alert')).toContainText('@3:6-3:12');
    await expect(editor(page)).toContainText('nosuch');

    await editor(page).fill(wrong.replace('nosuch', 'limit(n: 1)').replace('()', ''));
    await editor(page).press('Control+Enter');
    await expect(result(page).getByRole('alert')).toHaveCount(0);
    await expect(result(page)).toContainText('24 rows');
  },
);

test('a link with a query of one’s own waits for Run', async ({ page, org, open }) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('from a link')) sent.push(request.url());
  });
  const query = 'import "array"\narray.from(rows: [{a: "from a link"}])';
  await open(`/orgs/${org.id}/explorer?view=table&q=${encodeURIComponent(query)}`);
  await expect(page.getByText('Not run yet')).toBeVisible();
  expect(sent).toEqual([]);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(result(page).getByRole('cell', { name: 'from a link' })).toBeVisible();
});

test.describe('a slow answer', () => {
  test.use({ expectedErrors: /net::ERR_(FAILED|ABORTED)/ });

  test(
    'can be cancelled, which says so and reaches the server',
    { tag: '@demo' },
    async ({ page, iot, open }) => {
      await open(address(iot));
      await expectDrawn(chart(page));
      // Never answered: the request stays under way until the page gives it up.
      await page.route('**/api/v2/query?**', () => undefined);
      const given = page.waitForEvent('requestfailed');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await expect(result(page).getByRole('heading', { name: 'Cancelled' })).toBeVisible();
      await expect(chart(page)).toHaveCount(0);
      expect((await given).url()).toContain('/api/v2/query');

      await page.unroute('**/api/v2/query?**');
      await result(page).getByRole('button', { name: 'Run again' }).click();
      await expectDrawn(chart(page));
    },
  );
});

test.describe('an answer that breaks off', () => {
  test.use({ expectedErrors: /net::ERR_/ });

  test(
    'is not taken for a whole one',
    { tag: '@demo' },
    async ({ page, context, iot, open, fail, extraHTTPHeaders }) => {
      await open(`/orgs/${iot}/explorer?view=table`);
      await editor(page).fill('from(bucket: "airsensors") |> range(start: -7d)');
      await fail('path=/api/v2/query; cut=200000');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(result(page).getByRole('alert')).toBeVisible();
      await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    },
  );
});

test('an answer without rows says so', { tag: '@demo' }, async ({ page, iot, open }) => {
  await open(address(iot, '&range=2001-01-01T00:00:00.000Z..2001-01-02T00:00:00.000Z'));
  await expect(result(page).getByRole('heading', { name: 'No data in this range' })).toBeVisible();
});

test(
  'the shown call is the query that runs, without a secret',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(address(iot));
    await page.getByRole('button', { name: 'Show the API call' }).click();
    const call = page.getByRole('region', { name: 'API call' });
    await expect(call).toContainText('airSensors');
    await expect(call).not.toContainText('demo-operator-token');
    await expect(call).not.toContainText('v.timeRangeStart');
  },
);
