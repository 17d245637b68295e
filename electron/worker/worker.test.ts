import { describe, expect, it } from 'vitest';
import { type Anchor, type Article, NO_DECISIONS, type WorkerReply } from '../contract';
import { EngineError } from '../engine/errors';
import type { Engine } from '../engine/stages';
import { Worker } from './worker';

const article: Article = {
  source: { name: 'a.txt', size: 1, modified: 0, hash: 'h' },
  detected: { format: 'text', encoding: 'utf-8', encodingSource: 'utf-8' },
  title: null,
  byline: null,
  site: null,
  language: null,
  publicationDate: { value: '2020-01-01', source: 'text' },
  kind: null,
  titleBlock: null,
  blocks: [],
  removals: [],
  removedShare: 0,
};

/** An engine that notes what was asked of it. */
function fakeEngine(overrides: Partial<Engine> = {}) {
  const calls: string[] = [];
  const engine: Engine = {
    async read(_source, decisions, progress) {
      progress('read', 0, 1);
      calls.push(`read ${decisions.publicationDate}`);
      return { article, original: 'As it was.', images: [] };
    },
    async parse(_article, progress) {
      calls.push('parse');
      progress('language', 0, 1);
      return { support: { state: 'supported' }, blocks: [], wordScores: null };
    },
    analyse() {
      throw new Error('The worker analyses in steps.');
    },
    *analysing(given, _parsed, decisions, progress) {
      calls.push(`analyse ${decisions.publicationDate}`);
      yield;
      progress('timeline', 1, 1);
      return {
        engineVersion: 'test',
        article: given.source.hash,
        publicationDate: given.publicationDate,
        support: { state: 'supported' },
        sentences: [],
        mentions: [],
        suggestedMerges: [],
        references: [],
        statements: [],
        entities: [],
        expressions: [],
        events: [],
        unapplied: [],
      };
    },
    ...overrides,
  };
  const replies: WorkerReply[] = [];
  const worker = new Worker(
    engine,
    (reply) => replies.push(reply),
    async () => {},
  );
  const open = (ticket: number, decisions = NO_DECISIONS, place: Anchor | null = null) =>
    worker.take({ kind: 'open', ticket, source: article.source, bytes: new Uint8Array(), decisions, place });
  return { worker, calls, replies, open, kinds: () => replies.map(({ kind }) => kind) };
}

