import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { launchApp, type RunningApp } from './launch';

/** The library as somebody puts it in order: what articles are called, searches kept, the bin, backups, the start page. */
let root = '';
test.beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dateline-library-care-'));
});
test.afterEach(() => rm(root, { recursive: true, force: true }));

/** Milliseconds; every file is read whole. */
const LONG = 60_000;

const filler = 'The council met again in the old hall, and the people of the town came to hear it speak. ';

/** Five reports, each of a day of its own; the fourth is long enough to be left in the middle. */
async function launchWithLibrary(): Promise<RunningApp> {
  const folder = join(root, 'articles');
  await mkdir(folder);
  for (let number = 0; number < 5; number += 1) {
    const words = `Mayor Ada Fenwick opened pier number ${number} on 3 May 201${number}. Many people came to see it.`;
    const more = number === 3 ? Array(30).fill(filler.repeat(3)).join('\n\n') : '';
    await writeFile(join(folder, `${number}.txt`), `Report ${number}\n\n${words}\n\n${more}\n`);
  }
  const running = await launchApp({ userData: join(root, 'data') });
  await choose(running, folder);
  await running.window.getByRole('button', { name: 'Library', exact: true }).click();
  await running.window.getByRole('button', { name: 'Add a folder…' }).click();
  await expect(counted(running.window)).toHaveText('5 articles', { timeout: LONG });
  await expect(running.window.getByLabel('Adding to the library')).toBeHidden({ timeout: LONG });
  return running;
}

async function choose(running: RunningApp, folder: string): Promise<void> {
  await running.app.evaluate(({ dialog }, chosen) => {
    const answer = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showOpenDialog = answer as typeof dialog.showOpenDialog;
  }, folder);
}

const counted = (window: Page) => window.locator('.library-search .counted');
const row = (window: Page, title: string) => window.locator('.library-row', { hasText: title });
const undo = (window: Page) => window.getByRole('button', { name: 'Undo', exact: true });
const show = (window: Page) => window.getByRole('combobox', { name: 'Show', exact: true });

test('what an article is called is put right in place, says where it came from, and is undone; many at once too', async () => {
  test.setTimeout(2 * LONG);
  const running = await launchWithLibrary();
  const { window } = running;
  await row(window, 'Report 2').click();
  await window.locator('.library-list').focus();
  await window.keyboard.press('e');
  const title = window.getByRole('textbox', { name: 'Title' });
  await expect(title).toHaveValue('Report 2');
  await expect(window.locator('.metadata').first()).toContainText('Found from the text.');
  await title.fill('The second pier');
  await title.press('Enter');
  await expect(row(window, 'The second pier')).toBeVisible();
  await expect(window.locator('.metadata').first()).toContainText('Set by you. Found: Report 2');
  // A day that is set moves to the open article at once.
  await window.getByLabel('Published', { exact: true }).fill('2012-05-04');
  await window.getByLabel('Published', { exact: true }).press('Enter');
  await expect(window.locator('.meta .date')).toHaveText(/4 May 2012/);
  await undo(window).click();
  await expect(window.locator('.meta .date')).toHaveText(/3 May 2012/);

  await window.locator('.library-list').focus();
  await window.keyboard.press('e');
  await window.getByRole('button', { name: 'Take it back' }).click();
  await expect(row(window, 'Report 2')).toBeVisible();
  await window.keyboard.press('Escape');

  await window.locator('.library-list').focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+End');
  await expect(window.getByRole('button', { name: '5 selected' })).toBeVisible();
  await window.keyboard.press('e');
  const site = window.getByRole('textbox', { name: 'Site' });
  await site.fill('The Harbour Gazette');
  await site.press('Enter');
  await expect(row(window, 'The Harbour Gazette')).toHaveCount(5);
  await undo(window).click();
  await expect(row(window, 'The Harbour Gazette')).toHaveCount(0);
  await running.close();
});

test('the list is narrowed to the days that events tell of, and a search is kept under a name', async () => {
  test.setTimeout(2 * LONG);
  const running = await launchWithLibrary();
  const { window } = running;
  await window.getByRole('button', { name: 'Filters…' }).click();
  await window.getByLabel('Events from').fill('2011-01-01');
  await window.getByLabel('Events to').fill('2012-12-31');
  await expect(counted(window)).toHaveText('2 articles found');
  await window.getByRole('button', { name: 'Done' }).click();
  await window.getByRole('button', { name: 'Saved…' }).click();
  await window.getByRole('textbox', { name: 'Name of this search' }).fill('Early piers');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Filters: 1' }).click();
  await window.getByRole('button', { name: 'Clear filters' }).click();
  await expect(counted(window)).toHaveText('5 articles');
  await window.keyboard.press('Escape');
  await running.close();

  const again = await launchApp({ userData: join(root, 'data') });
  await again.window.getByRole('button', { name: 'Saved…' }).click();
  await again.window.getByRole('button', { name: 'Early piers', exact: true }).click();
  await expect(counted(again.window)).toHaveText('2 articles found');
  await again.window.getByRole('button', { name: 'Saved…' }).click();
  await again.window.getByRole('button', { name: 'Remove the saved search Early piers' }).click();
  await undo(again.window).click();
  await again.window.getByRole('button', { name: 'Saved…' }).click();
  await expect(again.window.getByRole('button', { name: 'Early piers', exact: true })).toBeVisible();
  await again.close();
});

