import { FINE_TAGS } from '../encoder/fine-tags';
import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import type { NameSpan } from '../name-span';
import type { Word } from '../words';

/** One occurrence says no more for or against than this (natural log of the odds), so that none decides alone. */
const MOST_ODDS = 3;
/** In a line of capitals or in title case capitals say little: there a name needs this much more. */
const HEADING_DOUBT = 1;

/** Log odds that the words are (part of) a name, by the encoder's mean over them; null where it was not asked. */
export function nameOdds({ wordScores, document }: TaggerInput, first: number, end: number): number | null {
  if (!wordScores) return null;
  let sum = 0;
  let count = 0;
  for (let i = first; i < end; i++) {
    const row = wordScores.rowOf[i]!;
    if (row < 0 || !document.words[i]!.lexeme.hasLetter) continue;
    const outside = wordScores.values[row * FINE_TAGS]!;
    sum += Math.log(Math.max(1 - Math.exp(outside), 1e-6)) - outside;
    count++;
  }
  return count === 0 ? null : Math.max(-MOST_ODDS, Math.min(MOST_ODDS, sum / count));
}

const textOf = (words: readonly Word[], first: number, end: number): string =>
  words
    .slice(first, end)
    .map(({ lexeme }) => lexeme.text)
    .join(' ');

/**
 * A spelling that the article mostly does not use as a name is none: the odds of all its occurrences are added up,
 * also of those that the tagger left out. What the tables know, and what stands in a longer name too, is left alone.
 */
export function dropDoubtful(spans: readonly NameSpan[], input: TaggerInput): NameSpan[] {
  if (!input.wordScores) return [...spans];
  const { words } = input.document;
  const inLonger = longerNames(spans, words);
  const odds = new Map<string, number>();
  const lengths = new Map<string, Set<number>>();
  for (const { first, end } of spans) {
    const opening = words[first]!.lexeme.text;
    lengths.set(opening, (lengths.get(opening) ?? new Set()).add(end - first));
    odds.set(textOf(words, first, end), 0);
  }
  for (let i = 0; i < words.length; i++) {
    for (const length of lengths.get(words[i]!.lexeme.text) ?? []) {
      const end = i + length;
      if (end > words.length || words[end - 1]!.block !== words[i]!.block) continue;
      const key = textOf(words, i, end);
      const own = odds.has(key) ? nameOdds(input, i, end) : null;
      if (own === null) continue;
      const heading = words[i]!.titled || words[i]!.shouted ? HEADING_DOUBT : 0;
      odds.set(key, odds.get(key)! + own - heading);
    }
  }
  for (const [key, first, end] of distinct(spans, words))
    odds.set(key, odds.get(key)! - smallUses(input, first, end));
  return spans.filter(({ first, end, type }) => {
    if (odds.get(textOf(words, first, end))! >= 0 || isKnown(input, first, end)) return true;
    return type === 'PER' && end - first === 1 && inLonger.has(words[first]!.lexeme.text);
  });
}

/** Each spelling once, with the place where it stands first. */
function distinct(
  spans: readonly NameSpan[],
  words: readonly Word[],
): [key: string, first: number, end: number][] {
  const seen = new Map<string, [string, number, number]>();
  for (const { first, end } of spans) {
    const key = textOf(words, first, end);
    if (!seen.has(key)) seen.set(key, [key, first, end]);
  }
  return [...seen.values()];
}

/** What each use of the same word in small letters takes from a name (log odds), and the most they take together. */
const SMALL_USE = 1;
const MOST_SMALL = 6;

/** How much the article's own use of the words in small letters speaks against a name ("Tier 1" beside "a tier"). */
function smallUses({ document, statistics }: TaggerInput, first: number, end: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = first; i < end; i++) {
    const { lexeme } = document.words[i]!;
    if (!lexeme.hasLetter) continue;
    const own = statistics.get(lexeme.lower)?.small ?? 0;
    const plural = statistics.get(`${lexeme.lower}s`)?.small ?? 0;
    least = Math.min(least, own + plural);
  }
  return Number.isFinite(least) ? Math.min(MOST_SMALL, SMALL_USE * least) : 0;
}

const KNOWN = KIND.country | KIND.place | KIND.organisation | KIND.demonym;

/** The tables have the whole of it, not as a word that is also a first name. */
function isKnown({ gazetteers, document }: TaggerInput, first: number, end: number): boolean {
  const kinds = gazetteers.begins[first]!;
  return (
    (kinds & KNOWN) !== 0 && gazetteers.nameEnds[first] === end && document.words[first]!.lexeme.capitalised
  );
}

/** Words of persons' names of several words: a surname alone is a name when the full one is. */
function longerNames(spans: readonly NameSpan[], words: readonly Word[]): Set<string> {
  const found = new Set<string>();
  for (const { first, end, type } of spans) {
    if (type !== 'PER' || end - first < 2) continue;
    for (let i = first; i < end; i++) found.add(words[i]!.lexeme.text);
  }
  return found;
}
