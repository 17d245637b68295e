import type { ArticleImage } from '../../../contract';
import type { HtmlElement } from './page-tree';

/** Smaller pictures, in CSS px, are icons, emoji and counters. */
const SMALLEST = 48;

const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-url', 'data-hi-res-src'];
const PLACEHOLDER = /^data:image\/(?:gif|svg\+xml)|(?:spacer|blank|placeholder|pixel|1x1)\b/i;

function sizeOf(image: HtmlElement, name: string): number | undefined {
  const value = Number.parseInt(image.get(name) ?? '', 10);
  return Number.isFinite(value) && value >= 0 && value < 100_000 ? value : undefined;
}

/** First address of a `srcset`. A `data:` address may hold commas, so it is never split. */
function fromSet(value: string | null): string | null {
  return value?.trim().split(/\s/, 1)[0]?.replace(/,$/, '') || null;
}

/** Where the picture is: pages that load it late keep a placeholder in `src`. */
function sourceOf(image: HtmlElement): string | null {
  const src = image.get('src')?.trim() || null;
  if (src && !PLACEHOLDER.test(src.slice(0, 300))) return src;
  for (const name of LAZY) {
    const value = image.get(name)?.trim();
    if (value) return value;
  }
  return fromSet(image.get('srcset') ?? image.get('data-srcset')) ?? src;
}

/** A picture worth showing, or null for icons and counters. */
export function readImage(
  image: HtmlElement,
  resolveImage: (source: string) => string | null,
): ArticleImage | null {
  const source = sourceOf(image);
  if (!source) return null;
  const width = sizeOf(image, 'width');
  const height = sizeOf(image, 'height');
  if ((width ?? SMALLEST) < SMALLEST || (height ?? SMALLEST) < SMALLEST) return null;
  const id = resolveImage(source);
  if (id === null && PLACEHOLDER.test(source.slice(0, 300))) return null;
  return {
    id,
    alt: image.get('alt')?.trim() ?? '',
    // An inlined picture's address is the picture itself; the placeholder needs only its kind.
    source: source.startsWith('data:') ? source.slice(0, 64) : source,
    ...(width && { width }),
    ...(height && { height }),
  };
}
