import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_DECISIONS, type StoredFindings } from '../contract';
import { fail } from '../files/failure';
import { Store } from '../library/store';
import { ArticleLibrary } from './article-library';
import type { Librarian } from './librarian';
import { libraryHandlers } from './library-handlers';

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-handlers-'));
  store = new Store(folder);
});
afterEach(async () => {
  await store.flush();
  store.stop();
  await rm(folder, { recursive: true });
});

/** A librarian that gives the same answer to everything, or fails. */
function fakeLibrarian(answer: unknown = null) {
  const asked: [string, unknown][] = [];
  const librarian = {
    async ask(name: string, input: unknown) {
      asked.push([name, input]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as Librarian;
  return { asked, librarian };
}

const [one, two] = ['a'.repeat(64), 'b'.repeat(64)];
const day = (value: string | null) => ({ kind: 'publicationDate', day: value }) as const;

describe('calls about the library', () => {
  it('are passed on to the librarian, and its answers back', async () => {
    const { asked, librarian } = fakeLibrarian(['an answer']);
    const handlers = libraryHandlers(librarian, store);
    const change = { kind: 'star', on: true } as const;
    expect(await handlers['library.entities']({ text: 'a' })).toEqual(['an answer']);
    expect(await handlers['library.change']({ articles: [one], change })).toEqual(['an answer']);
    expect(await handlers['library.undo']({ undo: '7' })).toEqual(['an answer']);
    expect(asked).toEqual([
      ['library.entities', { text: 'a' }],
      ['library.change', { articles: [one], change }],
      ['library.undo', { undo: '7' }],
    ]);
  });

  it('move the library, and the next start finds it there', async () => {
    const handlers = libraryHandlers(fakeLibrarian({ folder: '/new' }).librarian, store);
    expect(await handlers['library.move']({ folder: '/new' })).toEqual({ folder: '/new' });
    expect(store.libraryFolder).toBe('/new');
  });

  it('that fail to move it leave it where it was', async () => {
    const handlers = libraryHandlers(
      fakeLibrarian(fail('disk-full', null, 'Full.', 'Make room.')).librarian,
      store,
    );
    await expect(handlers['library.move']({ folder: '/new' })).rejects.toThrow();
    expect(store.libraryFolder).toBeNull();
  });
});

describe('the day of publication of many articles', () => {
  it('is decided for those it changes, which are read again, and taken back as it was', async () => {
    const { asked, librarian } = fakeLibrarian();
    const handlers = libraryHandlers(librarian, store);
    await store.decide(one, { publicationDate: '2020-01-01' });
    await store.decide(two, { publicationDate: '2024-02-29' });
    const given = { articles: [one, two], change: day('2024-02-29') };
    const { undo, changed } = await handlers['library.change'](given);
    expect(changed).toEqual([one]);
    expect(store.decisions(one).publicationDate).toBe('2024-02-29');
    expect(asked).toEqual([
      ['librarian.decided', { articles: [{ article: one, decisions: store.decisions(one) }] }],
    ]);
    expect(await handlers['library.undo']({ undo })).toEqual([one]);
    expect(store.decisions(one).publicationDate).toBe('2020-01-01');
    expect(store.decisions(two).publicationDate).toBe('2024-02-29');
    await expect(handlers['library.undo']({ undo })).rejects.toMatchObject({
      error: { code: 'invalid-request' },
    });
  });

  it('asks for nothing to be read again where it changes nothing', async () => {
    const { asked, librarian } = fakeLibrarian();
    const handlers = libraryHandlers(librarian, store);
    const { changed } = await handlers['library.change']({ articles: [one], change: day(null) });
    expect([changed, asked]).toEqual([[], []]);
  });

  it('can be taken back for a hundred changes', async () => {
    const handlers = libraryHandlers(fakeLibrarian().librarian, store);
    const undos: string[] = [];
    for (let n = 0; n < 101; n++) {
      const change = day(`20${String(n % 30).padStart(2, '0')}-01-01`);
      undos.push((await handlers['library.change']({ articles: [one], change })).undo);
    }
    await expect(handlers['library.undo']({ undo: undos[0] ?? '' })).rejects.toMatchObject({
      error: { code: 'invalid-request' },
    });
    expect(await handlers['library.undo']({ undo: undos[1] ?? '' })).toEqual([one]);
  });
});

describe('the library beside opening', () => {
  const stored = (publicationDate: string | null) =>
    ({ decisions: { ...NO_DECISIONS, publicationDate } }) as StoredFindings;
  const decisions = { ...NO_DECISIONS, publicationDate: '2024-02-29' };

  it('gives findings only under the very decisions of now', async () => {
    const library = new ArticleLibrary(fakeLibrarian(stored('2024-02-29')).librarian);
    expect(await library.stored(one, decisions)).toEqual(stored('2024-02-29'));
    expect(await library.stored(one, NO_DECISIONS)).toBeNull();
    expect(await new ArticleLibrary(fakeLibrarian(null).librarian).stored(one, decisions)).toBeNull();
  });

  it('knows an article by its path, or by its title when it has none', async () => {
    const pathOf = (entry: object | null) => new ArticleLibrary(fakeLibrarian(entry).librarian).pathOf(one);
    expect(await pathOf({ path: '/one.txt', title: 'One' })).toBe('/one.txt');
    expect(await pathOf({ path: null, title: 'One' })).toBe('One');
    expect(await pathOf(null)).toBeNull();
  });

  it('that cannot be used keeps nobody from reading; a mistake is not swallowed', async () => {
    const closed = new ArticleLibrary(
      fakeLibrarian(fail('library-damaged', null, 'Damaged.', 'Restore.')).librarian,
    );
    expect(await closed.stored(one, decisions)).toBeNull();
    expect(await closed.source(one)).toBeNull();
    expect(await closed.pathOf(one)).toBeNull();
    expect(() => closed.opened(one)).not.toThrow();
    const wrong = new ArticleLibrary(fakeLibrarian(new TypeError('x is undefined')).librarian);
    await expect(wrong.source(one)).rejects.toThrow('x is undefined');
  });

  it('is told what was read, opened and decided', () => {
    const { asked, librarian } = fakeLibrarian();
    const library = new ArticleLibrary(librarian);
    const findings = stored(null);
    library.keep('/one.txt', findings);
    library.opened(one);
    library.renew(findings.article, findings.analysis, decisions);
    const renewed = { article: findings.article, analysis: findings.analysis, decisions };
    expect(asked).toEqual([
      ['librarian.keep', { path: '/one.txt', findings }],
      ['librarian.opened', { article: one }],
      ['librarian.renew', { findings: renewed, decisions }],
    ]);
  });
});
