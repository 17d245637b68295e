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

const tools = (window: Page) => window.locator('.spoken-tools');

test('the popup of a reference ties it to somebody else, or to nobody, with undo', async () => {
  const { window } = running;
  const she = references(window).filter({ hasText: 'she' });
  await she.click();
  await expect(tools(window)).toContainText('“she” means Nora Lindqvist');
  await tools(window).getByRole('combobox').selectOption({ label: 'Tomas Berg' });
  await tools(window).getByRole('button', { name: 'Set' }).click();
  await expect(she).toHaveAttribute('title', 'Tomas Berg');
  await expect(tools(window)).toHaveCount(0);
  await window.keyboard.press('u');
  await expect(she).toHaveAttribute('title', 'Nora Lindqvist');
  await she.click();
  await tools(window).getByRole('button', { name: 'Nobody named' }).click();
  await expect(she).toHaveCount(0);
  await window.keyboard.press('u');
  await expect(she).toHaveCount(1);
  await she.click();
  await window.keyboard.press('Escape');
  await expect(tools(window)).toHaveCount(0);
});

test('selected words are tied to whom they mean', async () => {
  const { window } = running;
  await window.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.blocks') as Node, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf('a fisherman');
      if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + 'a fisherman'.length);
    }
  });
  await window.keyboard.press('w');
  await expect(tools(window)).toContainText('“a fisherman” means nobody named here');
  await tools(window).getByRole('combobox').selectOption({ label: 'Tomas Berg' });
  await tools(window).getByRole('button', { name: 'Set' }).click();
  const tied = references(window).filter({ hasText: 'a fisherman' });
  await expect(tied).toHaveAttribute('title', 'Tomas Berg');
});

test('a statement gets another speaker at its words, is hidden in the side, and is brought back from the list', async () => {
  const { window } = running;
  const quotation = window.locator('.blocks .quotation').first();
  await quotation.click();
  await expect(tools(window)).toContainText('Said by Nora Lindqvist');
  await tools(window).getByRole('combobox').selectOption({ label: 'Tomas Berg' });
  await tools(window).getByRole('button', { name: 'Set' }).click();
  await expect(quotation).toHaveAttribute('title', 'Said by Tomas Berg');
  await window.keyboard.press('u');
  await expect(quotation).toHaveAttribute('title', 'Said by Nora Lindqvist');

  await window.locator('.entity', { hasText: 'Nora Lindqvist' }).locator('.summary').click();
  const line = says(window).getByRole('listitem').filter({ hasText: 'We cannot risk another accident' });
  await line.getByRole('button', { name: 'Change…' }).click();
  await line.getByRole('button', { name: 'Not a statement' }).click();
  await expect(line).toHaveCount(0);
  await window.locator('.status').getByRole('button', { name: '1 correction' }).click();
  const hidden = window.getByRole('dialog').locator('section', { hasText: 'Hidden events and statements' });
  await expect(hidden).toContainText('We cannot risk another accident');
  await hidden.getByRole('button', { name: 'Bring back' }).click();
  await window.keyboard.press('Escape');
  await expect(line).toHaveCount(1);
});

test('a wrong tie is taken back, and comes again with undo', async () => {
  const { window } = running;
  const she = references(window).filter({ hasText: 'she' });
  await she.click();
  const meant = window
    .getByRole('list', { name: /^Also meant/ })
    .getByRole('listitem')
    .filter({ hasText: '“she”' });
  await meant.getByRole('button', { name: 'Change…' }).click();
  await meant.getByRole('button', { name: 'Nobody named' }).click();
  await expect(she).toHaveCount(0);
  await window.keyboard.press('u');
  await expect(she).toHaveCount(1);
});
