import AxeBuilder from '@axe-core/playwright';
import { expect } from 'playwright/test';
import type { Page } from 'playwright/test';

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

/** Nothing serious or critical by axe, in the colour scheme that is on. What is fading or loading is looked at again. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect.poll(() => findings(page), { intervals: [500, 1500] }).toEqual([]);
}
