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
import { unpack } from '../packing/unpack';
import { rebuildLibrary, restoreLibrary } from './rebuild';
import { asked, hashOf, TestLibrary } from './test-library';

let test: TestLibrary;
beforeEach(() => {
  test = new TestLibrary();
});
afterEach(() => test.remove());

const kerry =
  'Kerry in Geneva\nThe Secretary of State met his colleague.\nEntity: John Kerry = Kerry\nDay: 2015-09-16';
const ferry = 'The night ferry\nIt sailed again.\nPublished: 2026-04-17\nSite: Ellery Post\nDay: 2026-04-16';
const both = { 'kerry.txt': kerry, 'ferry.txt': ferry };
const options = () => ({ folder: test.folder, program: 'a test', now: () => test.clock });

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
