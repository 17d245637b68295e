import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImageResource } from '../contract';
import { imageKind } from './image-kind';
import { ImageShelf } from './image-shelf';

const png = Buffer.from('89504e470d0a1a0a0000000d494844520000028000001e00080200000000', 'hex');
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('imageKind', () => {
  it('goes by the bytes alone', () => {
    expect(imageKind(png)).toBe('image/png');
    expect(imageKind(Buffer.from('ffd8ffe000104a46', 'hex'))).toBe('image/jpeg');
    expect(imageKind(bytesOf('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="x"/>'))).toBe('image/svg+xml');
    expect(imageKind(bytesOf('<!DOCTYPE html><html><svg></svg></html>'))).toBeNull();
    expect(imageKind(bytesOf('root:x:0:0:root'))).toBeNull();
    expect(imageKind(new Uint8Array())).toBeNull();
  });

  it('is quick on text that never becomes an image', () => {
    const start = performance.now();
    imageKind(bytesOf('<!--'.repeat(1_000)));
    imageKind(bytesOf(' '.repeat(4_000)));
    imageKind(bytesOf('<?xml '.repeat(700)));
    expect(performance.now() - start).toBeLessThan(100);
  });
});

describe('what the image shelf holds', () => {
  const embedded = (id: string, megabytes: number): ImageResource => {
    const bytes = new Uint8Array(megabytes * 1024 * 1024);
    bytes.set(png);
    return { id, mediaType: 'image/png', kind: 'embedded', bytes };
  };
  const heldOf = async (shelf: ImageShelf, ids: readonly string[]) => {
    const found = await Promise.all(ids.map((id) => shelf.get(id)));
    return ids.filter((_, at) => found[at] !== null);
  };

  it('is bounded beside the article shown, the oldest going first', async () => {
    const shelf = new ImageShelf();
    shelf.put('/a', [embedded('a', 30)]);
    shelf.put('/b', [embedded('b', 30)]);
    shelf.put(
      '/c',
      ['c', 'c2', 'c3', 'c4'].map((id) => embedded(id, 25)),
    );
    expect(await heldOf(shelf, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    shelf.put('/d', [embedded('d', 1)]);
    expect(await heldOf(shelf, ['a', 'b', 'c', 'd'])).toEqual(['d']);
    shelf.put(
      '/e',
      ['e', 'e2'].map((id) => embedded(id, 20)),
    );
    shelf.put('/d', [embedded('d', 1)]);
    expect(await heldOf(shelf, ['d', 'e'])).toEqual(['d', 'e']);
  });

  it('is that of eight articles at most', async () => {
    const shelf = new ImageShelf();
    const ids = Array.from({ length: 10 }, (_, n) => `i${n}`);
    for (const id of ids) shelf.put(`/${id}`, [embedded(id, 1)]);
    expect(await heldOf(shelf, ids)).toEqual(ids.slice(2));
  });
});

describe('the image shelf', () => {
  let folder = '';
  const shelf = new ImageShelf();
  const beside = (id: string, relativePath: string): ImageResource => ({
    id,
    mediaType: 'image/png',
    kind: 'beside',
    relativePath,
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-images-'));
    await mkdir(join(folder, 'article/files'), { recursive: true });
    await writeFile(join(folder, 'secret.png'), png);
    await writeFile(join(folder, 'article/files/a.png'), png);
    await writeFile(join(folder, 'article/files/text.png'), 'not a picture');
    await symlink(join(folder, 'secret.png'), join(folder, 'article/link.png'));
    shelf.put(join(folder, 'article/page.html'), [
      beside('good', 'files/a.png'),
      beside('text', 'files/text.png'),
      beside('up', '../secret.png'),
      beside('link', 'link.png'),
      beside('absolute', join(folder, 'secret.png')),
      beside('folder', 'files'),
      beside('gone', 'files/b.png'),
      { id: 'inside', mediaType: 'image/gif', kind: 'embedded', bytes: png },
    ]);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('gives pictures that lie in the article or beside it, with the type of their bytes', async () => {
    expect((await shelf.get('good'))?.mediaType).toBe('image/png');
    expect((await shelf.get('inside'))?.mediaType).toBe('image/png');
  });

  it('gives no picture that would stop the window', async () => {
    const steps = Array.from(
      { length: 9 },
      (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(9)}</g>`,
    );
    const drawing = bytesOf(`<svg><rect id="a0"/>${steps.join('')}</svg>`);
    const wide = Uint8Array.from(png);
    wide.set([0xff, 0xff, 0xff], 17);
    shelf.put(join(folder, 'article/heavy.html'), [
      { id: 'drawing', mediaType: 'image/svg+xml', kind: 'embedded', bytes: drawing },
      { id: 'wide', mediaType: 'image/png', kind: 'embedded', bytes: wide },
      { id: 'light', mediaType: 'image/svg+xml', kind: 'embedded', bytes: bytesOf('<svg><rect/></svg>') },
    ]);
    expect(await shelf.get('drawing')).toBeNull();
    expect(await shelf.get('wide')).toBeNull();
    expect((await shelf.get('light'))?.mediaType).toBe('image/svg+xml');
  });

  it.each(['text', 'up', 'link', 'absolute', 'folder', 'gone', 'unknown'])(
    'gives nothing for %s',
    async (id) => {
      expect(await shelf.get(id)).toBeNull();
    },
  );
});
