import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  LibrarianCallName,
  LibrarianCalls,
  LibrarianReply,
  LibraryNotices,
  Result,
  StoredFindings,
} from '../contract';
import { findArticles } from '../files/folders';
import { readSourceFile } from '../files/source-file';
import { asked, findingsOfText, hashOf } from '../library/test-library';
import { unpack } from '../packing/unpack';
import { Librarian } from './librarian';

const readable = ({ article, analysis: { bytes, ...beside }, decisions }: StoredFindings) => ({
  ...{ article, beside, analysis: unpack(bytes), decisions },
});

let root = '';
let librarian: Librarian;
let replies: LibrarianReply[] = [];
let lastTicket = 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dateline-librarian-'));
  replies = [];
  librarian = new Librarian({
    post: (reply) => replies.push(reply),
    now: () => Date.UTC(2026, 0, 2),
    host: {
      readFile: readSourceFile,
      findFiles: async (paths) => (await findArticles(paths)).paths,
      analyse: async (source, bytes) => findingsOfText(source, new TextDecoder().decode(bytes), '1'),
      lanes: 2,
    },
  });
});
afterEach(async () => {
  await ask('librarian.close', null);
  rmSync(root, { recursive: true, force: true });
});

async function ask<N extends LibrarianCallName>(
  name: N,
  input: LibrarianCalls[N]['input'],
): Promise<Result<LibrarianCalls[N]['output']>> {
  lastTicket += 1;
  const ticket = lastTicket;
  await librarian.answer({ kind: 'ask', ticket, name, input });
  const answer = replies.find((reply) => reply.kind === 'answer' && reply.ticket === ticket);
  if (answer?.kind !== 'answer') throw new Error('There was no answer.');
  return answer.result as Result<LibrarianCalls[N]['output']>;
}

async function value<N extends LibrarianCallName>(name: N, input: LibrarianCalls[N]['input']) {
  const result = await ask(name, input);
  if (!result.ok)
    throw new Error(`${result.error.code}: ${result.error.cause} ${result.error.details ?? ''}`);
  return result.value;
}

