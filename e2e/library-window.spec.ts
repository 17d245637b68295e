import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';
import { smallFiles } from './small-files';

let root = '';
test.beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dateline-library-window-'));
});
test.afterEach(() => rm(root, { recursive: true, force: true }));

/** Milliseconds; every file is read whole. */
const LONG = 60_000;

/** One file of each kind, and texts with a number of their own; in one of them a word stands three times. */
async function mixedFolder(): Promise<string> {
  const folder = join(root, 'articles');
  await mkdir(folder);
  for (const [name, bytes] of Object.entries(smallFiles())) await writeFile(join(folder, name), bytes);
  for (let number = 0; number < 5; number += 1) {
    const words = `Mayor Ada Fenwick opened pier number ${number} on 3 May 201${number}. Many people came to see it.`;
    const hits = number === 3 ? 'The lanternfish came.\n\nA lanternfish swam.\n\nNo lanternfish stayed.' : '';
    await writeFile(join(folder, `${number}.txt`), `Report ${number}\n\n${words}\n\n${hits}\n`);
  }
  return folder;
}

async function chooseNext(running: RunningApp, folder: string): Promise<void> {
  await running.app.evaluate(({ dialog }, chosen) => {
    const answer = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showOpenDialog = answer as typeof dialog.showOpenDialog;
  }, folder);
}

const counted = (running: RunningApp) => running.window.locator('.library-search .counted');

test('a folder is taken in, searched, opened at a hit and tagged, and all is as it was left after a restart', async () => {
  test.setTimeout(3 * LONG);
  const userData = join(root, 'data');
  const first = await launchApp({ userData });
  await first.window.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(first.window.getByText('Nothing is here yet.')).toBeVisible();
  await chooseNext(first, await mixedFolder());
  await first.window.getByRole('button', { name: 'Add a folder…' }).click();
  await expect(counted(first)).toHaveText('12 articles', { timeout: LONG });
  await expect(first.window.getByLabel('Adding to the library')).toBeHidden({ timeout: LONG });

  await first.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('search-library')?.click(),
  );
  const field = first.window.getByRole('searchbox', { name: 'Search the library' });
  await expect(field).toBeFocused();
  await first.window.keyboard.type('lanternfi');
  await expect(counted(first)).toHaveText('1 article found');
  await expect(first.window.locator('.library-row mark').first()).toHaveText(/lanternfish/i);
  await first.window.keyboard.press('ArrowDown');
  await first.window.keyboard.press('Enter');
  await expect(first.window.getByText('No lanternfish stayed.')).toBeVisible();
  await expect(first.window.locator('.find-bar')).toContainText('1 of 3');
  await first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('find-next')?.click());
  await expect(first.window.locator('.find-bar')).toContainText('2 of 3');

  await first.window.locator('.library-list').focus();
  await first.window.keyboard.press('s');
  await expect(first.window.getByRole('img', { name: 'Starred' })).toBeVisible();
  await first.window.keyboard.press('t');
  await first.window
    .getByRole('textbox', { name: 'New tag' })
    .or(first.window.getByLabel('New tag'))
    .fill('Piers');
  await first.window.keyboard.press('Enter');
  await expect(first.window.locator('.library-row')).toContainText('#Piers');
  await field.fill('"not closed');
  await expect(counted(first)).not.toHaveText(/found$/);
  await first.close();

  const second = await launchApp({ userData });
  await expect(counted(second)).toHaveText('12 articles');
  await second.window.getByRole('button', { name: 'Filters…' }).click();
  await second.window.getByRole('combobox', { name: 'Tag' }).selectOption('Piers');
  await second.window.getByRole('button', { name: 'Done' }).click();
  await expect(counted(second)).toHaveText('1 article found');
  await expect(second.window.locator('.library-row')).toContainText('★');
  // The library has its own copy.
  await rm(join(root, 'articles'), { recursive: true });
  await second.window.locator('.library-row').click();
  await expect(second.window.getByText('No lanternfish stayed.')).toBeVisible();
  await second.window.locator('.library-list').focus();
  await second.window.keyboard.press('Delete');
  await expect(second.window.getByText('No article has all of this.')).toBeVisible();
  await second.window.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(counted(second)).toHaveText('1 article found');
  const pictures = process.env.DATELINE_PICTURES;
  for (const [theme, width, height] of [
    ['light', 1280, 800],
    ['dark', 1280, 800],
    ['sepia', 800, 600],
    ['contrast', 800, 600],
  ] as const) {
    if (!pictures) break;
    await second.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await second.window.evaluate((chosen) => window.dateline.call('app.settings', { theme: chosen }), theme);
    await second.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('search-library')?.click(),
    );
    await second.window
      .getByRole('searchbox', { name: 'Search the library' })
      .fill(width === 1280 ? '' : 'pier');
    await second.window.waitForTimeout(1200);
    await second.window.screenshot({ path: join(pictures, `${theme}.png`) });
    if (theme === 'light') await second.window.getByRole('button', { name: 'Clear filters' }).click();
  }
  await second.close();
});
