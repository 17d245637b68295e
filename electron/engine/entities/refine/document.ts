import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import { soundKey } from '../merge/spelling';
import { foldSpelling } from '../name-key';
import type { NameSpan } from '../name-span';
import { CLASSES, type NameClass } from '../statistics';
import type { Word } from '../words';
import { nameOdds } from './doubtful';
import { LOCATING } from './edges';
import { personEvidence } from './person-evidence';
import { coverage, merged } from './rule';
import { hearTheArticle, LEAST } from './type-evidence';

/** The words of a span as one key that leaves case and accents aside. */
function spanKey(words: readonly Word[], { first, end }: { first: number; end: number }): string {
  let text = '';
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    text += i > first && (word.spaceBefore || word.lineStarts) ? ` ${word.lexeme.text}` : word.lexeme.text;
  }
  return foldSpelling(text);
}

/** What a rule's decision weighs beside the tagger's: log of the share that it leaves to each other class. */
const RULED_OUT = -3;
/** What each mention of a lone word that nothing but the tagger takes for a person loses (natural log). */
const NO_PERSON = 2;

/**
 * What each mention gains as another name (natural log): products and works are many kinds of thing, of which the
 * training sets show few. Chosen on the held ordinary pages; news hardly moves.
 */
const OTHER_NAMES = 0.6;

/**
 * A name of one spelling has one class in an article: the one that fits all its mentions best, where a sure mention
 * counts for more than an unsure one.
 */
export function decideByDocument(spans: readonly NameSpan[], input: TaggerInput): NameSpan[] {
  const { document } = input;
  const keys = spans.map((span) => spanKey(document.words, span));
  const sums = new Map<string, number[]>();
  const others = new Map<string, number[]>();
  for (const [i, span] of spans.entries()) {
    if (span.otherFit) others.set(keys[i]!, added(others.get(keys[i]!), span.otherFit));
    const sum = sums.get(keys[i]!) ?? CLASSES.map(() => 0);
    sums.set(keys[i]!, sum);
    const fit = fitOf(span);
    for (let c = 0; c < sum.length; c++) sum[c]! += Math.max(fit[c]!, LEAST);
  }
  const spoken = input.wordScores ? personEvidence(spans, keys, input) : null;
  if (spoken) for (const key of keys) if (!spoken.has(key)) sums.get(key)![0]! -= NO_PERSON;
  const other = CLASSES.indexOf('MISC');
  if (spoken) for (const key of keys) sums.get(key)![other]! += OTHER_NAMES;
  if (spoken) hearTheArticle(spans, keys, input, { classes: sums, others });
  return spans.map((span, i) => {
    const sum = sums.get(keys[i]!)!;
    const otherFit = others.get(keys[i]!);
    return { ...span, type: CLASSES[sum.indexOf(Math.max(...sum))]!, ...(otherFit && { otherFit }) };
  });
}

const added = (sum: readonly number[] | undefined, more: readonly number[]): number[] =>
  more.map((value, i) => Math.max(value, LEAST) + (sum?.[i] ?? 0));

/** The tagger's view of a mention, unless a rule has decided otherwise since. */
function fitOf({ fit, type }: NameSpan): readonly number[] {
  const own = CLASSES.indexOf(type);
  if (fit && fit[own] === Math.max(...fit)) return fit;
  return CLASSES.map((_, c) => (c === own ? 0 : RULED_OUT));
}

/** The same for the romanisations of a name; short names have too many neighbours for it. */
const spellingKey = (lower: string): string =>
  lower.length < 6 ? lower : `~${soundKey(foldSpelling(lower))}`;

/** A lone name that is the surname of somebody named in full is that person, unless a place is meant. */
export function tieSurnames(spans: readonly NameSpan[], { document, gazetteers }: TaggerInput): NameSpan[] {
  const { words } = document;
  const surnames = new Set<string>();
  for (const { first, end, type } of spans) {
    if (type !== 'PER' || end - first < 2) continue;
    const { lower } = words[end - 1]!.lexeme;
    surnames.add(lower).add(spellingKey(lower));
  }
  return spans.map((span) => {
    const word = words[span.first]!;
    const alone = span.end - span.first === 1 && (span.type === 'LOC' || span.type === 'ORG');
    if (!alone || surnames.size === 0 || gazetteers.begins[span.first]! & KIND.country) return span;
    const { lower } = word.lexeme;
    if (!surnames.has(lower) && !surnames.has(spellingKey(lower))) return span;
    const before = words[span.first - 1]?.lexeme.lower ?? '';
    return LOCATING.has(before) || before === 'of' || before === 'from' || before === 'to'
      ? span
      : { ...span, type: 'PER' };
  });
}

/** Log odds below which the encoder is sure that a word is no name where it stands. */
const CLEARLY_NONE = -1;

/** Finds a name that was seen in the article at its other occurrences too. */
export function findElsewhere(spans: readonly NameSpan[], input: TaggerInput): NameSpan[] {
  const { document, statistics } = input;
  const { words } = document;
  const types = new Map<string, NameClass>();
  const lengths = new Map<string, Set<number>>();
  for (const { first, end, type } of spans) {
    const opening = words[first]!.lexeme.text;
    const key = phrase(words, first, end);
    if (types.has(key) || !isDistinctive(words.slice(first, end), statistics)) continue;
    types.set(key, type);
    lengths.set(opening, (lengths.get(opening) ?? new Set()).add(end - first));
  }
  const taken = coverage(spans, words.length);
  const found: NameSpan[] = [];
  for (let i = 0; i < words.length; i++) {
    const possible = taken[i] ? undefined : lengths.get(words[i]!.lexeme.text);
    if (!possible) continue;
    for (const length of [...possible].sort((a, b) => b - a)) {
      const end = i + length;
      const type = isFree(i, end) ? types.get(phrase(words, i, end)) : undefined;
      if (!type || (nameOdds(input, i, end) ?? 0) < CLEARLY_NONE) continue;
      found.push({ first: i, end, type, rule: 'elsewhere' });
      i = end - 1;
      break;
    }
  }
  return merged(spans, found);
  function isFree(first: number, end: number): boolean {
    if (end > words.length || words[end - 1]!.block !== words[first]!.block) return false;
    for (let i = first; i < end; i++) if (taken[i]) return false;
    return true;
  }
}

const phrase = (words: readonly Word[], first: number, end: number): string =>
  words
    .slice(first, end)
    .map(({ lexeme }) => lexeme.text)
    .join(' ');

/** A word that the article also writes small is no sure name by itself; neither is a single letter or number. */
function isDistinctive(words: readonly Word[], statistics: TaggerInput['statistics']): boolean {
  if (words.length > 1) return words.some((w) => w.lexeme.capitalised);
  const { lexeme } = words[0]!;
  return lexeme.hasCapital && lexeme.text.length > 1 && (statistics.get(lexeme.lower)?.small ?? 0) === 0;
}
