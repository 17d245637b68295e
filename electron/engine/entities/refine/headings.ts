import type { TaggerInput } from '../features';
import { spanText } from '../merge/forms';
import type { NameSpan } from '../name-span';

/**
 * In a heading in title case a name runs on into the words behind it ("Google Bets", "Fort Worth Girl"). Where the
 * running text never names the whole, but does name its beginning, the name ends there.
 */
export function cutHeadings(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  const inHeading = ({ first }: NameSpan): boolean => words[first]!.titled || words[first]!.shouted;
  const inText = new Map<string, NameSpan>();
  for (const span of spans) if (!inHeading(span)) inText.set(spanText(words, span).toLowerCase(), span);
  return spans.map((span) => {
    if (!inHeading(span) || span.end - span.first < 2) return span;
    if (inText.has(spanText(words, span).toLowerCase())) return span;
    for (let end = span.end - 1; end > span.first; end--) {
      const known = inText.get(spanText(words, { ...span, end }).toLowerCase());
      if (known) return { ...known, first: span.first, end };
    }
    return span;
  });
}
