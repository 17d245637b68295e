import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';

/** What "she" means and who says what, in the text and in an entity's details. */
const ARTICLE = `<!DOCTYPE html><html lang="en"><head><title>Harbour stays closed</title></head><body><article>
<h1>Harbour stays closed</h1>
<p>The harbour of Port Ellery stays closed until spring, Nora Lindqvist, the harbour master, announced on Monday, after
divers had found two more cracks in the wall that keeps the storms of the bay out of the basin.</p>
<p>“We cannot risk another accident,” she told reporters. “I have seen enough of them in my thirty years here.”</p>
<p>The council of Port Ellery will meet on Friday to hear the fishermen. According to Tomas Berg, a fisherman, the closure
costs every boat a month of catch, and the insurers have not yet said whether they will pay for it.</p>
</article></body></html>`;

let running: RunningApp;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-spoken-'));
  const path = join(folder, 'harbour.html');
  await writeFile(path, ARTICLE);
  running = await launchApp({ files: [path] });
  // The language model is loaded first, which a busy machine takes its time for.
  await expect(references(running.window).first()).toBeVisible({ timeout: 45_000 });
});

test.afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true, force: true });
});

const references = (window: Page) => window.locator('.blocks .reference');
const says = (window: Page) => window.getByRole('list', { name: 'Says' });

test('a pronoun tells whom it means, and leads to the entity with what it says', async () => {
  const { window } = running;
  const she = references(window).filter({ hasText: 'she' });
  await expect(she).toHaveAttribute('title', 'Nora Lindqvist');
  await expect(window.locator('.blocks .quotation').first()).toHaveAttribute(
    'title',
    'Said by Nora Lindqvist',
  );
  await she.click();
  await expect(says(window)).toContainText('We cannot risk another accident');
  await expect(window.getByRole('list', { name: /^Also meant/ })).toContainText('she');
});

test('a wrong tie is taken back, and comes again with undo', async () => {
  const { window } = running;
  const she = references(window).filter({ hasText: 'she' });
  await she.click();
  const meant = window
    .getByRole('list', { name: /^Also meant/ })
    .getByRole('listitem')
    .filter({ hasText: '“she”' });
  await meant.getByRole('button', { name: 'Not this' }).click();
  await expect(she).toHaveCount(0);
  await window.keyboard.press('u');
  await expect(she).toHaveCount(1);
});
