import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { launchApp } from './launch';

/** An offer to merge two of one surname: taken over by one key, refused by another; either is kept and undone. */
const ARTICLE = `The gas company

Hunter Biden joined the board of the gas company in Kiev. Hunter Biden is a lawyer.

Vice President Biden travelled to Kiev in April. “I knew nothing of it,” Vice President Biden said.
`;

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-corrections-'));
  await writeFile(join(folder, 'company.txt'), ARTICLE);
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

const launch = () => launchApp({ userData: join(folder, 'data'), files: [join(folder, 'company.txt')] });
const row = (window: Page, name: string) =>
  window.locator('.entity').filter({ has: window.locator('strong', { hasText: new RegExp(`^${name}$`) }) });
const offer = (window: Page) => window.getByText('May be the same as');

async function choose(window: Page, name: string): Promise<void> {
  await row(window, name).locator('.summary').click({ timeout: 45_000 });
  await expect(row(window, name)).toHaveClass(/\bon\b/);
}

test('Y merges the two that may be one', async () => {
  const running = await launch();
  const { window } = running;
  await choose(window, 'Vice President Biden');
  await expect(offer(window)).toContainText('Hunter Biden');
  await window.keyboard.press('y');
  await expect(row(window, 'Vice President Biden')).toHaveCount(0);
  await expect(row(window, 'Hunter Biden').locator('.count')).toContainText('4');
  await window.keyboard.press('u');
  await expect(row(window, 'Vice President Biden')).toHaveCount(1);
  await running.close();
});

test('N keeps them apart for good, until it is taken back', async () => {
  const first = await launch();
  await choose(first.window, 'Hunter Biden');
  await expect(offer(first.window)).toBeVisible();
  await first.window.keyboard.press('n');
  await expect(offer(first.window)).toHaveCount(0);
  await expect(row(first.window, 'Vice President Biden')).toHaveCount(1);
  await first.close();

  const second = await launch();
  const { window } = second;
  await choose(window, 'Hunter Biden');
  await expect(offer(window)).toHaveCount(0);
  await window.locator('.status').getByRole('button', { name: '1 correction' }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog).toContainText('Hunter Biden and Vice President Biden are not the same');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await window.keyboard.press('Escape');
  await expect(offer(window)).toBeVisible();
  await second.close();
});
