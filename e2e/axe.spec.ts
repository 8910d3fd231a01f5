import { expectAccessible } from './accessible';
import { expectDrawn } from './chart';
import { areas } from './everyPage';
import { expect, test } from './fixtures';

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} pages`, () => {
    test.use({ colorScheme, viewport: wide });

    test('sign-in, with a refusal', { tag: '@demo' }, async ({ page }) => {
      await page.goto('');
      await expect(page.getByText('InfluxDB 2.9.1 · healthy')).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel('Token', { exact: true }).fill('wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize(narrow);
      await expectAccessible(page);
    });

    for (const [area, paths] of Object.entries(areas)) {
      test(
        `${area}, as an operator sees them`,
        { tag: '@demo' },
        async ({ page, demo, iot, open }) => {
          const bucket = await demo.bucket(iot, 'airsensors');
          await open('/orgs/new');
          for (const [path, heading] of paths(iot, bucket.id)) {
            await page.goto(`servers/demo${path}`);
            await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
            await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
            await expectAccessible(page);
          }
        },
      );
    }

    test('explorer: chart, table and a failure', { tag: '@demo' }, async ({ page, iot, open }) => {
      await open(`/orgs/${iot}/explorer?bucket=airsensors&m=airSensors&f=temperature`);
      await expectDrawn(page.getByRole('figure', { name: 'airSensors' }));
      await expectAccessible(page);
      await page.setViewportSize(narrow);
      await expectAccessible(page);
      await page.setViewportSize(wide);
      await page.getByRole('radiogroup', { name: 'View' }).getByText('Table').click();
      await expect(page.getByRole('table', { name: 'airSensors' })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('textbox', { name: 'Flux query' }).fill('nosuch()');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('alert')).toBeVisible();
      await expectAccessible(page);
    });

    test('write: problems and outcomes', { tag: '@demo' }, async ({ page, iot, open }) => {
      await open(`/orgs/${iot}/write?bucket=airsensors`);
      await page.getByRole('textbox', { name: 'Line protocol' }).fill('broken\na\\=b v=1');
      await expect(page.getByRole('alert').first()).toBeVisible();
      await page.getByRole('button', { name: 'Show the API call' }).click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Insert two sample lines' }).click();
      await page.getByRole('button', { name: 'Write to airsensors' }).click();
      await expect(page.getByText('2 points were stored')).toBeVisible();
      await expectAccessible(page);
    });

    test('what opens over a page', { tag: '@demo' }, async ({ page, iot, open }) => {
      await open(`/orgs/${iot}/buckets`);
      await page.getByRole('button', { name: 'Actions for airsensors' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await expect(page.getByRole('dialog')).toContainText('Points of airSensors');
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.getByRole('button', { name: 'Signed in as' }).click();
      await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('textbox', { name: 'Find' })).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize(narrow);
      await page.keyboard.press('Escape');
      await expectAccessible(page);
    });

    test('what a v1 user sees', { tag: '@demo' }, async ({ page }) => {
      await page.goto('');
      await page.getByRole('button', { name: 'v1 user influxv1' }).click();
      await expect(page.getByRole('checkbox', { name: 'power' })).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Write' }).click();
      await expect(page.getByRole('heading', { name: 'Write line protocol' })).toBeVisible();
      await expectAccessible(page);
    });

    test.describe('on a new server', () => {
      test.use({ seed: 'fresh' });

      test('set-up', { tag: '@demo' }, async ({ page }) => {
        await page.goto('servers/demo/setup');
        await page.getByRole('button', { name: 'Set up', exact: true }).click();
        await expect(page.getByText('Name the first user')).toBeVisible();
        await expectAccessible(page);
      });
    });
  });
}
