import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type Article, NO_DECISIONS, type WorkerReply, type WorkerRequest } from '../contract';
import type { Failure } from '../files/failure';
import { Articles } from './articles';
import { ImageShelf } from './image-shelf';
import { Lane } from './lane';
import type { MainWindow } from './main-window';
import { emptyLibrary, packedOf, testStore } from './test-store';
import { WindowStops } from './window-stops';

vi.mock('electron', () => ({ app: {} }));

const test = testStore();

async function put(name: string, text = name): Promise<string> {
  await writeFile(join(test.folder, name), text);
  return join(test.folder, name);
}

/** An engine that the test answers for; `requests` are all it was asked. */
function setUp() {
  const requests: WorkerRequest[] = [];
  let reply: (reply: WorkerReply) => void = () => {};
  const lane = new Lane(
    (onReply) => {
      reply = onReply;
      return { post: (request) => requests.push(request), kill: () => {} };
    },
    1,
    { reading: 60_000, silence: 60_000, cancelling: 20 },
  );
  const notices: [string, unknown][] = [];
  const window = {
    notify: (name: string, notice: unknown) => notices.push([name, notice]),
  } as unknown as MainWindow;
  const stops = new WindowStops(join(test.folder, 'data'));
  const opened = vi.fn();
  const library = emptyLibrary();
  const articles = new Articles(test.store, lane, new ImageShelf(), library, window, stops, opened);
  const answer = () => {
    const request = requests.at(-1);
    if (request?.kind !== 'open') throw new Error('Nothing was opened.');
    const { ticket, source } = request;
    const article = { source, title: null, blocks: [] } as unknown as Article;
    reply({
      kind: 'article',
      ticket,
      article,
      packed: new Uint8Array([2]),
      images: [],
      place: request.place?.span ?? null,
    });
    const analysis = packedOf(source.hash);
    reply({ kind: 'analysis', ticket, analysis });
  };
  const codeOf = (result: Promise<unknown>) =>
    result.then(
      () => 'done',
      (failure: Failure) => failure.error.code,
    );
  return { articles, lane, requests, answer, opened, codeOf, library, stops, notices };
}

describe('opening', () => {
  it('imports a file by its bytes and hands the engine bytes, never a path', async () => {
    const { articles, requests, answer, opened } = setUp();
    const path = await put('one.txt', 'The ferry left.');
    const id = await articles.import(path, 1);
    const analysis = articles.open(id, 1);
    await expect.poll(() => requests.length).toBe(1);
    expect(JSON.stringify({ ...requests[0], bytes: null })).not.toContain(test.folder);
    answer();
    expect(await analysis).toMatchObject({ article: id });
    expect(opened).toHaveBeenCalledWith(path, expect.anything(), true);
  });

  it('another file does not wait for one that hangs', async () => {
    const { articles, requests, answer, codeOf } = setUp();
    const hung = codeOf(articles.open(await articles.import(await put('hung.txt'), 1), 1));
    await expect.poll(() => requests.length).toBe(1);
    const next = articles.import(await put('next.txt'), 2).then((id) => articles.open(id, 2));
    expect(await hung).toBe('cancelled');
    await expect.poll(() => requests.filter(({ kind }) => kind === 'open').length).toBe(2);
    answer();
    expect(await codeOf(next)).toBe('done');
  });

  it('another file does not cancel what a person decides', async () => {
    const { articles, requests, answer, codeOf } = setUp();
    const id = await articles.import(await put('one.txt'), 1);
    const opened = articles.open(id, 1);
    await expect.poll(() => requests.length).toBe(1);
    answer();
    await opened;
    const decided = codeOf(articles.revise(id, NO_DECISIONS, 2));
    await articles.import(await put('two.txt'), 3);
    expect(requests.map(({ kind }) => kind)).toEqual(['open', 'revise']);
    articles.cancel(2);
    expect(await decided).toBe('cancelled');
  });

  it('a file that was written to since is not taken for the article', async () => {
    const { articles, codeOf } = setUp();
    const path = await put('one.txt');
    const id = await articles.import(path, 1);
    await writeFile(path, 'other words');
    expect(await codeOf(articles.open(id, 1))).toBe('file-changed');
  });

  it('an article that was never imported and is in no library is refused', async () => {
    const { articles, codeOf } = setUp();
    expect(await codeOf(articles.open('f'.repeat(64), 1))).toBe('invalid-request');
  });

  it('an article that the library has is shown as it was found before, without the engine or the file', async () => {
    const { articles, requests, library, opened } = setUp();
    const id = 'a'.repeat(64);
    const article = { source: { hash: id, name: 'one.txt' }, title: null, blocks: [] } as unknown as Article;
    const analysis = packedOf(id);
    library.pathOf.mockResolvedValue('/gone/one.txt');
    library.stored.mockResolvedValue({
      article,
      packed: new Uint8Array([2]),
      analysis,
      decisions: NO_DECISIONS,
    });
    expect(await articles.open(id, 1)).toBe(analysis);
    expect(requests).toEqual([]);
    expect(opened).toHaveBeenCalledWith('/gone/one.txt', article, true);
    expect(library.opened).toHaveBeenCalledWith(id);
    expect(library.keep).not.toHaveBeenCalled();
  });

  it('an article that was read is kept, and read again from the library’s copy when its file is gone', async () => {
    const { articles, requests, answer, library } = setUp();
    const path = await put('one.txt', 'The ferry left.');
    const id = await articles.import(path, 1);
    const first = articles.open(id, 1);
    await expect.poll(() => requests.length).toBe(1);
    answer();
    await first;
    expect(library.keep).toHaveBeenCalledWith(path, expect.objectContaining({ decisions: NO_DECISIONS }));
    await rm(path);
    const source = { hash: id, name: 'one.txt', size: 15, modified: 0 };
    library.source.mockResolvedValue({ source, bytes: new TextEncoder().encode('The ferry left.') });
    const again = articles.open(id, 2);
    await expect.poll(() => requests.length).toBe(2);
    answer();
    expect(await again).toMatchObject({ article: id });
  });

  it('an article that stopped the window twice is shown as text only, until somebody wants the whole', async () => {
    const { articles, library, stops, notices } = setUp();
    const id = 'a'.repeat(64);
    const article = { source: { hash: id, name: 'one.txt' }, title: null, blocks: [] } as unknown as Article;
    library.pathOf.mockResolvedValue('/one.txt');
    library.stored.mockResolvedValue({
      article,
      packed: new Uint8Array([2]),
      analysis: packedOf(id),
      decisions: NO_DECISIONS,
    });
    const asText = () => {
      const last = notices.filter(([name]) => name === 'job.article').at(-1);
      return (last?.[1] as { textOnly: boolean } | undefined)?.textOnly;
    };
    const told = () => notices.filter(([name]) => name === 'app.error').length;
    stops.note({ id, path: '/one.txt' }, 'crashed');
    await articles.open(id, 1);
    expect([asText(), told()]).toEqual([false, 0]);
    stops.note({ id, path: '/one.txt' }, 'crashed');
    await articles.open(id, 2);
    expect([asText(), told()]).toEqual([true, 1]);
    expect(notices.find(([name]) => name === 'app.error')?.[1]).toMatchObject({
      code: 'shown-as-text',
      waysOut: ['show-whole'],
    });
    await articles.open(id, 3, 'whole');
    expect(asText()).toBe(false);
    await articles.open(id, 4, 'text');
    expect([asText(), told()]).toEqual([true, 1]);
    await stops.flush();
  });
});
