import { besidePath } from './beside';
import { readDataUri } from './data-uri';
import type { ImageStore } from './image-store';

/** Finds the pictures of a page that stand in it (`data:`) or in its own folder beside it. */
export function localImages(images: ImageStore): (source: string) => string | null {
  return (source) =>
    /^data:/i.test(source)
      ? images.idOf(source, () => readDataUri(source))
      : images.idOf(source, () => besidePath(source));
}
