import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  type Article,
  type ImageResource,
  NO_DECISIONS,
  type ReadingPlace,
  type WorkerReply,
  type WorkerRequest,
} from '../contract';
import { Articles } from './articles';
import { ImageShelf } from './image-shelf';
import { Lane } from './lane';
import type { MainWindow } from './main-window';
import { emptyLibrary, packedOf, testStore } from './test-store';

vi.mock('electron', () => ({ app: {} }));

const test = testStore();

const noStops = { isRisky: () => false, forget: () => {} };
const TEXT = 'The ferry left Port Ellery.';
const id = 'a'.repeat(64);

function articleOf(hash: string, more: Partial<Article> = {}): Article {
  const blocks = [{ id: 'b1', kind: 'paragraph', text: TEXT, marks: [] }];
  const source = { hash, name: 'one.txt', size: 1, modified: 0 };
  return { source, title: null, blocks, ...more } as unknown as Article;
}

type Answers = { [K in WorkerRequest['kind']]?: (request: WorkerRequest) => object };

/** An engine that answers by itself, by kind of request; what it is not told to answer, it does not know. */
function setUp(answers: Answers = {}) {
  const requests: WorkerRequest[] = [];
  const notified: unknown[] = [];
  const lane = new Lane(
    (reply) => ({
      post(request) {
        requests.push(request);
        if (request.kind === 'cancel') return;
        const { ticket } = request;
        queueMicrotask(() => {
          if (request.kind === 'open') {
            const article = articleOf(request.source.hash);
            const place = request.place?.span ?? null;
            reply({ kind: 'article', ticket, article, packed: new Uint8Array([2]), images: [], place });
            reply({ kind: 'analysis', ticket, analysis: packedOf(request.source.hash) });
          } else {
            const given = answers[request.kind]?.(request) ?? { kind: 'unknown-article' };
            reply({ ...given, ticket } as WorkerReply);
          }
        });
      },
      kill() {},
    }),
    1,
    { reading: 60_000, silence: 60_000, cancelling: 20 },
  );
  const window = { notify: (name: string, value: object) => notified.push([name, value]) };
  const library = emptyLibrary();
  const shown = vi.fn();
  const images = new ImageShelf();
  const articles = new Articles(
    test.store,
    lane,
    images,
    library,
    window as unknown as MainWindow,
    noStops,
    shown,
  );
  const kinds = () => requests.map(({ kind }) => kind);
  return { articles, requests, kinds, library, shown, notified, images };
}

async function imported(articles: Articles, text = TEXT): Promise<string> {
  const path = join(test.folder, 'one.txt');
  await writeFile(path, text);
  return articles.import(path, 1);
}

describe('the original text', () => {
  const answering = { original: () => ({ kind: 'original', text: 'As it was.' }) };

  it('is asked of the engine that read the article', async () => {
    const { articles, kinds } = setUp(answering);
    const article = await imported(articles);
    expect(await articles.original(article)).toBe('As it was.');
    expect(kinds()).toEqual(['original']);
  });

  it('comes after reading the article again where the engine holds it no more', async () => {
    let held = false;
    const { articles, kinds } = setUp({
      original: () => {
        const known = held;
        held = true;
        return known ? { kind: 'original', text: 'As it was.' } : { kind: 'unknown-article' };
      },
    });
    const article = await imported(articles);
    expect(await articles.original(article)).toBe('As it was.');
    expect(kinds()).toEqual(['original', 'open', 'original']);
  });

  it('that the engine does not know even then is a mistake, told as one', async () => {
    const { articles } = setUp();
    const article = await imported(articles);
    await expect(articles.original(article)).rejects.toThrow('did not know the article');
  });
});

describe('other decisions', () => {
  const decisions = { ...NO_DECISIONS, publicationDate: '2024-02-29' };

  it('are analysed by what the engine holds, without showing the article anew', async () => {
    const analysis = packedOf(id);
    const { articles, kinds, requests, shown } = setUp({ revise: () => ({ kind: 'analysis', analysis }) });
    const article = await imported(articles);
    expect(await articles.revise(article, decisions, 2)).toBe(analysis);
    expect(kinds()).toEqual(['revise']);
    expect(requests[0]).toMatchObject({ kind: 'revise', article, decisions });
    expect(shown).not.toHaveBeenCalled();
  });

  it('are read from the file where the engine holds the article no more; that is no opening', async () => {
    const { articles, kinds, requests, shown } = setUp();
    const article = await imported(articles);
    expect(await articles.revise(article, decisions, 2)).toMatchObject({ article });
    expect(kinds()).toEqual(['revise', 'open']);
    expect(requests[1]).toMatchObject({ decisions });
    expect(shown).toHaveBeenCalledWith(join(test.folder, 'one.txt'), expect.anything(), false);
  });

  it('renew what the library has, for the article that is shown', async () => {
    const { articles, library } = setUp();
    const article = await imported(articles);
    articles.renewed(packedOf(article));
    expect(library.renew).not.toHaveBeenCalled();
    await articles.open(article, 1);
    articles.renewed(packedOf('b'.repeat(64)));
    expect(library.renew).not.toHaveBeenCalled();
    articles.renewed(packedOf(article));
    expect(library.renew).toHaveBeenCalledWith(
      expect.objectContaining({ source: expect.objectContaining({ hash: article }) }),
      packedOf(article),
      test.store.decisions(article),
    );
  });
});

