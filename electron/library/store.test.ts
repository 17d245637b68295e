import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Correction,
  type CorrectionScope,
  DEFAULT_SETTINGS,
  NO_DECISIONS,
  type RecentFile,
} from '../contract';
import { lineOf } from './journal/record';
import { Store } from './store';

let folder = '';
let opened: Store[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-store-'));
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((store) => store.flush()));
  for (const store of opened) store.stop();
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
  ...{ path, article: null, name: path, title: null, opened: 1, publicationDate: null, minutes: 1 },
});
const ellery = { name: 'Ellery', type: 'place' } as const;
const quote = { exact: 'word', before: '', after: '' };
const span = { block: 'b3', start: 0, end: 4 };

async function rename(
  store: Store,
  name: string,
  { of = article, scope = 'article' as CorrectionScope } = {},
): Promise<Correction> {
  const made = store.newCorrection(scope, { kind: 'renameEntity', entity: ellery, name });
  expect(await store.correct(of, made)).toBe('kept');
  return made;
}

const namesIn = (store: Store, of = article) =>
  store
    .decisions(of)
    .corrections.map(({ change }) => (change.kind === 'renameEntity' ? change.name : change.kind));

describe('the store', () => {
  it('keeps everything between starts', async () => {
    const store = openStore();
    store.changeSettings({ theme: 'sepia', fontSize: 22 });
    store.addRecent(recent('/a.txt'));
    const { opened: _when, ...details } = recent('/b.txt');
    store.keepOpen([{ ...details, title: 'A title' }]);
    await store.decide(article, { publicationDate: '2026-04-17' });
    await store.decide(article, { restored: ['r1'] });
    await rename(store, 'one');
    store.keepPlace(article, { anchor: { span, quote }, progress: 0.4 });
    store.keepWindowBounds({ x: 1, y: 2, width: 900, height: 700, maximised: false });
    expect(await store.flush()).toBe(true);

    const again = openStore();
    expect(again.settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'sepia', fontSize: 22 });
    expect(again.recent).toEqual([recent('/a.txt')]);
    expect(again.open).toEqual([{ ...details, title: 'A title' }]);
    expect(again.decisions(article)).toMatchObject({
      ...{ publicationDate: '2026-04-17', restored: ['r1'], encoding: null },
      corrections: [{ scope: 'article', change: { kind: 'renameEntity', entity: ellery, name: 'one' } }],
    });
    expect(again.place(article)).toEqual({ anchor: { span, quote }, progress: 0.4 });
    expect(again.windowBounds).toEqual({ x: 1, y: 2, width: 900, height: 700, maximised: false });
    expect(again.decisions(other)).toEqual(NO_DECISIONS);
    expect(again.trouble).toBeNull();
  });

  it('has a correction on the disk by the time it says so', async () => {
    await rename(openStore(), 'one');
    expect(namesIn(openStore())).toEqual(['one']);
  });

  it('keeps numbers within their bounds', () => {
    const store = openStore();
    expect(store.changeSettings({ fontSize: 400, lineHeight: 0 })).toMatchObject({
      ...{ fontSize: 40, lineHeight: 1 },
    });
  });

  it('sets a damaged file aside and starts with the defaults', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme": "sep');
    const store = openStore();
    expect(store.settings).toEqual(DEFAULT_SETTINGS);
    store.changeSettings({ theme: 'dark' });
    await store.flush();
    expect(await readFile(join(folder, 'settings.json.damaged'), 'utf8')).toBe('{"theme": "sep');
  });

  it('lists a file once, newest first; clearing leaves the open files their titles', () => {
    const store = openStore();
    for (const path of ['/a', '/b', '/a']) store.addRecent(recent(path));
    expect(store.recent.map(({ path }) => path)).toEqual(['/a', '/b']);
    store.keepOpen([{ ...recent('/a'), title: 'A' }]);
    store.clearRecent();
    expect(store.open.map(({ title }) => title)).toEqual(['A']);
  });
});

describe('corrections', () => {
  it('for every article go before those of one, and each is taken back where it was made', async () => {
    const store = openStore();
    const one = await rename(store, 'one');
    const two = await rename(store, 'two', { scope: 'library' });
    const three = await rename(store, 'three', { of: other, scope: 'library' });
    expect([namesIn(store), namesIn(store, other)]).toEqual([
      ['two', 'three', 'one'],
      ['two', 'three'],
    ]);
    expect(store.correctionsMadeIn(article)).toEqual([one, two]);
    await store.undo(article, two.id);
    expect(namesIn(store)).toEqual(['three', 'one']);
    expect(store.standing(article, three.id)).toEqual(three);
  });

  it('are taken back and made again in the order they were made, whatever the clock says', async () => {
    const store = openStore();
    const [, two] = [await rename(store, 'one'), await rename(store, 'two')];
    await store.undo(article, two.id);
    expect(store.decisions(article, { with: two.id }).corrections).toHaveLength(2);
    expect([namesIn(store), store.redoable(article)]).toEqual([['one'], two.id]);
    const again = openStore();
    expect(again.redoable(article)).toBe(two.id);
    await again.redo(article, two.id);
    expect([namesIn(again), again.redoable(article)]).toEqual([['one', 'two'], null]);
    await again.undo(article, two.id);
    await rename(again, 'three');
    expect([namesIn(again), again.redoable(article)]).toEqual([['one', 'three'], null]);
  });

  it('taken back out of their order leave the later ones', async () => {
    const store = openStore();
    const [one] = [await rename(store, 'one'), await rename(store, 'two')];
    expect(store.decisions(article, { without: one?.id ?? '' }).corrections).toHaveLength(1);
    await store.undo(article, one?.id ?? '');
    expect(namesIn(openStore())).toEqual(['two']);
  });
});

