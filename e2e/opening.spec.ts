import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { appArguments, appEnvironment } from '../electron/build/launch.mjs';
import { presentRuntime } from '../electron/build/runtime.mjs';
import type { Analysis } from '../electron/contract';
import { unpack } from '../electron/packing/unpack';
import { launchApp, type RunningApp } from './launch';

let folder = '';
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-opening-'));
});
test.afterAll(() => rm(folder, { recursive: true }));

const sentence = 'The pilot boat left Port Ellery at dawn on Monday, and the mayor waved from the quay.';

async function article(name: string, title: string): Promise<string> {
  const path = join(folder, name);
  const paragraphs = Array(4).fill(Array(3).fill(sentence).join(' '));
  await writeFile(path, [title, ...paragraphs].join('\n\n'));
  return path;
}

/** Titles of the articles opened so far, newest first. */
async function recentTitles(running: RunningApp): Promise<(string | null)[]> {
  const answer = await running.window.evaluate(() => window.dateline.call('app.state', null));
  return answer.ok ? answer.value.recent.map(({ title }) => title) : [];
}

async function sendToWindow(running: RunningApp, paths: string[]): Promise<void> {
  await running.app.evaluate(
    ({ BrowserWindow }, given) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('notice', 'files.open', {
        paths: given,
        folders: [],
      }),
    paths,
  );
}

/** Several files open at once: the first is shown, the others wait in the list of articles. */
async function listed(running: RunningApp, name: string | RegExp): Promise<void> {
  await expect(running.window.getByRole('navigation').getByRole('button', { name })).toBeVisible();
}

/** Read and analysed: what is opened sooner would take the place of the work under way. */
async function titleShown(running: RunningApp, title: string): Promise<void> {
  await expect(running.window.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(running.window.getByRole('button', { name: 'Export' })).toBeEnabled();
}

test('files on the command line', async () => {
  const files = [await article('one.txt', 'A quiet morning'), await article('two.txt', 'A loud evening')];
  const running = await launchApp({ files });
  await titleShown(running, 'A quiet morning');
  // By its name, or by its title once it was read in the background.
  const second = /two\.txt|A loud evening/;
  await listed(running, second);
  await running.window.getByRole('button', { name: second }).click();
  await titleShown(running, 'A loud evening');
  await expect.poll(() => recentTitles(running)).toEqual(['A loud evening', 'A quiet morning']);
  await running.close();
});

test('the keys go through the open articles; a closed one gives way to the next, and the last to the start page', async () => {
  const names = ['one.txt', 'two.txt', 'three.txt'];
  const titles = ['A quiet morning', 'A loud evening', 'A long night'];
  const files = await Promise.all(names.map((name, index) => article(name, titles[index] ?? '')));
  const running = await launchApp({ files });
  const menu = (id: string) =>
    running.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
  const isEnabled = (id: string) =>
    running.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.enabled, id);
  await titleShown(running, 'A quiet morning');
  await running.window.locator('.scroller').evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await menu('next-article');
  await titleShown(running, 'A loud evening');
  await expect(running.window.locator('.status')).not.toContainText('read to the end');
  const title = () =>
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await expect.poll(title).toBe('A loud evening – Dateline');
  await menu('close-article');
  await titleShown(running, 'A long night');
  await menu('previous-article');
  await titleShown(running, 'A quiet morning');
  await menu('close-article');
  await titleShown(running, 'A long night');
  expect(await isEnabled('print')).toBe(true);
  await menu('close-article');
  await expect(running.window.getByRole('main', { name: 'Start' })).toBeVisible();
  await expect.poll(title).toBe('Dateline');
  for (const id of ['print', 'export-pdf', 'close-article'])
    await expect.poll(() => isEnabled(id)).toBe(false);
  await running.close();
});

test('with no file, what to do and the sample', async () => {
  const running = await launchApp();
  await running.window.getByRole('button', { name: 'Try the sample article' }).click();
  await titleShown(running, 'Night ferry returns to Port Ellery after two years');
  expect(await running.networkAttempts()).toEqual([]);
  await running.close();
});

