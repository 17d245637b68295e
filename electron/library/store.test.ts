import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, NO_DECISIONS, type RecentFile } from '../contract';
import { Store } from './store';

let folder = '';
let opened: Store[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((store) => store.flush()));
  await rm(folder, { recursive: true });
});

function openStore(): Store {
  const store = new Store(folder);
  opened.push(store);
  return store;
}

const article = 'a'.repeat(64);
const other = 'b'.repeat(64);
const recent = (path: string): RecentFile => ({
  path,
  article: null,
  name: path,
  title: null,
  opened: 1,
  publicationDate: null,
  minutes: 1,
});
const ellery = { name: 'Ellery', type: 'place' } as const;

describe('the store', () => {
  it('keeps everything between starts', async () => {
    const store = openStore();
    store.changeSettings({ theme: 'sepia', fontSize: 22 });
    store.addRecent(recent('/a.txt'));
    store.decide(article, { publicationDate: '2026-04-17' });
    store.correct(article, 'c1', 'article', { kind: 'notAnEntity', entity: ellery });
    store.keepPlace(article, {
      anchor: { span: { block: 'b3', start: 0, end: 4 }, quote: { exact: 'word', before: '', after: '' } },
      progress: 0.4,
    });
    store.keepWindowBounds({ x: 1, y: 2, width: 900, height: 700, maximised: false });
    await store.flush();

    const again = openStore();
    expect(again.settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'sepia', fontSize: 22 });
    expect(again.recent).toEqual([recent('/a.txt')]);
    expect(again.decisions(article)).toEqual({
      ...NO_DECISIONS,
      publicationDate: '2026-04-17',
      corrections: [{ id: 'c1', scope: 'article', change: { kind: 'notAnEntity', entity: ellery } }],
    });
    expect(again.place(article)?.progress).toBe(0.4);
    expect(again.windowBounds).toEqual({ x: 1, y: 2, width: 900, height: 700, maximised: false });
    expect(again.decisions(other)).toEqual(NO_DECISIONS);
  });

  it('keeps numbers within their bounds', () => {
    const store = openStore();
    expect(store.changeSettings({ fontSize: 400, lineHeight: 0 })).toMatchObject({
      fontSize: 40,
      lineHeight: 1,
    });
  });

  it('sets a damaged file aside and starts with the defaults', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme": "sep');
    const store = openStore();
    expect(store.settings).toEqual(DEFAULT_SETTINGS);
    expect(await readFile(join(folder, 'settings.json.damaged'), 'utf8')).toBe('{"theme": "sep');
  });

  it('takes what it can use of a file from another version', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme":"neon","fontSize":24,"future":1}');
    await writeFile(join(folder, 'recent.json'), JSON.stringify([{ path: 7 }, recent('/b.txt')]));
    const store = openStore();
    expect(store.settings).toEqual({ ...DEFAULT_SETTINGS, fontSize: 24 });
    expect(store.recent).toEqual([recent('/b.txt')]);
  });

  it('takes over what an earlier version kept', async () => {
    const span = { block: 'b1', start: 2, end: 6 };
    const change = {
      kind: 'setEventDate',
      event: { span, text: 'word' },
      first: '2024-01-01',
      last: '2024-01-02',
    };
    const choices = { publicationDate: '2024-02-29', encoding: null, format: null, restored: ['r1'] };
    const corrections = [{ id: '1', scope: 'article', change }];
    await mkdir(join(folder, 'articles'));
    await writeFile(
      join(folder, 'articles', `${article}.json`),
      JSON.stringify({ choices: { ...choices, corrections }, place: { span, progress: 0.5 } }),
    );
    const { article: _none, ...older } = recent('/old.txt');
    await writeFile(join(folder, 'recent.json'), JSON.stringify([older]));
    const store = openStore();
    const quote = { exact: 'word', before: '', after: '' };
    const time = { first: '2024-01-01', last: '2024-01-02', written: null };
    expect(store.decisions(article)).toEqual({
      ...choices,
      corrections: [
        { id: '1', scope: 'article', change: { kind: 'setEventDate', event: { span, quote }, time } },
      ],
    });
    expect(store.place(article)).toEqual({ anchor: { span, quote: { ...quote, exact: '' } }, progress: 0.5 });
    expect(store.recent).toEqual([recent('/old.txt')]);
  });

  it('goes on when nothing can be written', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    await mkdir(join(folder, 'settings.json'));
    const store = openStore();
    store.changeSettings({ theme: 'dark' });
    await store.flush();
    expect(store.settings.theme).toBe('dark');
    expect(complaint).toHaveBeenCalledOnce();
    complaint.mockRestore();
  });

  it('lists a file once, newest first', () => {
    const store = openStore();
    for (const path of ['/a', '/b', '/a']) store.addRecent(recent(path));
    expect(store.recent.map(({ path }) => path)).toEqual(['/a', '/b']);
  });

  it('applies library corrections everywhere and takes back the newest one made in the article', () => {
    const store = openStore();
    const rename = (name: string) => ({ kind: 'renameEntity', entity: ellery, name }) as const;
    store.correct(article, '1', 'article', rename('one'));
    store.correct(article, '2', 'library', rename('two'));
    store.correct(other, '3', 'library', rename('three'));
    const ids = (hash: string) => store.decisions(hash).corrections.map(({ id }) => id);
    expect([ids(article), ids(other)]).toEqual([
      ['2', '3', '1'],
      ['2', '3'],
    ]);
    expect(store.undoCorrection(article)).toBe(true);
    expect(ids(article)).toEqual(['3', '1']);
    expect(store.undoCorrection(article)).toBe(true);
    expect(ids(article)).toEqual(['3']);
    expect(store.undoCorrection(article)).toBe(false);
  });
});
