import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import type { NameSpan } from '../name-span';
import type { Word } from '../words';
import { coverage, merged } from './rule';

/** A country by its letters ("US", "UK", "UAE") is always a place, also where the tagger saw nothing. */
export function typeCountryAcronyms(
  spans: readonly NameSpan[],
  { document, gazetteers }: TaggerInput,
): NameSpan[] {
  const { words } = document;
  const isOne = (i: number): boolean => {
    const { lexeme } = words[i]!;
    return (
      (gazetteers.begins[i]! & KIND.country) !== 0 &&
      gazetteers.nameEnds[i] === i + 1 &&
      lexeme.allCapitals &&
      lexeme.text.length > 1 &&
      lexeme.text.length < 7 &&
      !words[i]!.shouted
    );
  };
  const taken = coverage(spans, words.length);
  const typed = spans.map((span): NameSpan => {
    const place = span.end - span.first === 1 && isOne(span.first);
    return place && span.type !== 'LOC' ? { ...span, type: 'LOC', rule: 'country-acronyms' } : span;
  });
  const found: NameSpan[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!taken[i] && isOne(i)) found.push({ first: i, end: i + 1, type: 'LOC', rule: 'country-acronyms' });
  }
  return merged(typed, found);
}

/**
 * Letters in brackets behind a name that they shorten are a name of its type; behind anything else ("search engine
 * optimisation (SEO)") they are a technical term, there and everywhere in the article.
 */
export function typeBracketedAcronyms(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  const endings = new Map(spans.map((span) => [span.end, span]));
  const types = new Map<string, NameSpan['type'] | null>();
  for (let i = 0; i < words.length - 1; i++) {
    const { lexeme, block } = words[i]!;
    const bracketed = words[i - 1]?.lexeme.text === '(' && words[i + 1]!.lexeme.text === ')';
    const acronym = ACRONYM.exec(lexeme.text)?.[1];
    if (acronym && words[i + 1]!.lexeme.text === ':' && isExplained(words, i + 2, acronym.toLowerCase()))
      types.set(acronym, types.get(acronym) ?? null);
    if (!bracketed || !acronym) continue;
    if (words[i - 2]?.block !== block) continue;
    const long = endings.get(i - 1);
    if (long && long.type !== 'PER' && shortens(words, long, acronym.toLowerCase()))
      types.set(acronym, long.type);
    else if (
      spellsOut(
        words.slice(Math.max(0, i - 9), i - 1).map((word) => word.lexeme.lower),
        acronym.toLowerCase(),
      )
    )
      types.set(acronym, types.get(acronym) ?? null);
  }
  if (types.size === 0) return [...spans];
  return spans.flatMap((span) => {
    const acronym = ACRONYM.exec(words[span.first]!.lexeme.text)?.[1] ?? '';
    const type = span.end - span.first === 1 ? types.get(acronym) : undefined;
    if (type === undefined) return [span];
    return type === null ? [] : [{ ...span, type, rule: 'bracketed-acronyms' }];
  });
}

/** "PPC: Pay-per-click": the words behind the colon begin with the letters, and a small one is among them. */
function isExplained(words: readonly Word[], from: number, letters: string): boolean {
  const behind = words.slice(from, from + 2 * letters.length).filter(({ lexeme }) => lexeme.hasLetter);
  const own = behind.slice(0, letters.length);
  const fits = own.length === letters.length && own.every(({ lexeme }, i) => lexeme.lower[0] === letters[i]);
  return fits && own.some(({ lexeme }) => !lexeme.hasCapital);
}

/** Capitals, perhaps with the plural's s. */
const ACRONYM = /^(\p{Lu}{2,6})s?$/u;

/** The letters open words of the name, in order; small words may be left out. */
function shortens(words: readonly Word[], { first, end }: NameSpan, letters: string): boolean {
  let at = 0;
  for (let i = first; i < end; i++) if (words[i]!.lexeme.lower[0] === letters[at]) at++;
  return end - first > 1 && at >= letters.length - 1 && at > 1;
}

/** The last words before the bracket begin with its letters, in order. */
function spellsOut(before: readonly string[], letters: string): boolean {
  const own = before.slice(-letters.length);
  return own.length === letters.length && own.every((word, i) => word.startsWith(letters[i]!));
}

/** "D-Minn." behind a politician's name is a party and a state, nobody's name; the tokeniser may cut it in three. */
export function dropPartyStates(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const { words } = document;
  return spans.filter(({ first, end }) => {
    const text = words
      .slice(first, end)
      .reduce(
        (all, { lexeme, spaceBefore }, i) => `${all}${i > 0 && spaceBefore ? ' ' : ''}${lexeme.text}`,
        '',
      );
    return !/^[DRI]-\p{Lu}[\p{L}.]*$/u.test(text) || words[first - 1]?.lexeme.text !== ',';
  });
}

/** "Atlanta, GA": two letters behind a place and a comma are the state or country it lies in. */
export function typeStateLetters(
  spans: readonly NameSpan[],
  { document: { words } }: TaggerInput,
): NameSpan[] {
  return spans.map((span, i) => {
    const before = spans[i - 1];
    const letters = span.end - span.first === 1 && /^\p{Lu}{2}$/u.test(words[span.first]!.lexeme.text);
    const behind =
      before?.type === 'LOC' && before.end === span.first - 1 && words[before.end]!.lexeme.text === ',';
    return letters && behind && span.type !== 'LOC' ? { ...span, type: 'LOC', rule: 'state-letters' } : span;
  });
}
