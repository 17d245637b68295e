import { ask } from './bridge';
import { article } from './current';
import { jump, readingProgress, readingSpan } from './jump';

/** Milliseconds without scrolling after which the place is kept. */
const SETTLED = 600;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps where the reader stands, by text anchor, so that it survives another font or window. */
export function keepPlace(): void {
  clearTimeout(timer);
  const hash = article.value?.source.hash;
  if (!hash) return;
  timer = setTimeout(() => {
    const span = readingSpan.value;
    if (span) void ask('article.place', { hash, place: { span, progress: readingProgress.value } });
  }, SETTLED);
}

/** Goes to where the article was left; a place at its start needs no jump. */
export async function restorePlace(hash: string): Promise<void> {
  const place = await ask('article.place', { hash, place: null });
  if (place && place.progress > 0.01 && article.value?.source.hash === hash) {
    jump.value = { span: { ...place.span, end: place.span.start }, flash: false };
  }
}