describe('the reading place', () => {
  const place = (start: number, exact: string): ReadingPlace => ({
    anchor: {
      span: { block: 'b1', start, end: start + exact.length },
      quote: { exact, before: '', after: '' },
    },
    progress: 0.5,
  });
  const span = { block: 'b1', start: 4, end: 9 };

  it('is none before one was kept, and is where it was kept after', async () => {
    const { articles } = setUp();
    expect(articles.place(id)).toBeNull();
    articles.keepPlace(id, place(4, 'ferry'));
    expect(articles.place(id)).toMatchObject({ progress: 0.5, anchor: { span } });
  });

  it('of a stored article stands where its words stand, and nowhere when they are gone', async () => {
    const { articles, library, notified } = setUp();
    library.pathOf.mockResolvedValue('/gone/one.txt');
    library.stored.mockResolvedValue({
      ...{
        article: articleOf(id),
        packed: new Uint8Array([2]),
        analysis: packedOf(id),
        decisions: NO_DECISIONS,
      },
    });
    await articles.open(id, 1);
    expect(articles.place(id)).toBeNull();
    test.store.keepPlace(id, place(4, 'ferry'));
    await articles.open(id, 2);
    expect(articles.place(id)).toMatchObject({ anchor: { span } });
    test.store.keepPlace(id, place(5, 'ferry'));
    await articles.open(id, 3);
    expect(articles.place(id)).toBeNull();
    expect(notified.map((notice) => (notice as [string, { job: number }])[1].job)).toEqual([1, 2, 3]);
  });
});

describe('what is shown', () => {
  it('names the window by its title, else its file', async () => {
    const { articles, library } = setUp();
    expect(articles.currentTitle).toBe('article');
    library.pathOf.mockResolvedValue('/gone/one.txt');
    const show = async (more: Partial<Article>, job: number) => {
      const article = articleOf(id, more);
      library.stored.mockResolvedValue({
        article,
        packed: new Uint8Array([2]),
        analysis: packedOf(id),
        decisions: NO_DECISIONS,
      });
      await articles.open(id, job);
    };
    await show({}, 1);
    expect(articles.currentTitle).toBe('one.txt');
    await show({ title: { value: 'The ferry', source: 'text', words: '' } as Article['title'] }, 2);
    expect(articles.currentTitle).toBe('The ferry');
  });

  it('of the library gets its pictures from the copy, read in the background; a text needs no reading', async () => {
    const picture = {
      id: 'p1',
      kind: 'embedded',
      bytes: Uint8Array.from(Buffer.from('89504e470d0a1a0a0000000d4948445200000280000001e00802', 'hex')),
    };
    const { articles, library, images, kinds } = setUp({
      images: () => ({ kind: 'images', images: [picture as ImageResource] }),
    });
    library.pathOf.mockResolvedValue('/gone/one.html');
    library.source.mockResolvedValue({
      source: { hash: id, name: 'one.html', size: 1, modified: 0 },
      bytes: new Uint8Array(1),
    });
    const stored = (article: Article) => ({
      article,
      packed: new Uint8Array([2]),

      analysis: packedOf(id),
      decisions: NO_DECISIONS,
    });
    library.stored.mockResolvedValue(stored(articleOf(id)));
    await articles.open(id, 1);
    expect(kinds()).toEqual([]);
    const blocks = [{ id: 'f', kind: 'figure', text: '', marks: [], image: 'p1' }];
    library.stored.mockResolvedValue(stored(articleOf(id, { blocks } as unknown as Partial<Article>)));
    await articles.open(id, 2);
    expect(await images.get('p1')).toMatchObject({ mediaType: 'image/png' });
    expect(kinds()).toEqual(['images']);
  });

  it('in the file manager is only what this window opened, now or before', async () => {
    const { articles } = setUp();
    await imported(articles);
    expect(articles.knows(join(test.folder, 'one.txt'))).toBe(true);
    expect(articles.knows('/etc/passwd')).toBe(false);
    test.store.addRecent({
      ...{ path: '/before.txt', article: null, name: 'before.txt', title: null, opened: 0 },
      ...{ publicationDate: null, minutes: null },
    });
    expect(articles.knows('/before.txt')).toBe(true);
  });
});
