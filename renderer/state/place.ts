import type { ArticleId, TextSpan } from '../../electron/contract';
import { anchorOf } from './anchor';
import { ask } from './bridge';
import { article } from './current';
import { jump, readingProgress, readingSpan } from './jump';

/** Milliseconds without scrolling after which the place is kept. */
const SETTLED = 600;
/** UTF-16 units of the text at the place that are kept with it. */
const WORDS = 64;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps where the reader stands, by text anchor, so that it survives another font or window. */
export function keepPlace(): void {
  clearTimeout(timer);
  const id = article.value?.source.hash;
  if (!id) return;
  timer = setTimeout(() => {
    const span = readingSpan.value;
    if (!span || article.value?.source.hash !== id) return;
    const anchor = anchorOf({ ...span, end: span.start + WORDS });
    void ask('article.place', { article: id, place: { anchor, progress: readingProgress.value } });
  }, SETTLED);
}

let asked: { article: ArticleId; span: Promise<TextSpan | null> } | null = null;

/** The article about to be opened is shown at this span, not where it was left. */
export function openAt(id: ArticleId, span: Promise<TextSpan | null>): void {
  asked = { article: id, span };
}

/** Goes to where the article was left; a place at its start needs no jump. */
export async function restorePlace(id: ArticleId): Promise<void> {
  const span = asked?.article === id ? await asked.span : null;
  asked = null;
  if (span && article.value?.source.hash === id) {
    jump.value = { span, flash: false, keepFocus: true };
    return;
  }
  const place = await ask('article.place', { article: id, place: null });
  if (place && place.progress > 0.01 && article.value?.source.hash === id) {
    const { span } = place.anchor;
    jump.value = { span: { ...span, end: span.start + 1 }, flash: false, exactly: true };
  }
}