function write(name: string, text: string): string {
  const path = join(root, 'files', name);
  mkdirSync(join(root, 'files'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** The machine may be busy with other tests. */
const eventually = <T>(seen: () => T) => expect.poll(seen, { timeout: 15_000 });

const notices = <N extends keyof LibraryNotices>(name: N) =>
  replies.flatMap((reply) =>
    reply.kind === 'notice' && reply.name === name ? [reply.value as LibraryNotices[N]] : [],
  );
const titles = async (text = '') => {
  const { items } = await value('library.search', { search: asked(text), from: 0, count: 100 });
  return items.map(({ entry }) => entry.title);
};
const folder = () => join(root, 'library');

describe('the librarian', () => {
  it('takes files in while it answers, and tells of what changed', async () => {
    expect((await value('librarian.open', { folder: folder() })).problem).toBeNull();
    const paths = [write('a.txt', 'The ferry'), write('b.txt', 'The bridge')];
    await value('library.import', { paths });
    await eventually(async () => titles()).toEqual(['The bridge', 'The ferry']);
    await eventually(() => notices('library.changed').length).toBeGreaterThan(0);
    await eventually(() => notices('library.import').at(-1)).toMatchObject({ state: 'idle', added: 2 });
    expect(new Set(notices('library.changed').flatMap(({ articles }) => articles))).toEqual(
      new Set([hashOf('The ferry'), hashOf('The bridge')]),
    );
  });

  it('keeps an article that was opened, with the decisions it was read under', async () => {
    await value('librarian.open', { folder: folder() });
    const path = write('a.txt', 'The ferry');
    const { info, bytes } = await readSourceFile(path, new AbortController().signal);
    const findings = findingsOfText(info, new TextDecoder().decode(bytes), '1');
    await value('librarian.keep', { path, findings });
    const kept = await value('librarian.findings', { article: info.hash });
    // The analysis is kept in fewer bytes than it travels in; what it says is the same.
    expect(kept && readable(kept)).toEqual(readable(findings));
    writeFileSync(path, 'Other words');
    expect(await ask('librarian.keep', { path, findings })).toMatchObject({
      error: { code: 'file-changed' },
    });
    const source = await value('librarian.source', { article: info.hash });
    expect(new TextDecoder().decode(source?.bytes)).toBe('The ferry');
    const decisions = { ...findings.decisions, publicationDate: '2026-01-01' };
    await value('librarian.renew', { findings: { ...findings, decisions }, decisions });
    expect((await value('librarian.findings', { article: info.hash }))?.decisions).toEqual(decisions);
  });

  it('takes over what was read before there was a library, once', async () => {
    await value('librarian.open', { folder: folder() });
    const place = {
      anchor: { span: { block: 'b0', start: 0, end: 3 }, quote: { exact: 'The', before: '', after: '' } },
      progress: 0.4,
    };
    const path = write('a.txt', 'The ferry');
    const files = [
      { path, opened: 1_000, place },
      { path: join(root, 'gone.txt'), opened: 2_000, place: null },
    ];
    await value('librarian.takeOver', { files });
    const entry = () => value('library.entry', { article: hashOf('The ferry') });
    expect(await entry()).toMatchObject({ opened: 1_000, progress: 0.4, readState: 'reading' });
    await value('librarian.opened', { article: hashOf('The ferry') });
    await value('librarian.takeOver', { files });
    expect((await entry())?.opened).toBe(Date.UTC(2026, 0, 2));
  });

  it('says why a library cannot be opened, and brings it back', async () => {
    await value('librarian.open', { folder: folder() });
    await value('library.import', { paths: [write('a.txt', 'The ferry')] });
    await eventually(async () => titles()).toEqual(['The ferry']);
    await value('library.backUp', null);
    await value('librarian.close', null);
    writeFileSync(join(folder(), 'library.db'), 'nonsense'.repeat(5_000));
    const state = await value('librarian.open', { folder: folder() });
    expect(state.problem?.code).toBe('library-damaged');
    expect(state.problem?.waysOut).toContain('restore-backup');
    expect(state.backups).toHaveLength(1);
    const refused = await ask('library.search', { search: asked(''), from: 0, count: 1 });
    expect(refused).toMatchObject({ ok: false, error: { code: 'library-damaged' } });
    await value('library.restore', { backup: state.backups[0]?.name ?? '' });
    expect(await titles()).toEqual(['The ferry']);
    await value('librarian.close', null);
    writeFileSync(join(folder(), 'library.db'), 'nonsense'.repeat(5_000));
    await value('librarian.open', { folder: folder() });
    expect((await value('library.rebuild', null)).problem).toBeNull();
    await eventually(async () => titles('ferry')).toEqual(['The ferry']);
  });

  it('moves the library, and stays where it was when it cannot', async () => {
    await value('librarian.open', { folder: folder() });
    await value('library.import', { paths: [write('a.txt', 'The ferry')] });
    await eventually(async () => titles()).toEqual(['The ferry']);
    const taken = join(root, 'files');
    expect(await ask('library.move', { folder: taken })).toMatchObject({
      error: { code: 'invalid-request' },
    });
    expect(await ask('library.move', { folder: join(folder(), 'in') })).toMatchObject({ ok: false });
    expect(await titles()).toEqual(['The ferry']);
    const next = join(root, 'elsewhere', 'library');
    expect((await value('library.move', { folder: next })).folder).toBe(next);
    expect(await titles()).toEqual(['The ferry']);
    expect(existsSync(folder())).toBe(false);
  });

  it('watches folders, and looks for what it missed', async () => {
    await value('librarian.open', { folder: folder() });
    write('a.txt', 'The ferry');
    write('picture.png', 'no article');
    await value('library.watch', { folder: join(root, 'files'), on: true });
    await eventually(async () => titles()).toEqual(['The ferry']);
    expect((await value('library.state', null)).watched).toEqual([join(root, 'files')]);
    write('b.txt', 'The bridge');
    await eventually(async () => titles()).toEqual(['The bridge', 'The ferry']);
    await value('library.watch', { folder: join(root, 'files'), on: false });
    write('c.txt', 'The tunnel');
    await value('librarian.rescan', null);
    expect(await titles()).toEqual(['The bridge', 'The ferry']);
    expect((await value('library.failures', { from: 0, count: 10 })).total).toBe(0);
  });

  it('reads articles again whose decisions changed elsewhere', async () => {
    await value('librarian.open', { folder: folder() });
    await value('library.import', { paths: [write('a.txt', 'The ferry')] });
    await eventually(async () => titles()).toEqual(['The ferry']);
    const journal = () => readFileSync(join(folder(), 'journal.jsonl'), 'utf8');
    const article = hashOf('The ferry');
    const found = await value('librarian.findings', { article });
    if (!found) throw new Error('It is not there.');
    const decisions = { ...found.decisions, publicationDate: '2026-01-01' };
    await value('librarian.decided', { articles: [{ article, decisions }] });
    expect(journal()).toContain('2026-01-01');
    await eventually(async () => (await value('library.state', null)).waiting).toBe(0);
  });
});
