import type { Page } from 'playwright/test';

/** Picks one of a row of buttons. Its radio inputs have no size: people press the words. */
export async function choose(page: Page, group: string, label: string): Promise<void> {
  await page.getByRole('radiogroup', { name: group }).getByText(label, { exact: true }).click();
}
