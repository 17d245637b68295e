import type { ImageResource } from '../../stages';
import { LIMITS } from '../limits';

/** Kinds of pictures that the window can show. SVG is shown as a picture only, so that nothing in it can run. */
const MEDIA_TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jfif: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
};
const SHOWN = new Set(Object.values(MEDIA_TYPES));

export function mediaTypeOfName(name: string): string | null {
  return MEDIA_TYPES[/\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/** Collects the pictures that came with a source and names each once. */
export class ImageStore {
  readonly resources: ImageResource[] = [];
  private readonly ids = new Map<string, string | null>();
  private bytes = 0;

  /**
   * Id of the picture known as `key`, made from `find` when it is asked for the first time; null when there is no
   * such picture, it is of a kind that is not shown, or the bounds are reached.
   */
  idOf(
    key: string,
    find: () => { mediaType: string; bytes: Uint8Array } | { mediaType: string; relativePath: string } | null,
  ): string | null {
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = this.add(find());
    this.ids.set(key, id);
    return id;
  }

  private add(
    found: { mediaType: string; bytes: Uint8Array } | { mediaType: string; relativePath: string } | null,
  ): string | null {
    if (!found || !SHOWN.has(found.mediaType) || this.resources.length >= LIMITS.images) return null;
    const id = `i${this.resources.length + 1}`;
    const { mediaType } = found;
    if ('relativePath' in found) {
      this.resources.push({ id, mediaType, kind: 'beside', relativePath: found.relativePath });
      return id;
    }
    if (found.bytes.length === 0 || this.bytes + found.bytes.length > LIMITS.imageBytes) return null;
    this.bytes += found.bytes.length;
    this.resources.push({ id, mediaType, kind: 'embedded', bytes: found.bytes });
    return id;
  }
}
