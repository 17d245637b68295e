import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';
import { smallFiles } from './small-files';

/** A folder of 300 files of every kind by hand and key alone, and all of it as it was left after a restart. */
const FILES = 300;
/** Milliseconds; every file is read whole. */
const LONG = 180_000;

let root = '';
test.beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dateline-library-journey-'));
});
test.afterEach(() => rm(root, { recursive: true, force: true }));

/** One of each kind, and the rest as text, Markdown and web pages in folders within folders. */
async function mixedFolder(): Promise<string> {
  const folder = join(root, 'articles');
  const inner = join(folder, 'older', 'still older');
  await mkdir(inner, { recursive: true });
  const special = Object.entries(smallFiles());
  for (const [name, bytes] of special) await writeFile(join(folder, name), bytes);
  for (let number = 0; number < FILES - special.length; number += 1) {
    const told = `Mayor Ada Fenwick opened pier number ${number} on 3 May ${2000 + (number % 20)}. Many people came.`;
    const rare =
      number === 142 ? 'A lanternfish swam by the pier. No lanternfish stayed.' : 'The sea was calm.';
    const [name, content] =
      number % 3 === 0
        ? [
            `${number}.html`,
            `<html><body><article><h1>Report ${number}</h1><p>${told}</p><p>${rare}</p></article>`,
          ]
        : number % 3 === 1
          ? [`${number}.md`, `# Report ${number}\n\n${told}\n\n${rare}\n`]
          : [`${number}.txt`, `Report ${number}\n\n${told}\n\n${rare}\n`];
    await writeFile(join(number % 2 === 0 ? folder : inner, name), content);
  }
  return folder;
}

const counted = (running: RunningApp) => running.window.locator('.library-search .counted');

test('three hundred files are taken in, searched, opened at a hit, corrected and tagged, and stay so', async () => {
  test.setTimeout(2 * LONG);
  const userData = join(root, 'data');
  const folder = await mixedFolder();
  const first = await launchApp({ userData });
  const { window } = first;
  await first.app.evaluate(({ dialog }, chosen) => {
    const answer = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showOpenDialog = answer as typeof dialog.showOpenDialog;
  }, folder);
  await window.getByRole('button', { name: 'Library', exact: true }).click();
  await window.getByRole('button', { name: 'Add a folder…' }).click();
  await expect(window.getByLabel('Adding to the library')).toContainText(/\d+ of 300 files/, {
    timeout: LONG,
  });
  await expect(counted(first)).toHaveText(`${FILES} articles`, { timeout: LONG });
  await expect(window.getByLabel('Adding to the library')).toBeHidden({ timeout: LONG });

  await window.getByRole('searchbox', { name: 'Search the library' }).fill('lanternfish');
  await expect(counted(first)).toHaveText('1 article found');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Report 142' })).toBeVisible();
  await expect(window.locator('.find-bar')).toContainText('1 of 2');

  const mayor = window.locator('.entity', { hasText: 'Fenwick' }).locator('.summary');
  await mayor.click();
  await window.keyboard.press('r');
  await window.getByRole('textbox', { name: 'New name' }).fill('Ada the Mayor');
  await window.keyboard.press('Enter');
  await expect(window.locator('.entity strong', { hasText: 'Ada the Mayor' })).toBeVisible();
  await window.locator('.library-list').focus();
  await window.keyboard.press('t');
  await window.getByLabel('New tag').fill('Piers');
  await window.keyboard.press('Enter');
  await expect(window.locator('.library-row')).toContainText('#Piers');
  await first.close();

  await rm(folder, { recursive: true });
  const second = await launchApp({ userData });
  await expect(counted(second)).toHaveText(`${FILES} articles`);
  await second.window
    .getByRole('searchbox', { name: 'Search the library' })
    .fill('tag:piers entity:"ada the mayor"');
  await expect(counted(second)).toHaveText('1 article found');
  await second.window.keyboard.press('ArrowDown');
  await second.window.keyboard.press('Enter');
  await expect(second.window.locator('.entity strong', { hasText: 'Ada the Mayor' })).toBeVisible();
  await expect(second.window.locator('.library-row')).toContainText('#Piers');
  await second.close();
});
