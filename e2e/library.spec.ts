import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { type CallName, type Calls, type LibrarySearch, NO_FILTER } from '../electron/contract';
import { unpack } from '../electron/packing/unpack';
import { launchApp, type RunningApp } from './launch';
import { smallFiles } from './small-files';

let root = '';
test.beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dateline-library-'));
});
test.afterEach(() => rm(root, { recursive: true, force: true }));

const FILES = 300;
/** Milliseconds; the engine reads every file whole, on a machine that may do other things too. */
const LONG = 300_000;

async function ask<N extends CallName>(
  running: RunningApp,
  name: N,
  input: Calls[N]['input'],
): Promise<Calls[N]['output']> {
  const answer = await running.window.evaluate(
    ([calledName, given]) => window.dateline.call(calledName as CallName, given as never),
    [name, input] as const,
  );
  if (!answer.ok)
    throw new Error(`${name}: ${answer.error.code}, ${answer.error.cause} ${answer.error.details}`);
  return answer.value as Calls[N]['output'];
}

const search = (text: string, more: Partial<LibrarySearch> = {}): Calls['library.search']['input'] => ({
  search: { text, typing: false, filter: NO_FILTER, order: 'title', descending: false, ...more },
  from: 0,
  count: 50,
});

/** A folder with folders in it: plain texts, each with a number of its own, and one file of each other kind. */
async function mixedFiles(): Promise<string> {
  const folder = join(root, 'articles');
  const kinds = Object.entries(smallFiles());
  for (let number = 0; number < FILES - kinds.length; number += 1) {
    const path = join(folder, `part-${number % 7}`, `${number}.txt`);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(
      path,
      `Report ${number}\n\nMayor Ada Fenwick opened pier number ${number} on 3 May 20${10 + (number % 10)}.`,
    );
  }
  for (const [name, bytes] of kinds) await writeFile(join(folder, name), bytes);
  return folder;
}

const entries = async (running: RunningApp) => (await ask(running, 'library.state', null)).entries;

async function imported(running: RunningApp, folder: string, count: number): Promise<void> {
  await ask(running, 'library.import', { paths: [folder] });
  await expect.poll(() => entries(running), { timeout: LONG }).toBe(count);
}

test('a folder of files taken in, searched, corrected and tagged, is as it was left after a restart', async () => {
  test.setTimeout(2 * LONG);
  const userData = join(root, 'data');
  const first = await launchApp({ userData });
  await imported(first, await mixedFiles(), FILES);

  // The index follows the articles: a search right behind a large import may come before it.
  const total = async (text: string) => (await ask(first, 'library.search', search(text))).total;
  await expect.poll(() => total('"pier number 42"')).toBe(1);
  await expect.poll(() => total('told:2012 fenwick')).toBeGreaterThan(20);
  const found = await ask(first, 'library.search', search('"pier number 42"'));
  const [hit] = found.items;
  const article = hit?.entry.article ?? '';
  expect(hit?.snippet?.marks.map(({ start, end }) => hit.snippet?.text.slice(start, end))).toEqual([
    'pier number 42',
  ]);
  expect((await ask(first, 'library.search', search('lindqvist format:epub'))).total).toBe(1);

  const analysis = unpack(await ask(first, 'article.open', { article, job: 9_001, as: 'best' }));
  const [person] = analysis.entities.filter(({ type }) => type === 'person');
  expect(person?.name).toContain('Fenwick');
  const entity = { name: person?.name ?? '', type: 'person' } as const;
  const change = { kind: 'renameEntity', entity, name: 'Ada the Mayor' } as const;
  await ask(first, 'article.correct', { article, job: 9_002, scope: 'article', change });
  await ask(first, 'library.change', {
    articles: [article],
    change: { kind: 'tag', tag: 'Piers', on: true },
  });
  await first.close();

  const second = await launchApp({ userData });
  await expect.poll(() => entries(second)).toBe(FILES);
  const again = await ask(second, 'library.search', search('tag:piers entity:"ada the mayor"'));
  expect(again.items.map(({ entry }) => entry.article)).toEqual([article]);
  await rm(join(root, 'articles'), { recursive: true });
  const opened = unpack(await ask(second, 'article.open', { article, job: 9_003, as: 'best' }));
  expect(opened.entities.map(({ name }) => name)).toContain('Ada the Mayor');
  await second.close();
});

test('an import goes on where it was when the librarian is killed', async () => {
  test.setTimeout(2 * LONG);
  const running = await launchApp({ userData: join(root, 'data') });
  await ask(running, 'library.import', { paths: [await mixedFiles()] });
  await expect.poll(() => entries(running), { timeout: LONG }).toBeGreaterThan(20);
  const killed = await running.app.evaluate(({ app }) => {
    const librarian = app.getAppMetrics().find(({ name }) => name === 'Dateline library');
    if (librarian) process.kill(librarian.pid, 'SIGKILL');
    return librarian !== undefined;
  });
  expect(killed).toBe(true);
  await expect.poll(() => entries(running).catch(() => 0), { timeout: LONG }).toBe(FILES);
  const hits = async () => (await ask(running, 'library.search', search('"pier number 42"'))).items.length;
  await expect.poll(hits).toBe(1);
  await running.close();
});

test('what was opened is in the library, and a library that is damaged keeps nobody from reading', async () => {
  const path = join(root, 'one.txt');
  const sentence = 'The pilot boat left Port Ellery at dawn on Monday, and the mayor waved from the quay. ';
  const paragraphs = Array(4).fill(sentence.repeat(3).trim());
  await writeFile(path, ['A quiet morning', ...paragraphs].join('\n\n'));
  const userData = join(root, 'data');
  const first = await launchApp({ userData, files: [path] });
  await expect(first.window.getByRole('heading', { level: 1, name: 'A quiet morning' })).toBeVisible();
  await expect.poll(() => entries(first)).toBe(1);
  const { items } = await ask(first, 'library.search', search('pilot'));
  expect(items.map(({ entry }) => [entry.title, entry.path])).toEqual([['A quiet morning', path]]);
  await first.close();

  await writeFile(join(userData, 'library', 'library.db'), 'nonsense'.repeat(5_000));
  const second = await launchApp({ userData, files: [path] });
  await expect(second.window.getByRole('heading', { level: 1, name: 'A quiet morning' })).toBeVisible();
  await expect
    .poll(async () => (await ask(second, 'library.state', null)).problem?.code)
    .toBe('library-damaged');
  const rebuilt = await ask(second, 'library.rebuild', null);
  expect([rebuilt.problem, rebuilt.entries]).toEqual([null, 1]);
  await second.close();
});
