import { mediaTypeOfName } from './image-store';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const HAS_CONTROL_OR_BACKSLASH = /[\\\u007f]|[^\S ]/;

/**
 * The path of a picture that lies in the page's folder or below it, as the page names it, or null. Anything that
 * could leave that folder is refused here already: absolute paths, schemes, `..`, backslashes, encoded or not. The
 * caller that opens the file checks again, with symbolic links resolved.
 */
export function besidePath(source: string): { mediaType: string; relativePath: string } | null {
  const plain = source.split(/[?#]/, 1)[0] ?? '';
  let path: string;
  try {
    path = decodeURIComponent(plain);
  } catch {
    return null;
  }
  if (path === '' || path.startsWith('/') || SCHEME.test(path) || SCHEME.test(plain)) return null;
  if (HAS_CONTROL_OR_BACKSLASH.test(path) || path.includes('%') || path.includes('\0')) return null;
  const steps = path.split('/').filter((step) => step !== '.' && step !== '');
  if (steps.length === 0 || steps.some((step) => /^\.+$/.test(step))) return null;
  const relativePath = steps.join('/');
  const mediaType = mediaTypeOfName(relativePath);
  return mediaType === null ? null : { mediaType, relativePath };
}
