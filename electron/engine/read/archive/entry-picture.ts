import { mediaTypeOfName } from '../images/image-store';
import type { Archive } from './archive';

/** The picture in an archive's entry, its kind told by its name; null when there is none, or none that is shown. */
export function pictureOf(archive: Archive, entry: string): { mediaType: string; bytes: Uint8Array } | null {
  const mediaType = mediaTypeOfName(entry);
  const bytes = mediaType === null ? null : archive.read(entry);
  return mediaType !== null && bytes ? { mediaType, bytes } : null;
}
