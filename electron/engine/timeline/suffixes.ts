import type { Match } from './found-time';
import { partAt } from './lexicon';
import type { Meaning } from './meaning';
import type { TimeWord } from './words';

function namesDay(meaning: Meaning): boolean {
  if (meaning.clock) return false;
  if (meaning.kind === 'step') return meaning.grain === 'day';
  if (meaning.kind !== 'calendar') return false;
  const { day, weekday, holiday } = meaning.fields;
  return day !== undefined || weekday !== undefined || holiday !== undefined;
}

/** "Tuesday night", "yesterday morning"; "Monday noon". */
function withPartOfDay(match: Match, words: readonly TimeWord[]): Match | null {
  if (!namesDay(match.meaning)) return null;
  const early = /^(?:early|late|mid)$/.test(words[match.end]?.text ?? '') ? 1 : 0;
  const part = partAt(words, match.end + early);
  const word = words[match.end + early];
  if (!part || !word || word.text.endsWith('s') || word.capital) return null;
  return { ...match, end: part.end, meaning: { ...match.meaning, clock: `T${part.value}` } };
}

/** "two years or so", "a week or more", "1990 or later". */
function withVagueTail(match: Match, words: readonly TimeWord[]): Match | null {
  const [first, second] = [words[match.end]?.text, words[match.end + 1]?.text];
  const amount = match.meaning.kind === 'duration' || match.meaning.kind === 'distance';
  if (first === 'or' && second === 'so' && amount)
    return { ...match, end: match.end + 2, meaning: { ...match.meaning, modifier: 'about' } };
  if (first === 'or' && (second === 'more' || second === 'longer') && amount)
    return { ...match, end: match.end + 2, meaning: { ...match.meaning, modifier: 'moreThan' } };
  if ((first === 'or' && second === 'later') || (first === 'and' && second === 'beyond'))
    return { ...match, end: match.end + 2, meaning: { ...match.meaning, modifier: 'after' } };
  return null;
}

/** The match with the words behind it that belong to it. */
export function extendBySuffix(match: Match, words: readonly TimeWord[]): Match {
  return withPartOfDay(match, words) ?? withVagueTail(match, words) ?? match;
}
