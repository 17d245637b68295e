import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILE_KINDS } from '../contract';
import { findArticles } from './folders';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-folder-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), 'x');
  }
}

const inFolder = (...names: string[]) => names.map((name) => join(folder, name));

describe('the articles of a folder', () => {
  it('are found by the endings of every format, in whatever case', async () => {
    const names = FILE_KINDS.flatMap(({ endings }) => endings).map((ending) => `a.${ending.toUpperCase()}`);
    await put(...names, 'c.exe', '.md', 'noending');
    expect((await findArticles([folder])).paths).toEqual(inFolder(...names.sort()));
  });

  it('are found however deep they lie, and all of them are counted', async () => {
    await put(...Array.from({ length: 250 }, (_, n) => `a/${n}.txt`), 'a/b/c/d/deep.pdf', '.hidden/e.txt');
    const { paths, folders } = await findArticles([folder]);
    expect(paths).toHaveLength(251);
    expect(paths).toContain(join(folder, 'a/b/c/d/deep.pdf'));
    expect(folders).toEqual([{ path: folder, articles: 251, unreadable: 0 }]);
  });

  it("do not include a saved page's frames, but a folder of that name alone is searched", async () => {
    await put('Story.html', 'Story_files/frame.html', 'Other_files/b.html');
    expect((await findArticles([folder])).paths).toEqual(inFolder('Other_files/b.html', 'Story.html'));
  });

  it('are not looked for through links that lead in a circle', async () => {
    await put('a/b.txt');
    await symlink(folder, join(folder, 'a/again'));
    expect((await findArticles([folder])).paths).toEqual(inFolder('a/b.txt'));
  });

  it.runIf(process.getuid?.() !== 0)('are told apart from folders that may not be listed', async () => {
    await put('a/b.txt', 'shut/c.txt');
    await chmod(join(folder, 'shut'), 0);
    const { folders } = await findArticles([folder]);
    await chmod(join(folder, 'shut'), 0o755);
    expect(folders).toEqual([{ path: folder, articles: 1, unreadable: 1 }]);
  });
});

it('leaves files, empty folders and what is gone in their places', async () => {
  await put('a.txt', 'b.html');
  await mkdir(join(folder, 'empty'));
  const [gone, empty, file] = inFolder('gone', 'empty', 'a.txt') as [string, string, string];
  const { paths, folders } = await findArticles([gone, empty, file]);
  expect(paths).toEqual([gone, empty, file]);
  expect(folders).toEqual([{ path: empty, articles: 0, unreadable: 0 }]);
});
