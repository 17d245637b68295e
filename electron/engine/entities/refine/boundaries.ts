import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import type { NameSpan } from '../name-span';
import type { Word } from '../words';

/** Small words that stand inside a surname and never end a name. */
const PARTICLES = new Set(
  'von van der den de del della di da dos du la le bin ibn al el ul abu ter zu'.split(' '),
);

/** Takes in what belongs to a person's name behind its cut: "Ursula von | der Leyen", "Moon Jae | -in". */
export function completePersons(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  return spans.map((span, i) => {
    if (span.type !== 'PER') return span;
    const limit = spans[i + 1]?.first ?? words.length;
    let end = behindHyphen(words, span.end);
    end = behindParticles(words, end);
    return end > span.end && end <= limit ? { ...span, end } : span;
  });
}

/** "Jae-in" is three words to the tokeniser. */
function behindHyphen(words: readonly Word[], end: number): number {
  const [hyphen, rest] = [words[end], words[end + 1]];
  const joined = hyphen?.lexeme.text === '-' && !hyphen.spaceBefore && rest && !rest.spaceBefore;
  return joined && rest.lexeme.hasLetter && rest.lexeme.text.length < 12 ? end + 2 : end;
}

function behindParticles(words: readonly Word[], end: number): number {
  const block = words[end - 1]!.block;
  let next = end;
  while (words[next]?.block === block && PARTICLES.has(words[next]!.lexeme.text)) next++;
  const particles = next > end || PARTICLES.has(words[end - 1]!.lexeme.text);
  const surname = words[next];
  if (!particles || surname?.block !== block || !surname.lexeme.capitalised || surname.lineStarts) return end;
  return next + 1;
}

/** A nationality before a person's full name is not part of it ("Russian Vladimir Putin"). */
export function stripNationality(spans: readonly NameSpan[], { gazetteers }: TaggerInput): NameSpan[] {
  return spans.map((span) => {
    const kinds = gazetteers.begins[span.first]!;
    const nationality = kinds & KIND.demonym && !(kinds & KIND.firstName) && span.end - span.first > 2;
    return span.type === 'PER' && nationality ? { ...span, first: span.first + 1 } : span;
  });
}

/** "Paul and Anna", "Norway and Sweden" are two, unless the tables know them as one. */
export function splitPairs(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  const { words } = document;
  return spans.flatMap((span) => {
    if (span.type === 'ORG' || span.type === 'MISC' || gazetteers.nameEnds[span.first] === span.end)
      return [span];
    for (let i = span.first + 1; i < span.end - 1; i++) {
      if (words[i]!.lexeme.text !== 'and' || !words[i + 1]!.lexeme.capitalised) continue;
      return [
        { ...span, end: i },
        { ...span, first: i + 1 },
      ];
    }
    return [span];
  });
}

const POSSESSIVE = /^['’]s?$/;

/** What somebody owns stands apart from the owner whom the article also names alone: "Braun | 's | Ithaca Holdings". */
export function cutPossessives(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  const textOf = (first: number, end: number): string =>
    words
      .slice(first, end)
      .map(({ lexeme }) => lexeme.lower)
      .join(' ');
  const named = new Set<string>();
  for (const { first, end, type } of spans) {
    named.add(textOf(first, end));
    if (type === 'PER') named.add(words[end - 1]!.lexeme.lower);
  }
  return spans.flatMap((span) => {
    // Where the article has no Forest Hill by itself, the 's may be the name's own: "McDonald's".
    const ends =
      POSSESSIVE.test(words[span.end - 1]!.lexeme.text) && named.has(textOf(span.first, span.end - 1));
    const end = ends ? span.end - 1 : span.end;
    for (let i = span.first + 1; i < end - 1; i++) {
      if (!POSSESSIVE.test(words[i]!.lexeme.text) || !named.has(textOf(span.first, i))) continue;
      return [
        { ...span, end: i },
        { ...span, first: i + 1, end },
      ];
    }
    return [{ ...span, end }];
  });
}
