import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { articlesIn, expandFolders, filesOf } from './opening';

vi.mock('electron', () => ({ app: {} }));

describe('filesOf', () => {
  it('takes files as absolute paths and leaves switches alone', () => {
    expect(filesOf(['dateline', '--no-sandbox', 'a.txt', '/b/c d.html'], '/home/x', true)).toEqual([
      '/home/x/a.txt',
      '/b/c d.html',
    ]);
  });

  it('passes over the folder that an unpackaged app is started with', () => {
    const line = ['electron', '--inspect=0', '.', '--user-data-dir=/tmp/u', 'a.txt'];
    expect(filesOf(line, '/home/x', false)).toEqual(['/home/x/a.txt']);
  });

  it('takes what follows two dashes as it is', () => {
    expect(filesOf(['dateline', '--', '-odd.txt'], '/home/x', true)).toEqual(['/home/x/-odd.txt']);
  });
});

it('finds the articles directly in a folder, by name', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-folder-'));
  await mkdir(join(folder, 'deeper.txt'));
  for (const name of ['b.HTML', 'a.txt', 'c.exe', '.md']) await writeFile(join(folder, name), 'x');
  const articles = [join(folder, 'a.txt'), join(folder, 'b.HTML')];
  expect(await articlesIn(folder)).toEqual(articles);
  const [empty, gone] = [join(folder, 'deeper.txt'), join(folder, 'gone')];
  expect(await expandFolders([gone, folder, empty])).toEqual([gone, ...articles, empty]);
  await rm(folder, { recursive: true });
});
