import type { Locator, Page } from 'playwright/test';
import { expect } from 'playwright/test';

export function legendRow(page: Page, series: string): Locator {
  return page.getByRole('region', { name: 'Legend' }).getByRole('row', { name: series });
}

/** Last, lowest and highest value of a series with all their digits. */
export async function legendValues(page: Page, series: string): Promise<string[]> {
  const cells = legendRow(page, series).getByRole('cell');
  await expect(cells).toHaveCount(6);
  const titles = [2, 3, 4].map((index) => cells.nth(index).getAttribute('title'));
  return (await Promise.all(titles)).map(String);
}

/** How many pixels of a chart's own layer are drawn, and in how many colours. */
export function drawnPixels(figure: Locator): Promise<{ pixels: number; colours: number }> {
  return figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    const colours = new Set<string>();
    let pixels = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 0) continue;
      pixels += 1;
      if (data[i + 3] === 255) colours.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    }
    return { pixels, colours: colours.size };
  });
}

export async function expectDrawn(figure: Locator): Promise<void> {
  await expect(async () => {
    const { pixels } = await drawnPixels(figure);
    expect(pixels).toBeGreaterThan(500);
  }).toPass();
}
