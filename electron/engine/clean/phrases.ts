import type { RemovalReason } from '../../contract';
import table from '../data/boilerplate-phrases.json';

export type PhrasePlace = 'whole' | 'start' | 'anywhere';

/** A phrase that stands in a block's text, and where. */
export interface PhraseFound {
  reason: RemovalReason;
  place: PhrasePlace;
}

/** Longer texts are judged by their beginning; a phrase far inside a long text tells nothing. */
const LONGEST_LOOKED_AT = 300;

interface Phrase {
  reason: RemovalReason;
  text: string;
  /** The next character must not go on with a word. */
  endsWord: boolean;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const FIRST_WORD = /^[\p{L}\p{N}]+|^[^\p{L}\p{N}]/u;
const WORD_START = /[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu;

/** Phrases by their first word: looking one up costs nothing where that word does not stand. */
function byFirstWord(phrases: Record<string, readonly string[]>): Map<string, Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const [reason, texts] of Object.entries(phrases)) {
    for (const text of texts) {
      const first = FIRST_WORD.exec(text)?.[0] ?? '';
      const endsWord = LETTER_OR_DIGIT.test(text.at(-1) ?? '');
      const own = found.get(first) ?? [];
      own.push({ reason: reason as RemovalReason, text, endsWord });
      found.set(first, own);
    }
  }
  return found;
}

const wholes = new Map<string, RemovalReason>();
for (const [reason, phrases] of Object.entries(table.whole)) {
  for (const phrase of phrases) wholes.set(phrase, reason as RemovalReason);
}
const starts = byFirstWord(table.start);
const anywheres = byFirstWord(table.anywhere);

/** Lower case, straight quotes, single spaces, without decoration at the ends. */
export function normalised(text: string): string {
  return text
    .slice(0, LONGEST_LOOKED_AT)
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s•·|»›>*–—-]+|[\s:.…!?|»›>*–—-]+$/g, '');
}

/** `line` is followed by one space, so that phrases that end in a space match at its end. */
function collect(
  line: string,
  at: number,
  word: string,
  from: Map<string, Phrase[]>,
  found: Set<RemovalReason>,
): void {
  for (const { reason, text, endsWord } of from.get(word) ?? []) {
    if (!line.startsWith(text, at)) continue;
    if (!endsWord || !LETTER_OR_DIGIT.test(line[at + text.length] ?? '')) found.add(reason);
  }
}

/** Phrases in a `normalised` text, whole-block ones first; each reason once for each place. */
export function findPhrases(line: string): PhraseFound[] {
  const whole = wholes.get(line);
  const atStart = new Set<RemovalReason>();
  const anywhere = new Set<RemovalReason>();
  const spaced = `${line} `;
  for (const match of spaced.matchAll(WORD_START)) {
    if (match.index === 0) collect(spaced, 0, match[0], starts, atStart);
    collect(spaced, match.index, match[0], anywheres, anywhere);
  }
  return [
    ...(whole ? [{ reason: whole, place: 'whole' as const }] : []),
    ...[...atStart].map((reason) => ({ reason, place: 'start' as const })),
    ...[...anywhere].map((reason) => ({ reason, place: 'anywhere' as const })),
  ];
}
