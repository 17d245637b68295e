import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';

/** Forms that only the laid out page shows: text from right to left, code on paper, the sheet of keys. */
const sentence =
  'قال رئيس الميناء إن السفن ستعود إلى المرسى القديم قبل نهاية الشهر المقبل بعد إصلاح الجدار. ';
const arabic = (attributes: string) => `<!DOCTYPE html><html ${attributes}><head><meta charset="utf-8">
<title>الميناء يفتح</title></head><body><article><h1>الميناء يفتح أبوابه</h1><p>${sentence.repeat(3)}</p>
<blockquote><p>${sentence}</p></blockquote><p>${sentence.repeat(3)}</p></article></body></html>`;

const line = `const ships = [${Array.from({ length: 60 }, (_, index) => `'vessel-${index}'`).join(', ')}];`;
const code = `# Moorings\n\nThe list of the harbour, as its program has it:\n\n\`\`\`\n${line}\n\`\`\`\n\nIt is read at every start.\n`;

let folder = '';
let running: RunningApp;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-pages-'));
  await writeFile(join(folder, 'marked.html'), arabic('lang="ar" dir="rtl"'));
  await writeFile(join(folder, 'unmarked.html'), arabic('lang="ar"'));
  await writeFile(join(folder, 'code.md'), code);
  running = await launchApp({
    files: ['marked.html', 'unmarked.html', 'code.md'].map((name) => join(folder, name)),
  });
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const open = (name: string) => running.window.locator('.library .item', { hasText: name }).click();

for (const [name, at] of [
  ['that says its direction', 0],
  ['that says its language alone', 1],
] as const) {
  test(`the bar of a quotation stands at the right in an Arabic page ${name}`, async () => {
    const { window } = running;
    await window.locator('.library .item').nth(at).click();
    await expect(window.locator('.library .item').nth(at)).toHaveAttribute('aria-current', 'true');
    const quote = window.locator('blockquote.block');
    await expect(quote).toContainText('قال رئيس الميناء');
    await expect(quote).toHaveCSS('direction', 'rtl');
    await expect(quote).toHaveCSS('border-right-width', '3px');
    await expect(quote).toHaveCSS('border-left-width', '0px');
  });
}

test('a long line of code is wrapped on paper, and none of it runs over the edge', async () => {
  await open('Moorings');
  await expect(running.window.getByRole('heading', { level: 1, name: 'Moorings' })).toBeVisible();
  const path = join(folder, 'code.pdf');
  await running.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, path);
  await running.window.evaluate(() =>
    window.dateline.call('article.print', { toPdf: true, name: 'Moorings' }),
  );
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)) }).promise;
  const page = await pdf.getPage(1);
  const { width } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => ('str' in item ? [item] : []));
  const text = runs.map(({ str }) => str).join('');
  expect(text.replace(/\s/g, '')).toContain(line.replace(/\s/g, ''));
  expect(Math.max(...runs.map((run) => run.transform[4] + run.width))).toBeLessThan(width);
});

test('every key of the menu stands in the sheet of keys', async () => {
  const accelerators = await running.app.evaluate(({ Menu }) => {
    const found: string[] = [];
    const look = (menu: Electron.Menu | null | undefined) => {
      for (const item of menu?.items ?? []) {
        if (item.accelerator) found.push(String(item.accelerator));
        look(item.submenu);
      }
    };
    look(Menu.getApplicationMenu());
    return found;
  });
  expect(accelerators.length).toBeGreaterThan(20);
  const mod = process.platform === 'darwin' ? 'Cmd' : 'Ctrl';
  const menuKeys = accelerators.map((key) => key.replace(/CmdOrCtrl|CommandOrControl/, mod));
  await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-keys')?.click());
  const sheet = running.window.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toBeVisible();
  const told = await sheet.locator('kbd').allInnerTexts();
  expect(menuKeys.filter((key) => !told.includes(key))).toEqual([]);
  await running.window.keyboard.press('Escape');
});
