import type { TaggerInput } from '../features';
import { KIND } from '../gazetteers';
import { soundKey } from '../merge/spelling';
import { foldSpelling } from '../name-key';
import type { NameSpan } from '../name-span';
import type { NameClass } from '../statistics';
import type { Word } from '../words';
import { LOCATING } from './edges';
import { coverage, merged } from './rule';

/** The words of a span as one key that leaves case and accents aside. */
function spanKey(words: readonly Word[], { first, end }: { first: number; end: number }): string {
  let text = '';
  for (let i = first; i < end; i++) {
    const word = words[i]!;
    text += i > first && (word.spaceBefore || word.lineStarts) ? ` ${word.lexeme.text}` : word.lexeme.text;
  }
  return foldSpelling(text);
}

/** A name of one spelling has one class in an article: the one it has most often, the first of equals. */
export function decideByDocument(spans: readonly NameSpan[], { document }: TaggerInput): NameSpan[] {
  const votes = new Map<string, Map<NameClass, number>>();
  const keys = spans.map((span) => spanKey(document.words, span));
  for (const [i, span] of spans.entries()) {
    const counts = votes.get(keys[i]!) ?? new Map<NameClass, number>();
    votes.set(keys[i]!, counts.set(span.type, (counts.get(span.type) ?? 0) + 1));
  }
  const leaders = new Map(
    [...votes].map(([key, counts]) => [key, [...counts].sort((a, b) => b[1] - a[1])[0]![0]]),
  );
  return spans.map((span, i) => ({ ...span, type: leaders.get(keys[i]!)! }));
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

/** Finds a name that was seen in the article at its other occurrences too. */
export function findElsewhere(spans: readonly NameSpan[], { document, statistics }: TaggerInput): NameSpan[] {
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
      if (!type) continue;
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
