import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CorrectionChange, Decisions, PackedAnalysis } from '../contract';
import { Failure } from '../files/failure';
import { Store } from '../library/store';
import { Deciding } from './deciding';

const article = 'a'.repeat(64);
const entity = { name: 'Ellery', type: 'place' } as const;
const rename = (name: string): CorrectionChange => ({ kind: 'renameEntity', entity, name });

let folder = '';
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-deciding-'));
  store = new Store(folder);
});
afterEach(async () => {
  await store.flush();
  store.stop();
  await rm(folder, { recursive: true });
});

/** Stands in for the analysis: notes under which decisions it was asked, and fails or finds nothing when told to. */
function setUp() {
  const tried: Decisions[] = [];
  const renewed: PackedAnalysis[] = [];
  const state = { failure: null as Failure | null, finds: true };
  const deciding = new Deciding(store, {
    pathOf: () => '/a.txt',
    renewed: (analysis) => renewed.push(analysis),
    async revise(_article, decisions) {
      tried.push(decisions);
      if (state.failure) throw state.failure;
      const last = decisions.corrections.at(-1);
      const unapplied = state.finds || !last ? [] : [last.id];
      return { engineVersion: 'test', article, unapplied, bytes: new Uint8Array() };
    },
  });
  return { deciding, tried, renewed, state };
}

const cancelled = () =>
  new Failure({ code: 'cancelled', file: '/a.txt', cause: 'c', advice: 'a', waysOut: [] });
const names = (decisions: Decisions) =>
  decisions.corrections.map(({ change }) => 'name' in change && change.name);

describe('a decision', () => {
  it('is kept once it ran, also for the next start', async () => {
    const { deciding, tried, renewed } = setUp();
    await deciding.correct(article, 1, 'article', rename('one'));
    expect(renewed).toHaveLength(1);
    await deciding.decide(article, 2, { publicationDate: '2024-02-29' });
    expect(renewed).toHaveLength(2);
    expect(tried.map(names)).toEqual([['one'], ['one']]);
    expect(tried[1]?.publicationDate).toBe('2024-02-29');
    const kept = new Store(folder);
    expect(kept.decisions(article)).toMatchObject({ publicationDate: '2024-02-29' });
    expect(names(kept.decisions(article))).toEqual(['one']);
    kept.stop();
  });

  it('that was cancelled or failed leaves nothing behind', async () => {
    const { deciding, state, renewed } = setUp();
    await deciding.correct(article, 1, 'article', rename('one'));
    renewed.length = 0;
    state.failure = cancelled();
    await expect(deciding.correct(article, 2, 'article', rename('two'))).rejects.toThrow();
    await expect(deciding.decide(article, 3, { encoding: 'utf-8' })).rejects.toThrow();
    await expect(deciding.undo(article, 4)).rejects.toThrow();
    expect(names(deciding.decisions(article))).toEqual(['one']);
    expect(deciding.decisions(article)).toMatchObject({ encoding: null, canUndo: true, canRedo: false });
    expect(renewed).toEqual([]);
  });

  it('that finds nothing to change is refused in words and not kept', async () => {
    const { deciding, state } = setUp();
    state.finds = false;
    const codeOf = (change: CorrectionChange) =>
      deciding.correct(article, 1, 'article', change).catch((failure: Failure) => failure.error);
    expect(await codeOf(rename('one'))).toMatchObject({ code: 'nothing-changed' });
    const anchor = { span: { block: 'b', start: 0, end: 1 }, quote: { exact: 'x', before: '', after: '' } };
    const time = { first: '2024-01-02', last: '2024-01-01', written: null };
    expect(await codeOf({ kind: 'setEventDate', event: anchor, time })).toMatchObject({
      cause: expect.stringContaining('before the first'),
    });
    const written = { first: null, last: null, written: 'whenever' };
    expect(await codeOf({ kind: 'setEventDate', event: anchor, time: written })).toMatchObject({
      cause: expect.stringContaining('“whenever”'),
    });
    expect(deciding.decisions(article).corrections).toEqual([]);
  });
});

describe('taking back', () => {
  it('goes by the order of making, and each can be made again', async () => {
    const { deciding, tried } = setUp();
    for (const name of ['one', 'two']) await deciding.correct(article, 1, 'article', rename(name));
    await deciding.undo(article, 2);
    await deciding.undo(article, 3);
    expect(deciding.decisions(article)).toMatchObject({ corrections: [], canUndo: false, canRedo: true });
    await deciding.redo(article, 4);
    await deciding.redo(article, 5);
    expect(names(deciding.decisions(article))).toEqual(['one', 'two']);
    expect(tried.slice(2).map(names)).toEqual([['one'], [], ['one'], ['one', 'two']]);
    expect(deciding.decisions(article).canRedo).toBe(false);
  });

  it('of one correction leaves the later ones', async () => {
    const { deciding } = setUp();
    for (const name of ['one', 'two']) await deciding.correct(article, 1, 'article', rename(name));
    const [first] = deciding.decisions(article).corrections;
    await deciding.withdraw(article, 2, first?.id ?? '');
    expect(names(deciding.decisions(article))).toEqual(['two']);
    await expect(deciding.withdraw(article, 3, first?.id ?? '')).rejects.toMatchObject({
      error: { code: 'invalid-request' },
    });
  });

  it('with nothing to take back changes nothing', async () => {
    const { deciding, tried } = setUp();
    await deciding.undo(article, 1);
    await deciding.redo(article, 2);
    expect(tried).toHaveLength(2);
    expect(store.decisions(article).corrections).toEqual([]);
  });
});