test('a second start hands its files to the first window and ends', async () => {
  const running = await launchApp({ files: [await article('one.txt', 'A quiet morning')] });
  await titleShown(running, 'A quiet morning');
  const second = startAgain(running.userData, await article('two.txt', 'A loud evening'));
  expect(await ended(second)).toBe(0);
  await titleShown(running, 'A loud evening');
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await running.close();
});

function startAgain(userData: string, file: string): ChildProcess {
  return spawn(presentRuntime().executable, appArguments([`--user-data-dir=${userData}`, file]), {
    env: appEnvironment(),
    stdio: 'ignore',
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

test('File > Open takes several files; Open Recent opens one of them again', async () => {
  const running = await launchApp({ files: [await article('one.txt', 'A quiet morning')] });
  await titleShown(running, 'A quiet morning');
  const chosen = [await article('two.txt', 'A loud evening'), await article('three.txt', 'A long night')];
  await running.app.evaluate(({ dialog, Menu }, filePaths) => {
    const answer = async () => ({ canceled: false, filePaths });
    dialog.showOpenDialog = answer as typeof dialog.showOpenDialog;
    Menu.getApplicationMenu()?.getMenuItemById('open')?.click();
  }, chosen);
  await titleShown(running, 'A loud evening');
  await listed(running, 'A long night');
  await running.app.evaluate(({ Menu }) => {
    const recent = Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu;
    recent?.items.find(({ label }) => label.startsWith('A quiet morning'))?.click();
  });
  await titleShown(running, 'A quiet morning');
  await running.close();
});

test('File > Open Folder opens the articles that lie in it', async () => {
  const running = await launchApp();
  await article('one.txt', 'A quiet morning');
  await writeFile(join(folder, 'table.xyz'), 'not an article');
  await running.app.evaluate(({ dialog, Menu }, chosen) => {
    const answer = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showOpenDialog = answer as typeof dialog.showOpenDialog;
    Menu.getApplicationMenu()?.getMenuItemById('open-folder')?.click();
  }, folder);
  for (const name of (await readdir(folder)).filter((other) => other.endsWith('.txt')).slice(1)) {
    await listed(running, name);
  }
  await expect(running.window.getByText('table.xyz')).toHaveCount(0);
  await running.close();
});

async function drop(running: RunningApp, path: string): Promise<void> {
  const debuggerSession = await running.window.context().newCDPSession(running.window);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await debuggerSession.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
  }
}

test('files and folders dropped on the window', async () => {
  const running = await launchApp({ files: [await article('one.txt', 'A quiet morning')] });
  await titleShown(running, 'A quiet morning');
  await drop(running, await article('two.txt', 'A loud evening'));
  await titleShown(running, 'A loud evening');
  const inside = join(folder, 'a folder');
  await mkdir(inside, { recursive: true });
  await article(join('a folder', 'four.txt'), 'A bright noon');
  await drop(running, inside);
  await titleShown(running, 'A bright noon');
  await running.close();
});

test('what cannot be opened is told in the window, with file, cause and way out, and the app goes on', async () => {
  const running = await launchApp({ files: [await article('one.txt', 'A quiet morning')] });
  await titleShown(running, 'A quiet morning');
  for (const [path, cause] of await badFiles()) {
    await sendToWindow(running, [path]);
    await expect(running.window.getByRole('alert').getByText(cause), path).toBeVisible();
    await sendToWindow(running, [join(folder, 'one.txt')]);
    await titleShown(running, 'A quiet morning');
  }
  // One line tells of all of them, and can be dismissed.
  const list = running.window.getByRole('navigation', { name: 'Articles' });
  await expect(list.locator('.item')).toHaveCount(1);
  await list.getByText('9 files could not be opened').click();
  await expect(list.locator('.failed li')).toHaveCount(9);
  await list.getByRole('button', { name: 'Dismiss' }).click();
  await expect(list.locator('.failed')).toHaveCount(0);
  // An emptied list of recent files takes no title away.
  await running.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('clear-recent')?.click(),
  );
  await sendToWindow(running, [await article('two.txt', 'A loud evening')]);
  await titleShown(running, 'A loud evening');
  await expect(list.getByRole('button', { name: 'A quiet morning' })).toBeVisible();
  await running.close();
});

/** Each with the words that tell what is wrong with it. */
async function badFiles(): Promise<[path: string, cause: string][]> {
  const at = (name: string) => join(folder, name);
  await writeFile(at('empty.txt'), '');
  await writeFile(at('spaces.txt'), ' \n\n\t\n');
  await writeFile(at('huge.txt'), '');
  await truncate(at('huge.txt'), 65 * 1024 * 1024);
  await writeFile(at('program.txt'), Buffer.from('7f454c4602010100000000000000000003003e0001000000', 'hex'));
  await symlink(at('nowhere.txt'), at('link.txt'));
  await mkdir(at('empty folder'), { recursive: true });
  execFileSync('mkfifo', [at('pipe.txt')]);
  return [
    [at('gone.txt'), `There is no file at ${at('gone.txt')}.`],
    [at('link.txt'), '“link.txt” is a link to a file that does not exist.'],
    [at('empty folder'), '“empty folder” is a folder, not an article.'],
    [at('empty.txt'), '“empty.txt” is empty.'],
    [at('huge.txt'), '“huge.txt” has 65 MB; Dateline reads files of up to 64 MB.'],
    [at('pipe.txt'), '“pipe.txt” is a named pipe, not a file.'],
    [at('spaces.txt'), 'The file holds no text that can be shown.'],
    [at('program.txt'), 'The file is a program.'],
    ['/dev/zero', '“zero” is a device, not a file.'],
  ];
}

test('settings, the window, the date and the corrections are kept between starts', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'dateline-kept-'));
  const path = await article('one.txt', 'A quiet morning');
  const first = await launchApp({ files: [path], userData });
  await titleShown(first, 'A quiet morning');
  await first.app.evaluate(({ BrowserWindow, Menu }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(1010, 710);
    Menu.getApplicationMenu()?.getMenuItemById('theme-sepia')?.click();
  });
  const id = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const dated = await first.window.evaluate(async (article) => {
    const decisions = { publicationDate: '2026-04-17' };
    const answer = await window.dateline.call('article.decide', { article, job: 7_001, decisions });
    return answer.ok ? answer.value : new Uint8Array();
  }, id);
  const port = unpack<Analysis>(dated).entities.find(({ name }) => name === 'Port Ellery');
  const corrected = await first.window.evaluate(
    async ([article, type]) => {
      const entity = { name: 'Port Ellery', type };
      const change = { kind: 'renameEntity', entity, name: 'The port' } as const;
      const correction = { article, job: 7_002, scope: 'article', change } as const;
      return (await window.dateline.call('article.correct', correction)).ok;
    },
    [id, port?.type ?? 'other'] as const,
  );
  expect(corrected).toBe(true);
  await first.close();

  const second = await launchApp({ files: [path], userData });
  await titleShown(second, 'A quiet morning');
  const size = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
  expect(size).toEqual([1010, 710]);
  const kept = await second.window.evaluate(async (article) => {
    const state = await window.dateline.call('app.state', null);
    const analysis = await window.dateline.call('article.open', { article, job: 7_003, as: 'best' });
    return {
      theme: state.ok && state.value.settings.theme,
      bytes: analysis.ok ? analysis.value : new Uint8Array(),
    };
  }, id);
  expect(kept.theme).toBe('sepia');
  const found = unpack<Analysis>(kept.bytes);
  expect(found.publicationDate).toMatchObject({ value: '2026-04-17', source: 'reader' });
  expect(new Set(found.events.map((event) => event.time?.first))).toEqual(new Set(['2026-04-13']));
  expect(found.entities.map(({ name }) => name)).toContain('The port');
  await second.close();
  await rm(userData, { recursive: true });
});

test('files still reach a window that loaded anew or refused to leave its page', async () => {
  const running = await launchApp({ files: [await article('one.txt', 'A quiet morning')] });
  await titleShown(running, 'A quiet morning');
  await running.window.evaluate(() => location.assign('https://example.org/'));
  await ended(startAgain(running.userData, await article('two.txt', 'A loud evening')));
  // Locators would wait for the refused navigation to end.
  const title = () => running.window.evaluate(() => document.querySelector('h1')?.textContent);
  await expect.poll(title).toBe('A loud evening');
  await running.window.reload();
  await running.window.waitForFunction(() => 'dateline' in window);
  await ended(startAgain(running.userData, await article('three.txt', 'A long night')));
  await titleShown(running, 'A long night');
  await running.close();
});
