import { signal } from '@preact/signals';
import type { TextSpan } from '../../electron/contract';
import { rememberJump, stepBack, stepForward } from './history';
import { view } from './view';

/** The span to bring into sight; a new object for every jump, so that the same span can be asked for twice. */
export const jump = signal<{
  span: TextSpan;
  flash: boolean;
  /** The person is typing elsewhere: scroll, but leave the focus there. */
  keepFocus?: boolean;
  /** The span comes to the line that is read, where it was when the place was kept; else well into sight. */
  exactly?: boolean;
} | null>(null);

/** The place at the top of the view; the reader keeps it up to date. */
export const readingSpan = signal<TextSpan | null>(null);
/** How far the article is read, 0 to 1. */
export const readingProgress = signal(0);

/** Names and dates are marked in the cleaned text: what is gone to from a list is shown there. */
export function jumpTo(span: TextSpan): void {
  view.value = 'cleaned';
  rememberJump(readingSpan.value);
  jump.value = { span, flash: true };
}

export function goBack(): void {
  const span = stepBack(readingSpan.value);
  if (span) jump.value = { span, flash: false, exactly: true };
}

export function goForward(): void {
  const span = stepForward(readingSpan.value);
  if (span) jump.value = { span, flash: false, exactly: true };
}
