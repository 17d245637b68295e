import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ArticleId } from '../contract';

const compress = promisify(gzip);
const decompress = promisify(gunzip);
/** Bytes; a copy that unpacks to more was not made by Dateline. Twice the largest file that is read. */
const LARGEST = 128 * 1024 * 1024;
const NAME = /^([0-9a-f]{64})(\.gz)?$/;

/** The copy of an article is missing, or is not what it was. */
export class OriginalLostError extends Error {
  constructor(
    readonly article: ArticleId,
    readonly reason: 'missing' | 'damaged',
  ) {
    super(`The library's copy of ${article} is ${reason}.`);
    this.name = 'OriginalLostError';
  }
}

/**
 * The bytes of every article, one file each, named by their SHA-256: what the library can be made again from, so they
 * lie outside the database and are no part of its backups. Gzip where that saves space.
 */
export class Originals {
  constructor(private readonly folder: string) {}

  /** Settles when the bytes are on disk. Keeping the same bytes twice changes nothing. */
  async keep(article: ArticleId, bytes: Uint8Array): Promise<void> {
    if (hashOf(bytes) !== article) throw new Error('The bytes are not those of the article.');
    if (await this.path(article)) return;
    const packed = await compress(bytes);
    const smaller = packed.length < bytes.length * 0.95;
    const folder = join(this.folder, article.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await writeSynced(join(folder, smaller ? `${article}.gz` : article), smaller ? packed : bytes);
  }

  /** Throws `OriginalLostError`. */
  async read(article: ArticleId): Promise<Uint8Array> {
    const path = await this.path(article);
    if (path === null) throw new OriginalLostError(article, 'missing');
    const kept = await readFile(path);
    const bytes = path.endsWith('.gz') ? await this.unpack(article, kept) : kept;
    if (hashOf(bytes) !== article) throw new OriginalLostError(article, 'damaged');
    return bytes;
  }

  async has(article: ArticleId): Promise<boolean> {
    return (await this.path(article)) !== null;
  }

  forget(article: ArticleId): void {
    for (const ending of ['', '.gz']) rmSync(this.pathOf(article, ending), { force: true });
  }

  /** Ids of all that is kept. */
  async list(): Promise<ArticleId[]> {
    const names: string[] = await readdir(this.folder, { recursive: true }).catch(() => []);
    return names.flatMap((name) => name.split(/[/\\]/).at(-1)?.match(NAME)?.[1] ?? []);
  }

  private pathOf(article: ArticleId, ending: string): string {
    return join(this.folder, article.slice(0, 2), `${article}${ending}`);
  }

  private async path(article: ArticleId): Promise<string | null> {
    const names: string[] = await readdir(join(this.folder, article.slice(0, 2))).catch(() => []);
    const ending = ['.gz', ''].find((each) => names.includes(`${article}${each}`));
    return ending === undefined ? null : this.pathOf(article, ending);
  }

  private async unpack(article: ArticleId, packed: Uint8Array): Promise<Uint8Array> {
    try {
      return await decompress(packed, { maxOutputLength: LARGEST });
    } catch {
      throw new OriginalLostError(article, 'damaged');
    }
  }
}

function hashOf(bytes: Uint8Array): ArticleId {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Writes beside the place and takes it by renaming, so that a name always stands for whole content. */
async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${path}.${randomUUID()}.new`;
  try {
    const handle = await open(fresh, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}
