import type { Anchor, TextSpan } from '../../electron/contract';
import { article } from './current';

/** UTF-16 units of the block kept before and after the words, enough to tell like passages apart. */
const AROUND = 32;

/** The span with its words and what stands around them, by which it is found again after another analysis. */
export function anchorOf(span: TextSpan): Anchor {
  const text = article.value?.blocks.find((other) => other.id === span.block)?.text ?? '';
  return {
    span,
    quote: {
      exact: text.slice(span.start, span.end),
      before: text.slice(Math.max(0, span.start - AROUND), span.start),
      after: text.slice(span.end, span.end + AROUND),
    },
  };
}