test('an article goes to the bin and back, and from the bin for good, with what remains said plainly', async () => {
  test.setTimeout(2 * LONG);
  const running = await launchWithLibrary();
  const { window } = running;
  await window.locator('.library-list').focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Delete');
  await expect(counted(window)).toHaveText('3 articles');
  await show(window).selectOption('bin');
  await expect(counted(window)).toHaveText('2 articles in the bin');
  await window.locator('.library-list').focus();
  await window.keyboard.press('Home');
  await window.getByRole('button', { name: 'Put back' }).click();
  await expect(counted(window)).toHaveText('1 article in the bin');
  await window.getByRole('button', { name: 'Delete for good…' }).click();
  await window.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(counted(window)).toHaveText('1 article in the bin');
  await window.getByRole('button', { name: 'Delete for good…' }).click();
  await window.getByRole('button', { name: 'Delete for good', exact: true }).click();
  await expect(window.getByText('One article was deleted for good.')).toContainText('The file itself stays:');
  await expect(window.getByText('The bin is empty.')).toBeVisible();
  await show(window).selectOption('all');
  await expect(counted(window)).toHaveText('4 articles');
  await running.close();
});

test('the start page goes on where reading stopped, also after a restart and without the file', async () => {
  test.setTimeout(2 * LONG);
  const running = await launchWithLibrary();
  const { window } = running;
  await row(window, 'Report 3').click();
  await expect(window.getByRole('heading', { level: 1, name: 'Report 3' })).toBeVisible();
  await window.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight / 2));
  await window.waitForTimeout(1200);
  await window.getByRole('button', { name: 'At hand' }).click();
  await running.close();

  await rm(join(root, 'articles'), { recursive: true });
  const again = await launchApp({ userData: join(root, 'data') });
  const start = again.window.getByRole('main', { name: 'Start' });
  const shelf = start.getByRole('region', { name: 'Continue' });
  await expect(shelf.locator('.item')).toHaveCount(1);
  await expect(shelf.locator('.item')).toContainText('council');
  await expect(start.getByRole('region', { name: 'Unread' }).locator('.item')).toHaveCount(4);
  // The tab is the one that was left, and the article stands among the open ones.
  await expect(again.window.getByRole('button', { name: 'At hand' })).toHaveAttribute('aria-pressed', 'true');
  await again.window.locator('.library .item', { hasText: 'Report 3' }).click();
  await expect(again.window.getByRole('heading', { level: 1, name: 'Report 3' })).toBeAttached();
  await expect
    .poll(() => again.window.locator('.scroller').evaluate((scroller) => scroller.scrollTop))
    .toBeGreaterThan(300);
  await again.window.locator('.brand').click();
  await shelf.locator('.item').click();
  await expect(again.window.getByRole('heading', { level: 1, name: 'Report 3' })).toBeAttached();
  await again.close();
});

test('in the settings the library is backed up, put back from a backup, and made anew', async () => {
  test.setTimeout(3 * LONG);
  const running = await launchWithLibrary();
  const { window } = running;
  await window.locator('.library-list').focus();
  await window.keyboard.press('s');
  await expect(window.getByRole('img', { name: 'Starred' }).first()).toBeVisible();
  const settings = () =>
    running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-settings')?.click());
  await settings();
  const dialog = window.getByRole('dialog', { name: 'Settings' });
  const backups = dialog.getByRole('list', { name: 'Backups' }).getByRole('listitem');
  const before = await backups.filter({ hasText: 'MB' }).count();
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await expect(backups.filter({ hasText: 'MB' })).toHaveCount(before + 1);
  await dialog.getByRole('button', { name: 'Put it back…' }).first().click();
  await dialog.getByRole('button', { name: 'Put it back', exact: true }).click();
  await expect(dialog).toContainText('The library is back, with 5 articles.');
  await dialog.getByRole('button', { name: 'Rebuild the library…' }).click();
  await dialog.getByRole('button', { name: 'Rebuild', exact: true }).click();
  await expect(dialog).toContainText('The library was made anew, with 5 articles.', { timeout: LONG });
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(window.getByRole('img', { name: 'Starred' }).first()).toBeVisible();
  await expect(row(window, 'Report')).toHaveCount(5, { timeout: LONG });
  await running.close();
});

test('a damaged library says so, keeps nobody from reading, and is mended where it is told of', async () => {
  test.setTimeout(3 * LONG);
  const first = await launchWithLibrary();
  await first.close();
  await writeFile(join(root, 'data', 'library', 'library.db'), 'nonsense'.repeat(5_000));
  const second = await launchApp({ userData: join(root, 'data') });
  const told = second.window.getByRole('alert').filter({ hasText: 'Articles can be opened and read' });
  await expect(told).toBeVisible();
  await told.getByRole('button', { name: 'Rebuild the library…' }).click();
  await told.getByRole('button', { name: 'Rebuild', exact: true }).click();
  await expect(counted(second.window)).toHaveText('5 articles', { timeout: LONG });
  await second.close();
});