describe('what another version wrote', () => {
  it('is used as far as it can be, and kept whole', async () => {
    const made = {
      id: 'x',
      scope: 'article',
      change: { kind: 'renameEntity', entity: ellery, name: 'one', hue: 3 },
    };
    const newer = { ...made, id: 'y', change: { kind: 'foldEntity', entity: ellery } };
    const place = { anchor: { span, quote }, progress: 1.0000001, voice: 'low' };
    const lines = [
      lineOf({ seq: 1, version: 9, kind: 'corrected', article, correction: made, mood: 'sure' }),
      lineOf({ seq: 2, version: 9, kind: 'corrected', article, correction: newer }),
      lineOf({ seq: 3, version: 9, kind: 'decided', article, decisions: { encoding: 'utf-8', shade: 1 } }),
      lineOf({ seq: 4, version: 9, kind: 'placed', article, place }),
      lineOf({ seq: 5, version: 9, kind: 'sung', article }),
    ];
    const text = `\uFEFF${lines.map((line) => line.text).join('\r\n')}\r\n`;
    await writeFile(join(folder, 'journal.jsonl'), text);
    await writeFile(join(folder, 'settings.json'), '\uFEFF{"theme":"neon","fontSize":24,"future":1}');
    await writeFile(
      join(folder, 'recent.json'),
      JSON.stringify([{ path: 7 }, { ...recent('/b.txt'), new: 1 }]),
    );
    const store = openStore();
    expect(store.settings).toEqual({ ...DEFAULT_SETTINGS, fontSize: 24 });
    expect(store.recent).toEqual([recent('/b.txt')]);
    expect(store.decisions(article)).toMatchObject({ encoding: 'utf-8' });
    expect(namesIn(store)).toEqual(['one']);
    expect(store.place(article)?.progress).toBe(1);
    store.changeSettings({ theme: 'dark' });
    await rename(store, 'two');
    await store.flush();
    expect(JSON.parse(await readFile(join(folder, 'settings.json'), 'utf8'))).toMatchObject({ future: 1 });
    expect((await readFile(join(folder, 'journal.jsonl'), 'utf8')).startsWith(text)).toBe(true);
    expect(namesIn(openStore())).toEqual(['one', 'two']);
  });

  it('is taken over from the files of the first version, once', async () => {
    const change = {
      ...{ kind: 'setEventDate', event: { span, text: 'word' }, first: '2024-01-01', last: '2024-01-02' },
    };
    const choices = { publicationDate: '2024-02-29', encoding: null, format: null, restored: ['r1'] };
    const corrections = [{ id: '1', scope: 'article', change }];
    await mkdir(join(folder, 'articles'));
    const file = join(folder, 'articles', `${article}.json`);
    await writeFile(
      file,
      JSON.stringify({ choices: { ...choices, corrections }, place: { span, progress: 0.5 } }),
    );
    const shared = { id: '2', scope: 'library', change: { kind: 'notAnEntity', entity: ellery } };
    await writeFile(
      join(folder, 'corrections.json'),
      JSON.stringify([{ madeIn: other, correction: shared }]),
    );
    const { article: _none, ...older } = recent('/old.txt');
    await writeFile(join(folder, 'recent.json'), JSON.stringify([older]));

    const store = openStore();
    const time = { first: '2024-01-01', last: '2024-01-02', written: null };
    const moved = {
      id: '1',
      scope: 'article',
      change: { kind: 'setEventDate', event: { span, quote }, time },
    };
    expect(store.decisions(article)).toEqual({ ...choices, kind: null, corrections: [shared, moved] });
    expect(store.place(article)).toEqual({
      anchor: { span, quote: { ...quote, exact: '' } },
      progress: 0.5,
    });
    expect(store.recent).toEqual([recent('/old.txt')]);
    await store.undo(article, '1');
    await store.flush();
    expect(openStore().decisions(article)).toEqual({ ...choices, kind: null, corrections: [shared] });
    expect(await readFile(file, 'utf8')).toContain('choices');
  });
});

describe('a long journal', () => {
  it('loses what was superseded when the app starts, and nothing else', async () => {
    const store = openStore();
    const gone = await rename(store, 'gone');
    await store.undo(article, gone.id);
    await rename(store, 'stays');
    await store.decide(article, { publicationDate: '2020-01-01' });
    await store.decide(article, { publicationDate: '2021-01-01', encoding: 'utf-8' });
    const path = join(folder, 'journal.jsonl');
    await appendFile(path, `${lineOf({ seq: 6, version: 2, kind: 'sung', article }).text}\n`);
    let seq = 6;
    const places = Array.from({ length: 2_100 }, (_, n) => {
      seq += 1;
      const place = { anchor: { span, quote }, progress: n / 2_100 };
      return `${lineOf({ seq, version: 1, kind: 'placed', article, place }).text}\n`;
    });
    await appendFile(path, places.join(''));
    const before = await readFile(path, 'utf8');

    const compacting = openStore();
    await compacting.flush();
    await expect.poll(async () => (await readFile(path, 'utf8')).length).toBeLessThan(2_000);
    const kinds = (await readFile(path, 'utf8'))
      .match(/"version":\d,"kind":"\w+"/g)
      ?.map((words) => words.slice(12));
    expect(kinds).toEqual(['corrected', 'decided', 'sung', 'placed'].map((kind) => `"kind":"${kind}"`));
    expect(await readFile(`${path}.before`, 'utf8')).toBe(before);
    await rename(compacting, 'later');
    const again = openStore();
    expect(namesIn(again)).toEqual(['stays', 'later']);
    expect(again.decisions(article)).toMatchObject({ publicationDate: '2021-01-01', encoding: 'utf-8' });
    expect(again.place(article)?.progress).toBeCloseTo(2_099 / 2_100);
  });
});
