import type { TaggerInput } from '../features';
import type { NameSpan } from '../name-span';
import type { Word } from '../words';

const PICTURE =
  /^(?:photo|photos|photograph|photographs|photography|image|images|picture|pictures|video|illustration|graphic|screenshot|credit|credits|courtesy|©)$/;
const SMALL = /^(?:by|via|from|:|courtesy|©|\(c\)|credit)$/;
/** How far before a name its credit's word may stand, in words. */
const REACH = 8;

/** Who took a picture or sells it ("Photo by John Smith/Getty Images") is named for the picture, not by the article. */
export function dropCredits(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  const credits = new Set<number>();
  for (const [i, span] of spans.entries()) if (isCredit(i, span)) credits.add(i);
  return spans.filter((_, i) => !credits.has(i));

  function isCredit(i: number, span: NameSpan): boolean {
    if (!endsCredit(words, span)) return false;
    let at = span.first - 1;
    const previous = spans[i - 1];
    // "John Smith/Getty Images": the second is one where the first is, or behind the first's own slash.
    if (
      words[at]?.lexeme.text === '/' &&
      previous?.end === at &&
      words[at]!.block === words[span.first]!.block
    )
      return credits.has(i - 1) || endsLine(words, span.end);
    while (at >= 0 && at >= span.first - REACH && words[at]!.block === words[span.first]!.block) {
      const text = words[at]!.lexeme.lower;
      if (PICTURE.test(text)) return true;
      if (!SMALL.test(text)) return false;
      at--;
    }
    return false;
  }
}

const endsLine = (words: readonly Word[], end: number): boolean =>
  words[end] === undefined || words[end]!.block !== words[end - 1]!.block || words[end]!.lineStarts;

/** The line ends behind it, or a bracket, a slash or another mark that only credits have. */
function endsCredit(words: readonly Word[], { end }: NameSpan): boolean {
  return (
    endsLine(words, end) ||
    /^[)\]/|]/.test(words[end]!.lexeme.text) ||
    (words[end]!.lexeme.text === '.' && endsLine(words, end + 1))
  );
}