describe('the worker', () => {
  it('sends the article before it looks for names and times', async () => {
    const { open, kinds } = fakeEngine();
    await open(1);
    expect(kinds()).toEqual(['progress', 'article', 'progress', 'progress', 'analysis']);
  });

  it('revises without reading or parsing again, with the date put in only at the end', async () => {
    const { worker, calls, open, replies } = fakeEngine();
    await open(1, { ...NO_DECISIONS, publicationDate: '2021-02-03' });
    const [, sent] = replies;
    expect(sent?.kind === 'article' && sent.article.publicationDate?.value).toBe('2021-02-03');
    await worker.take({ kind: 'revise', ticket: 2, article: 'h', decisions: NO_DECISIONS });
    expect(calls).toEqual(['read null', 'parse', 'analyse 2021-02-03', 'analyse null']);
  });

  it('does not know an article that was read with other decisions, or not at all', async () => {
    const { worker, open, replies } = fakeEngine();
    await open(1);
    await worker.take({ kind: 'revise', ticket: 2, article: 'other', decisions: NO_DECISIONS });
    await worker.take({
      kind: 'revise',
      ticket: 3,
      article: 'h',
      decisions: { ...NO_DECISIONS, restored: ['r1'] },
    });
    expect(replies.slice(-2)).toEqual([
      { kind: 'unknown-article', ticket: 2 },
      { kind: 'unknown-article', ticket: 3 },
    ]);
  });

  it('stops at the next unit of work after a cancel', async () => {
    const { worker, open, replies, calls } = fakeEngine();
    await worker.take({ kind: 'cancel', ticket: 1 });
    await open(1);
    expect(calls).toEqual([]);
    expect(replies).toMatchObject([{ kind: 'failure', failure: { code: 'cancelled' } }]);
  });

  it('hears a cancel also between the steps of an analysis', async () => {
    const calls: string[] = [];
    const { worker, open, replies } = fakeEngine({
      *analysing(_article, _parsed, _decisions, progress) {
        calls.push('names');
        void worker.take({ kind: 'cancel', ticket: 1 });
        yield;
        progress('timeline', 0, 1);
        calls.push('times');
        throw new Error('It went on.');
      },
    });
    await open(1);
    expect(calls).toEqual(['names']);
    expect(replies.at(-1)).toMatchObject({ kind: 'failure', failure: { code: 'cancelled' } });
  });

  it('tells an error of the engine, a want of memory and a mistake apart', async () => {
    const codeOf = async (error: Error) => {
      const { open, replies } = fakeEngine({ read: () => Promise.reject(error) });
      await open(1);
      const [reply] = replies;
      return reply?.kind === 'failure' ? reply.failure.code : reply?.kind;
    };
    expect(await codeOf(new EngineError('no-text', 'Nothing.', 'Try.'))).toBe('no-text');
    expect(await codeOf(new RangeError('Array buffer allocation failed'))).toBe('out-of-memory');
    expect(await codeOf(new TypeError('x is undefined'))).toBe('internal');
  });

  it('finds the reading place again where its words stand now', async () => {
    const text = 'The pilot boat left Port Ellery at dawn, and the mayor waved from the quay.';
    const blocks = [{ id: 'moved', kind: 'paragraph' as const, text, marks: [] }];
    const { open, replies } = fakeEngine({
      read: async () => ({ article: { ...article, blocks }, original: '', images: [] }),
    });
    const place = (exact: string) => ({
      span: { block: 'gone', start: 4, end: 4 + exact.length },
      quote: { exact, before: '', after: '' },
    });
    await open(1, NO_DECISIONS, place('pilot boat left Port Ellery at dawn'));
    await open(2, NO_DECISIONS, place('words that nobody ever wrote in this article'));
    const places = replies.flatMap((reply) => (reply.kind === 'article' ? [reply.place] : []));
    expect(places).toEqual([{ block: 'moved', start: 4, end: 39 }, null]);
  });

  const bytes = new Uint8Array();
  const { source } = article;

  it('gives the text as it was before cleaning, of an article it holds', async () => {
    const { worker, open, replies } = fakeEngine();
    await worker.take({ kind: 'original', ticket: 1, article: 'h', decisions: NO_DECISIONS });
    expect(replies).toEqual([{ kind: 'unknown-article', ticket: 1 }]);
    await open(2);
    await worker.take({ kind: 'original', ticket: 3, article: 'h', decisions: NO_DECISIONS });
    expect(replies.at(-1)).toEqual({ kind: 'original', ticket: 3, text: 'As it was.' });
  });

  it('describes an article by its title, day and words, and gives its pictures, without parsing it', async () => {
    const paragraph = { kind: 'paragraph' as const, marks: [] };
    const read = {
      ...article,
      title: { value: 'The ferry', source: 'text' as const, words: 'The ferry' },
      blocks: [
        { ...paragraph, id: 'a', text: 'It left  at dawn.' },
        { ...paragraph, id: 'b', text: '' },
        { ...paragraph, id: 'c', text: 'Nobody waved.' },
      ],
    };
    const images = [
      { id: 'p', kind: 'embedded' as const, mediaType: 'image/png', bytes: new Uint8Array([1]) },
    ];
    const { worker, replies, calls } = fakeEngine({
      read: async () => ({ article: read, original: '', images }),
    });
    await worker.take({ kind: 'describe', ticket: 1, source, bytes, decisions: NO_DECISIONS });
    await worker.take({ kind: 'images', ticket: 2, source, bytes, decisions: NO_DECISIONS });
    const description = { title: 'The ferry', publicationDate: '2020-01-01', words: 6 };
    expect(replies).toEqual([
      { kind: 'description', ticket: 1, description },
      { kind: 'images', ticket: 2, images },
    ]);
    expect(calls).toEqual([]);
  });

  it('describes an article that states neither title nor day', async () => {
    const { worker, replies } = fakeEngine({
      read: async () => ({ article: { ...article, publicationDate: null }, original: '', images: [] }),
    });
    await worker.take({ kind: 'describe', ticket: 1, source, bytes, decisions: NO_DECISIONS });
    const description = { title: null, publicationDate: null, words: 0 };
    expect(replies).toEqual([{ kind: 'description', ticket: 1, description }]);
  });

  it('holds the last four articles, the one asked for last the longest', async () => {
    const named = (hash: string) => ({ ...article, source: { ...source, hash } });
    const { worker, replies } = fakeEngine({
      read: async ({ info }) => ({ article: named(info.hash), original: info.hash, images: [] }),
    });
    const open = (hash: string) =>
      worker.take({
        ...{ kind: 'open', ticket: 1, source: named(hash).source, bytes },
        ...{ decisions: NO_DECISIONS, place: null },
      } as const);
    const held = async (hash: string) => {
      await worker.take({ kind: 'original', ticket: 2, article: hash, decisions: NO_DECISIONS });
      return replies.at(-1)?.kind === 'original';
    };
    for (const hash of ['1', '2', '3', '4']) await open(hash);
    expect(await held('1')).toBe(true);
    await open('5');
    expect([await held('2'), await held('1'), await held('5')]).toEqual([false, true, true]);
  });

  it('takes no other range error for a want of memory', async () => {
    const { open, replies } = fakeEngine({ read: () => Promise.reject(new RangeError('Invalid date')) });
    await open(1);
    expect(replies).toMatchObject([{ kind: 'failure', failure: { code: 'internal' } }]);
    const other = fakeEngine({ read: () => Promise.reject(new Error('allocation failed')) });
    await other.open(1);
    expect(other.replies).toMatchObject([{ kind: 'failure', failure: { code: 'internal' } }]);
  });

  it('tells of progress now and then, and always of a beginning and an end', async () => {
    const { open, replies } = fakeEngine({
      async read(_source, _decisions, progress) {
        for (let done = 0; done <= 1_000; done++) progress('read', done, 1_000);
        return { article, original: '', images: [] };
      },
    });
    await open(1);
    const told = replies.flatMap((reply) =>
      reply.kind === 'progress' && reply.stage === 'read' ? [reply.done] : [],
    );
    expect(told.at(0)).toBe(0);
    expect(told.at(-1)).toBe(1_000);
    expect(told.length).toBeLessThan(100);
  });
});
