import type { TaggerInput } from '../features';
import type { NameSpan } from '../name-span';
import type { Word } from '../words';

/** An address is no part of a name, and the words on its two sides belong to two. */
const ADDRESS = /@.+\.|:\/\/|^www\./i;
/** From this many characters on a line counts as one that was cut to fit, so that a name may go on in the next. */
const FULL_LINE = 45;
const OUTER_MARK = /^[\p{P}\p{S}]+$/u;

/** Cuts a name where none can go on: at an address, at a verb in small letters, at the end of a short line. */
export function breakNames(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  return spans.flatMap((span) => {
    const pieces: NameSpan[] = [];
    let first = span.first;
    for (let i = span.first; i < span.end; i++) {
      const gap = isGap(words[i]!);
      if (!gap && !(i > first && endsShortLine(words, i))) continue;
      pieces.push({ ...span, first, end: i });
      first = gap ? i + 1 : i;
    }
    if (first === span.first) {
      const label = isCaptionLabel(span, words);
      return label && span.end - span.first === 1 ? [] : [label ? { ...span, end: span.end - 1 } : span];
    }
    pieces.push({ ...span, first });
    return pieces.map((piece) => trimMarks(piece, words)).filter((piece) => hasName(piece, words));
  });
}

/** "Image:", "Photo:" behind a name begin a credit, though their capital makes them look like part of it. */
function isCaptionLabel({ end }: NameSpan, words: readonly Word[]): boolean {
  return words[end]?.lexeme.text === ':' && CAPTION_LABELS.has(words[end - 1]!.lexeme.lower);
}

const CAPTION_LABELS = new Set([
  'image',
  'images',
  'photo',
  'photos',
  'picture',
  'credit',
  'file',
  'video',
  'source',
]);

function isGap({ lexeme, tag }: Word): boolean {
  return (
    ADDRESS.test(lexeme.text) ||
    (!lexeme.hasCapital && /^(?:VB[DPZ]|MD|PRP\$?|WP|WDT)$/.test(tag) && lexeme.hasLetter)
  );
}

function endsShortLine(words: readonly Word[], i: number): boolean {
  if (!words[i]!.lineStarts) return false;
  let first = i - 1;
  while (first > 0 && !words[first]!.lineStarts) first--;
  return words[i - 1]!.end - words[first]!.start < FULL_LINE;
}

function trimMarks(span: NameSpan, words: readonly Word[]): NameSpan {
  let { first, end } = span;
  while (first < end && OUTER_MARK.test(words[first]!.lexeme.text)) first++;
  while (end > first && OUTER_MARK.test(words[end - 1]!.lexeme.text)) end--;
  return { ...span, first, end };
}

function hasName({ first, end }: NameSpan, words: readonly Word[]): boolean {
  return words.slice(first, end).some(({ lexeme }) => lexeme.hasCapital);
}
