import type { Page } from 'playwright/test';
import { expectDrawn } from './chart';
import { areas } from './everyPage';
import { expect, test } from './fixtures';

test.use({ viewport: { width: 390, height: 844 } });

async function expectNoSideScroll(page: Page): Promise<void> {
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(widths.scrollWidth, page.url()).toBeLessThanOrEqual(widths.clientWidth);
}

test('no page scrolls sideways on a phone', { tag: '@demo' }, async ({ page, demo, iot, open }) => {
  const bucket = await demo.bucket(iot, 'airsensors');
  await page.goto('');
  await expect(page.getByRole('heading', { name: 'Sign in to Demo InfluxDB' })).toBeVisible();
  await expectNoSideScroll(page);
  await open('/orgs');
  const pages = Object.values(areas).flatMap((paths) => paths(iot, bucket.id));
  for (const [path, heading] of pages) {
    await page.goto(`servers/demo${path}`);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    await expectNoSideScroll(page);
  }
  await expectDrawn(page.getByRole('figure', { name: 'airSensors' }));
  await expectNoSideScroll(page);
});

test(
  'the menu opens by its burger and closes when something is chosen',
  { tag: '@demo' },
  async ({ page, iot, open }) => {
    await open(`/orgs/${iot}`);
    const link = page.getByRole('navigation', { name: 'Screens' }).getByRole('link', {
      name: 'Buckets',
    });
    await expect(link).not.toBeInViewport();
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await expect(link).toBeInViewport();
    await link.click();
    await expect(page.getByText('4 buckets')).toBeVisible();
    await expect(link).not.toBeInViewport();
  },
);
