import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpack } from '../packing/unpack';
import { both, ferry, hashOf, kerry, TestLibrary } from './test-library';

let test: TestLibrary;
beforeEach(() => {
  test = new TestLibrary();
});
afterEach(() => test.remove());

describe('a library', () => {
  it('keeps what was taken in, and shows it again without reading it again', async () => {
    await test.import(both);
    expect(test.titles()).toEqual(['Kerry in Geneva', 'The night ferry']);
    await test.close();
    expect(test.titles()).toEqual(['Kerry in Geneva', 'The night ferry']);
    const found = test.library.findings(hashOf(kerry));
    expect(found?.article.blocks[1]?.text).toBe('The Secretary of State met his colleague.');
    expect(found && unpack(found.analysis.bytes).entities[0]?.name).toBe('John Kerry');
    expect(test.analysed).toHaveLength(2);
  });

  it('still has an article whose file is gone', async () => {
    await test.import(both);
    rmSync(join(test.root, 'files'), { recursive: true });
    expect(new TextDecoder().decode(await test.library.original(hashOf(kerry)))).toBe(kerry);
  });

  it('takes the same content in another file as the same article', async () => {
    await test.import({ 'a.txt': kerry, 'b/copy.txt': kerry });
    expect(test.titles()).toEqual(['Kerry in Geneva']);
    expect(test.library.importer.progress).toMatchObject({ added: 1, known: 1, failed: 0, total: 2 });
  });

  it('takes a changed file as a new version of the article', async () => {
    await test.import({ 'a.txt': kerry });
    await test.import({ 'a.txt': `${kerry}\nMore.` });
    expect(test.library.entry(hashOf(`${kerry}\nMore.`))?.earlier).toBe(hashOf(kerry));
    expect(test.titles('has:version')).toHaveLength(2);
  });

  it('keeps tags, stars, read states and titles, each with its undo', async () => {
    await test.import(both);
    const article = hashOf(kerry);
    const entry = () => test.library.entry(article);
    const steps = [
      test.library.change([article], { kind: 'tag', tag: 'Iran deal', on: true }),
      test.library.change([article, hashOf(ferry)], { kind: 'star', on: true }),
      test.library.change([article], { kind: 'readState', state: 'read' }),
      test.library.change([article], { kind: 'metadata', field: 'title', value: 'A better title' }),
      test.library.change([article], { kind: 'bin', on: true }),
    ];
    expect(steps.map(({ changed }) => changed.length)).toEqual([1, 2, 1, 1, 1]);
    await test.close();
    expect(entry()).toMatchObject({
      tags: ['Iran deal'],
      starred: true,
      readState: 'read',
      title: 'A better title',
    });
    expect(test.titles()).toEqual(['The night ferry']);
    expect(test.library.metadata(article)[0]).toMatchObject({
      found: { value: 'Kerry in Geneva', source: 'heading' },
      given: 'A better title',
    });
  });

  it('takes changes back, and says which made none', async () => {
    await test.import(both);
    const article = hashOf(kerry);
    const changes = [
      { kind: 'tag', tag: 'x', on: true },
      { kind: 'star', on: true },
      { kind: 'readState', state: 'read' },
      { kind: 'metadata', field: 'author', value: 'Somebody' },
      { kind: 'bin', on: true },
    ] as const;
    const before = test.library.entry(article);
    for (const change of changes) {
      const { undo } = test.library.change([article], change);
      expect(test.library.change([article], change).changed).toEqual([]);
      expect(test.library.undo(undo)).toEqual([article]);
      expect(test.library.entry(article)).toEqual(before);
    }
  });

  it('keeps decisions, and corrections for all articles in front of an article’s own', async () => {
    await test.import(both);
    const entity = { name: 'Kerry', type: 'person' } as const;
    const change = { kind: 'notAnEntity', entity } as const;
    test.library.correct(hashOf(kerry), { id: '1', scope: 'article', change });
    test.library.correct(hashOf(ferry), { id: '2', scope: 'library', change });
    test.library.decide(hashOf(kerry), { publicationDate: '2015-09-17' });
    await test.close();
    const ids = (article: string) => test.library.decisions(article).corrections.map(({ id }) => id);
    expect(ids(hashOf(kerry))).toEqual(['2', '1']);
    expect(ids(hashOf(ferry))).toEqual(['2']);
    expect(test.library.decisions(hashOf(kerry)).publicationDate).toBe('2015-09-17');
    expect(test.library.undoCorrection(hashOf(kerry), '2')).toBe(true);
    expect(test.library.undoCorrection(hashOf(kerry), '2')).toBe(false);
    expect(ids(hashOf(ferry))).toEqual([]);
  });

  it('refuses a second program politely', async () => {
    await test.import(both);
    const other = new TestLibrary();
    Object.assign(other, { folder: test.folder });
    expect(() => other.library).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'library-in-use' }) }),
    );
    await other.remove();
  });
});
