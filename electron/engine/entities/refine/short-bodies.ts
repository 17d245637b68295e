import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import { spanText } from '../merge/forms';
import type { NameSpan } from '../name-span';

/** What the tables know by itself is no short name: Washington beside the Washington Post. */
const KNOWN = KIND.country | KIND.place | KIND.demonym | KIND.firstName;

/**
 * "Carlyle" beside the Carlyle Group is that body, not a person or product of the name: where the article names a body
 * whose last words only say what it is, and nobody in full of that surname. A place stays one: Mosul University is in Mosul.
 */
export function tieShortBodies(
  spans: readonly NameSpan[],
  { document: { words }, gazetteers }: TaggerInput,
): NameSpan[] {
  const shorts = new Set<string>();
  const surnames = new Set<string>();
  for (const span of spans) {
    if (span.end - span.first < 2) continue;
    if (span.type === 'PER') surnames.add(words[span.end - 1]!.lexeme.text);
    if (span.type !== 'ORG') continue;
    let { end } = span;
    while (end - span.first > 1 && gazetteers.begins[end - 1]! & KIND.organisationWord) end--;
    if (end < span.end) shorts.add(spanText(words, { ...span, end }));
  }
  return spans.map((span) => {
    if (span.type === 'ORG' || span.type === 'LOC' || !shorts.has(spanText(words, span))) return span;
    const known = gazetteers.nameEnds[span.first] === span.end && gazetteers.begins[span.first]! & KNOWN;
    return known || surnames.has(words[span.end - 1]!.lexeme.text)
      ? span
      : { ...span, type: 'ORG', rule: 'short-bodies' };
  });
}
