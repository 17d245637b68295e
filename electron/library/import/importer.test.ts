import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '../../files/failure';
import { Library } from '../library';
import { hashOf, TestLibrary } from '../test-library';
import type { ImportHost } from './importer';

let test: TestLibrary;
beforeEach(() => {
  test = new TestLibrary();
});
afterEach(() => test.remove());

const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`folder/${n % 3}/${n}.txt`, `Title ${n}\nText of ${n}.`]),
  );

/** With another host than the usual one. */
function openWith(more: Partial<ImportHost>): Library {
  test.open = Library.open(
    { folder: test.folder, program: 'a test', now: () => test.clock },
    { ...test.host, ...more },
  );
  return test.open;
}

describe('an import', () => {
  it('takes in every file of a folder, once', async () => {
    for (const [name, text] of Object.entries(many(40))) test.write(name, text);
    const folder = join(test.root, 'files');
    await test.library.importer.add([folder]);
    await test.library.importer.settled();
    expect(test.library.importer.progress).toMatchObject({ state: 'idle', added: 40, failed: 0, total: 40 });
    await test.library.importer.add([folder]);
    await test.library.importer.settled();
    expect(test.library.importer.progress).toMatchObject({ added: 40, known: 40 });
    expect(test.analysed).toHaveLength(40);
    expect(test.library.state.entries).toBe(40);
  });

  it('lists what could not be read with its reason, and tries it again when asked', async () => {
    await test.import({ 'good.txt': 'Good', 'bad.txt': 'Bad\nUNREADABLE', 'empty.txt': '' });
    const failures = () => test.library.failures(0, 10);
    expect(
      failures()
        .items.map(({ error }) => error.code)
        .sort(),
    ).toEqual(['file-empty', 'no-text']);
    expect(failures().items.map(({ path }) => path)).toContain(join(test.root, 'files', 'bad.txt'));
    test.write('bad.txt', 'Now good');
    test.library.retryFailures(null);
    await test.library.importer.settled();
    expect(failures().items.map(({ error }) => error.code)).toEqual(['file-empty']);
    test.library.dismissFailures(null);
    expect(failures()).toEqual({ items: [], total: 0, next: null });
    expect(test.titles()).toEqual(['Good', 'Now good']);
  });

  it('goes on after a pause, and after a restart, where it was', async () => {
    const files = Object.entries(many(30)).map(([name, text]) => test.write(name, text));
    let read = 0;
    const library = openWith({
      analyse: async (...given) => {
        read += 1;
        if (read === 5) library.importer.pause();
        return test.host.analyse(...given);
      },
    });
    await library.importer.add(files);
    await library.importer.settled();
    const { added, state } = library.importer.progress;
    expect(state).toBe('paused');
    expect(added).toBeLessThan(10);
    await test.close();
    expect(test.library.state.entries).toBe(added);
    test.library.importer.start();
    await test.library.importer.settled();
    expect(test.library.state.entries).toBe(30);
    expect(test.library.importer.progress.added).toBe(30 - added);
  });

  it('stops at once when the library is closed, and doubles nothing later', async () => {
    const files = Object.entries(many(30)).map(([name, text]) => test.write(name, text));
    await test.library.importer.add(files);
    await test.close();
    test.library.importer.start();
    await test.library.importer.settled();
    expect(test.library.state.entries).toBe(30);
  });

  it('can be given up; what was taken in stays', async () => {
    const files = Object.entries(many(30)).map(([name, text]) => test.write(name, text));
    let read = 0;
    const library = openWith({
      analyse: async (...given) => {
        read += 1;
        if (read === 10) library.importer.cancel();
        return test.host.analyse(...given);
      },
    });
    await library.importer.add(files);
    await library.importer.settled();
    expect(library.state.entries).toBeLessThan(30);
    expect(library.importer.progress.state).toBe('idle');
    await test.close();
    test.library.importer.start();
    await test.library.importer.settled();
    expect(test.library.state.entries).toBe(library ? test.titles().length : 0);
    expect(test.titles().length).toBeLessThan(30);
  });

  it('pauses on a full disk, says so, and loses no file', async () => {
    const files = Object.entries(many(6)).map(([name, text]) => test.write(name, text));
    let full = true;
    const library = openWith({
      analyse: async (...given) => {
        if (full) throw fail('disk-full', null, 'The disk is full.', 'Make room.');
        return test.host.analyse(...given);
      },
    });
    await library.importer.add(files);
    await library.importer.settled();
    expect(library.importer.progress).toMatchObject({
      state: 'paused',
      failed: 0,
      trouble: { code: 'disk-full' },
    });
    full = false;
    library.importer.resume();
    await library.importer.settled();
    expect(library.importer.progress).toMatchObject({ added: 6, trouble: null });
  });

  it('reads the older articles again once a newer engine is at work', async () => {
    await test.import({ 'a.txt': 'A', 'b.txt': 'B' });
    await test.close();
    test.engineVersion = '2';
    await test.import({ 'c.txt': 'C' });
    expect(test.analysed.slice(3).sort()).toEqual([hashOf('A'), hashOf('B')].sort());
    expect(test.library.findings(hashOf('A'))?.analysis.engineVersion).toBe('2');
    expect(test.library.importer.progress).toMatchObject({ added: 1, total: 1 });
  });

  it('keeps what was found before when the copy of an article is lost, and says so', async () => {
    await test.import({ 'a.txt': 'A' });
    await test.close();
    rmSync(join(test.folder, 'originals'), { recursive: true });
    test.engineVersion = '2';
    await test.import({ 'c.txt': 'C' });
    expect(test.library.entry(hashOf('A'))?.problem?.code).toBe('file-missing');
    expect(test.library.findings(hashOf('A'))).not.toBeNull();
  });

  it('of a watched folder takes what is new or changed, and never what was thrown away', async () => {
    const scan = async () => {
      await test.library.importer.add([join(test.root, 'files')], { watched: true });
      await test.library.importer.settled();
    };
    await test.import({ 'a.txt': 'A', 'b.txt': 'B', 'c.txt': 'C' });
    test.library.change([hashOf('A')], { kind: 'bin', on: true });
    test.library.forget([hashOf('B')]);
    test.write('d.txt', 'D');
    await scan();
    expect(test.titles()).toEqual(['C', 'D']);
    await test.import({ 'a.txt': 'A', 'b.txt': 'B' });
    expect(test.titles()).toEqual(['A', 'B', 'C', 'D']);
  });
});
