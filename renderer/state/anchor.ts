import type { SpanAnchor, TextSpan } from '../../electron/contract';
import { article } from './current';

/** The span with its words, by which a correction finds it again after another analysis. */
export function anchorOf(span: TextSpan): SpanAnchor {
  const block = article.value?.blocks.find((other) => other.id === span.block);
  return { span, text: block?.text.slice(span.start, span.end) ?? '' };
}
