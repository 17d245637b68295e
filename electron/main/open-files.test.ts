import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Article, ArticleDescription, FileDetails, WorkerReply, WorkerRequest } from '../contract';
import { Store } from '../library/store';
import { Lane } from './lane';
import { OpenFiles } from './open-files';

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-open-'));
  store = new Store(join(folder, 'data'));
});
afterEach(async () => {
  await store.flush();
  store.stop();
  await rm(folder, { recursive: true });
});

const description: ArticleDescription = { title: 'The ferry', publicationDate: '2024-02-29', words: 2_380 };

/** An engine that describes every file alike, when it is let. */
function setUp({ answers = true } = {}) {
  const requests: WorkerRequest[] = [];
  const told: (readonly FileDetails[])[] = [];
  const lane = new Lane((reply) => ({
    post(request) {
      requests.push(request);
      const { ticket } = request;
      const given = answers
        ? { kind: 'description', ticket, description }
        : { kind: 'unknown-article', ticket };
      queueMicrotask(() => reply(given as WorkerReply));
    },
    kill() {},
  }));
  return { files: new OpenFiles(store, lane, (open) => told.push(open)), requests, told };
}

async function put(name: string): Promise<string> {
  await writeFile(join(folder, name), name);
  return join(folder, name);
}

const titles = () => store.open.map(({ title }) => title);

it('files that are opened stand in the list by their names, and by their titles once they were read', async () => {
  const { files, told } = setUp();
  const paths = [await put('one.txt'), await put('two.txt')];
  files.keep(paths);
  expect(store.open).toEqual(
    ['one.txt', 'two.txt'].map((name) => ({
      ...{ path: join(folder, name), name, article: null, title: null, publicationDate: null, minutes: null },
    })),
  );
  await expect.poll(titles).toEqual(['The ferry', 'The ferry']);
  expect(store.open[0]).toMatchObject({
    publicationDate: '2024-02-29',
    minutes: 10,
    article: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(told).toHaveLength(2);
});

it('each file is read once for the list, also when the list changes', async () => {
  const { files, requests } = setUp();
  const [one, two] = [await put('one.txt'), await put('two.txt')];
  files.keep([one]);
  files.keep([one, two]);
  files.start();
  await expect.poll(titles).toEqual(['The ferry', 'The ferry']);
  files.keep([two]);
  expect(titles()).toEqual(['The ferry']);
  expect(requests.map(({ kind }) => kind)).toEqual(['describe', 'describe']);
});

it('a file that cannot be read keeps its name, and holds up no other', async () => {
  const { files, requests } = setUp();
  files.keep([join(folder, 'gone.txt'), await put('two.txt')]);
  await expect.poll(titles).toEqual([null, 'The ferry']);
  expect(requests).toHaveLength(1);
});

it('an engine that does not know what it was asked changes nothing', async () => {
  const { files, requests, told } = setUp({ answers: false });
  files.keep([await put('one.txt')]);
  await expect.poll(() => requests.length).toBe(1);
  expect(titles()).toEqual([null]);
  expect(told).toEqual([]);
});

it('what was open when the app ended is described after the start, but for what was read before', async () => {
  const known = { path: '/known.txt', name: 'known.txt', article: 'a'.repeat(64), title: 'Known' };
  const bare = { path: await put('one.txt'), name: 'one.txt', article: null, title: null };
  store.keepOpen([known, bare].map((file) => ({ ...file, publicationDate: null, minutes: null })));
  const { files, requests } = setUp();
  expect(files.start()).toHaveLength(2);
  await expect.poll(titles).toEqual(['Known', 'The ferry']);
  expect(requests).toHaveLength(1);
});

it('an article that was read shows its title and its length in minutes', () => {
  const { files, told } = setUp();
  const path = '/one.txt';
  const article = (words: number) =>
    ({
      source: { hash: 'b'.repeat(64) },
      title: { value: 'Read' },
      publicationDate: null,
      blocks: [{ text: 'word '.repeat(words - 2) }, { text: 'two more' }, { text: '' }],
    }) as unknown as Article;
  expect(files.note(path, article(10))).toMatchObject({ name: 'one.txt', title: 'Read', minutes: 1 });
  // Only what stands open has a row that could change.
  expect(store.open).toEqual([]);
  expect(told).toEqual([]);
  const other = { path: '/two.txt', name: 'two.txt', article: 'c', title: 'Other' };
  const bare = { path, name: 'one.txt', article: 'x', title: null };
  store.keepOpen([bare, other].map((file) => ({ ...file, publicationDate: null, minutes: null })));
  files.note(path, article(714));
  expect(store.open.map(({ title, minutes }) => [title, minutes])).toEqual([
    ['Read', 3],
    ['Other', null],
  ]);
  expect(told).toEqual([store.open]);
});
