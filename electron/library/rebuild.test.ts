import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_DECISIONS } from '../contract';
import { rebuildLibrary, restoreLibrary } from './rebuild';
import { asked, both, ferry, hashOf, kerry, TestLibrary } from './test-library';

let test: TestLibrary;
beforeEach(() => {
  test = new TestLibrary();
});
afterEach(() => test.remove());

const options = () => ({ folder: test.folder, program: 'a test', now: () => test.clock });

describe('the journal', () => {
  const everything = () => ({
    list: test.library.search(asked(''), 0, 100).items,
    decisions: test.library.decisions(hashOf(kerry)),
    state: { ...test.library.state, backups: [], revision: 0 },
  });

  it('and the originals are enough to make the library anew', async () => {
    await test.import({ ...both, 'bad.txt': 'Gone\nUNREADABLE' });
    test.library.change([hashOf(kerry)], { kind: 'tag', tag: 'Syria', on: true });
    test.library.change([hashOf(ferry)], { kind: 'metadata', field: 'title', value: 'Ferry' });
    test.library.decide(hashOf(kerry), { publicationDate: '2015-09-17' });
    test.library.keepPlace(hashOf(kerry), {
      anchor: { span: { block: 'b1', start: 0, end: 3 }, quote: { exact: 'The', before: '', after: '' } },
      progress: 0.5,
    });
    expect(test.library.entry(hashOf(kerry))?.stoppedAt).toBe('The');
    test.library.saveSearch({ id: 's', name: 'Mine', search: asked('kerry') });
    test.library.watch('/somewhere', true);
    test.library.importer.cancel();
    const before = everything();
    await test.close();
    const report = await rebuildLibrary(options());
    expect(report).toMatchObject({ entries: 2, lost: [] });
    expect(existsSync(join(test.folder, report.setAside ?? ''))).toBe(true);
    test.library.importer.start();
    await test.library.importer.settled();
    const after = everything();
    expect(after.list).toEqual(before.list);
    expect(after.decisions).toEqual(before.decisions);
    expect({ ...after.state, import: null }).toEqual({ ...before.state, import: null });
  });

  it('makes up for rows that a crash kept from being written', async () => {
    await test.import(both);
    const database = readFileSync(join(test.folder, 'library.db'));
    await test.close();
    const old = readFileSync(join(test.folder, 'library.db'));
    test.library.change([hashOf(kerry)], { kind: 'star', on: true });
    await test.close();
    expect(database.length).toBeGreaterThan(0);
    writeFileSync(join(test.folder, 'library.db'), old);
    expect(test.library.entry(hashOf(kerry))?.starred).toBe(true);
  });

  it('with an unfinished end loses only what was never answered, and keeps the end aside', async () => {
    await test.import(both);
    test.library.change([hashOf(kerry)], { kind: 'star', on: true });
    await test.close();
    const journal = join(test.folder, 'journal.jsonl');
    appendFileSync(journal, 'a1b2c3d4 {"number":99,"record":{"kind":"chan');
    expect(test.library.entry(hashOf(kerry))?.starred).toBe(true);
    expect(test.library.journalFindings.tailKept).toContain('journal.jsonl.damaged');
    test.library.change([hashOf(ferry)], { kind: 'star', on: true });
    await test.close();
    expect(test.library.journalFindings).toEqual({ unreadable: 0, tailKept: null });
    expect(test.library.state.starred).toBe(2);
  });

  it('holds nothing of an article that was forgotten, nor does any other file', async () => {
    const secret =
      'A secret matter\nNobody must find the word Xylophagous here.\nEntity: Xaverius Quill\nDay: 2015-01-01';
    await test.import({ ...both, 'secret.txt': secret });
    test.library.change([hashOf(secret)], { kind: 'tag', tag: 'Hushhush', on: true });
    expect(test.titles('xylophagous')).toEqual(['A secret matter']);
    const report = test.library.forget([hashOf(secret)]);
    expect(report).toEqual({ forgotten: 1, backups: [], files: [join(test.root, 'files', 'secret.txt')] });
    expect(test.titles('xylophagous')).toEqual([]);
    await test.close();
    const bytes = readdirSync(test.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1').toLowerCase());
    for (const word of ['xylophagous', 'quill', 'hushhush', 'secret matter', 'secret.txt'])
      expect(bytes.filter((content) => content.includes(word))).toEqual([]);
  });

  it('does not bring forgotten articles back from a backup', async () => {
    await test.import(both);
    const backup = test.library.backUp();
    test.library.forget([hashOf(kerry)]);
    await test.close();
    restoreLibrary(options(), backup);
    expect(test.titles()).toEqual(['The night ferry']);
  });
});

describe('a damaged library', () => {
  const code = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) });

  it('says so, leaves everything as it is, and comes back from a backup and the journal', async () => {
    await test.import(both);
    const backup = test.library.backUp();
    test.library.change([hashOf(kerry)], { kind: 'star', on: true });
    await test.close();
    const database = join(test.folder, 'library.db');
    const whole = readFileSync(database);
    writeFileSync(database, Buffer.concat([Buffer.from('nonsense'.repeat(100)), whole.subarray(800)]));
    const spoilt = readFileSync(database);
    expect(() => test.library).toThrow(code('library-damaged'));
    expect(readFileSync(database).equals(spoilt)).toBe(true);
    const { setAside } = restoreLibrary(options(), backup);
    expect(readFileSync(join(test.folder, setAside ?? '')).equals(spoilt)).toBe(true);
    expect(test.titles()).toEqual(['Kerry in Geneva', 'The night ferry']);
    expect(test.titles('ferry')).toEqual(['The night ferry']);
    expect(test.library.entry(hashOf(kerry))?.starred).toBe(true);
  });

  it('with a spoilt index makes the index anew', async () => {
    await test.import(both);
    expect(test.titles('ferry')).toEqual(['The night ferry']);
    await test.close();
    writeFileSync(join(test.folder, 'search.db'), 'nonsense'.repeat(10_000));
    expect(test.titles('ferry')).toEqual(['The night ferry']);
  });

  it('without an index makes one, and does not take another library’s', async () => {
    await test.import(both);
    await test.close();
    rmSync(join(test.folder, 'search.db'));
    expect(test.titles('kerry')).toEqual(['Kerry in Geneva']);
  });

  it('says how many articles a search could not look into yet', async () => {
    await test.import(
      Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`${n}.txt`, `Title ${n}\nferry`])),
    );
    await test.close();
    rmSync(join(test.folder, 'search.db'));
    const first = test.library.search(asked('ferry'), 0, 100);
    expect([first.total, first.unindexed]).toEqual([60, 10]);
    // A plain list needs no index.
    expect(test.library.search(asked(''), 0, 100)).toMatchObject({ total: 70, unindexed: 0 });
    test.library.indexAll();
    expect(test.library.search(asked('ferry'), 0, 100)).toMatchObject({ total: 70, unindexed: 0 });
  });

  it('looks at every page after an unclean end', async () => {
    await test.import(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, n) => [`${n}.txt`, `Title ${n}\n${'words '.repeat(300)}${n}`]),
      ),
    );
    await test.close();
    const database = join(test.folder, 'library.db');
    const bytes = readFileSync(database);
    bytes.fill(0x5a, 4096 * 12, 4096 * 20);
    writeFileSync(database, bytes);
    writeFileSync(join(test.folder, 'in-use.json'), '{"host":');
    expect(() => test.library).toThrow(code('library-damaged'));
  });

  it('that a newer Dateline made is left alone', async () => {
    await test.import(both);
    await test.close();
    const database = join(test.folder, 'library.db');
    const bytes = readFileSync(database);
    // user_version, big endian at offset 60 of the header (SQLite file format, 1.3).
    bytes.writeUInt32BE(9_999, 60);
    writeFileSync(database, bytes);
    expect(() => test.library).toThrow(code('library-newer'));
    expect(readFileSync(database).equals(bytes)).toBe(true);
  });

  it('whose journal is cut short says nothing wrong, and keeps what the rows know', async () => {
    await test.import(both);
    test.library.decide(hashOf(kerry), { publicationDate: '2015-09-17' });
    await test.close();
    truncateSync(join(test.folder, 'journal.jsonl'), 100);
    expect(test.library.decisions(hashOf(kerry))).toEqual({ ...NO_DECISIONS, publicationDate: '2015-09-17' });
    test.library.change([hashOf(kerry)], { kind: 'star', on: true });
    await test.close();
    expect(test.library.entry(hashOf(kerry))?.starred).toBe(true);
  });
});
