import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { isDrawable } from '../checks/drawing';
import { isWithinPixels } from '../checks/pixels';
import { BUDGET, type ImageResource } from '../contract';
import { imageKind } from './image-kind';

/** Articles whose images are at hand; the window shows one at a time and may go back. */
const ARTICLES = 8;
/**
 * Bytes of images inside files that main holds, beside those of the article shown. They stay here and not with the
 * engine, because that answers one question at a time: pictures would wait for names and times.
 */
const HELD = 64 * 1024 * 1024;

export interface ImageBytes {
  bytes: Uint8Array;
  mediaType: string;
}

/** The images of the articles opened last, by the ids in their figures. */
export class ImageShelf {
  private readonly articles = new Map<string, Map<string, ImageResource>>();
  private awaited: Promise<unknown> = Promise.resolve();

  put(articlePath: string, images: ImageResource[]): void {
    this.articles.delete(articlePath);
    this.articles.set(articlePath, new Map(images.map((image) => [image.id, image])));
    this.dropOldest();
  }

  /** The newest article stays whatever it needs; an older one is given its images again when it is opened again. */
  private dropOldest(): void {
    const sizes = [...this.articles].map(([path, images]) => ({ path, bytes: bytesIn(images) }));
    let held = sizes.slice(0, -1).reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { path, bytes } of sizes.slice(0, -1)) {
      if (held <= HELD && this.articles.size <= ARTICLES) return;
      this.articles.delete(path);
      held -= bytes;
    }
  }

  /** Images that are still read; whoever asks for one of them waits. What cannot be read shows as missing. */
  await(articlePath: string, images: Promise<ImageResource[]>): void {
    const waiting = images.then(
      (read) => this.put(articlePath, read),
      () => {},
    );
    this.awaited = Promise.all([this.awaited, waiting]);
  }

  /** Null when there is no such image, or what is there is not an image, or lies outside the article's folder. */
  async get(id: string): Promise<ImageBytes | null> {
    const found = this.find(id);
    if (found) return asImage(await bytesOf(...found));
    await this.awaited;
    const late = this.find(id);
    return late && asImage(await bytesOf(...late));
  }

  private find(id: string): [articlePath: string, image: ImageResource] | null {
    for (const [articlePath, images] of this.articles) {
      const image = images.get(id);
      if (image) return [articlePath, image];
    }
    return null;
  }
}

function bytesIn(images: ReadonlyMap<string, ImageResource>): number {
  return [...images.values()].reduce(
    (sum, image) => sum + (image.kind === 'embedded' ? image.bytes.length : 0),
    0,
  );
}

async function bytesOf(articlePath: string, image: ImageResource): Promise<Uint8Array | null> {
  if (image.kind === 'embedded') return image.bytes;
  try {
    return await readBeside(articlePath, image.relativePath);
  } catch {
    return null;
  }
}

/** Null for what is no picture, or one that would take the window more than a picture may. */
function asImage(bytes: Uint8Array | null): ImageBytes | null {
  const mediaType = bytes && imageKind(bytes);
  if (!bytes || !mediaType || bytes.length > BUDGET.picture.bytes) return null;
  const shown = mediaType === 'image/svg+xml' ? isDrawable(bytes) : isWithinPixels(bytes);
  return shown ? { bytes, mediaType } : null;
}

/** Links are followed first, so that neither `..` nor a link leads out of the article's folder. */
async function readBeside(articlePath: string, relativePath: string): Promise<Uint8Array | null> {
  const folder = await realpath(dirname(articlePath));
  const file = await realpath(resolve(folder, relativePath));
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null;
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await handle.stat();
    if (!found.isFile() || found.size > BUDGET.picture.bytes) return null;
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
