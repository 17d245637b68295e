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

const wholes = new Map<string, RemovalReason>();
for (const [reason, phrases] of Object.entries(table.whole)) {
  for (const phrase of phrases) wholes.set(phrase, reason as RemovalReason);
}

function alternatives(phrases: readonly string[]): string {
  return phrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
}

const starts = Object.entries(table.start).map(([reason, phrases]) => ({
  reason: reason as RemovalReason,
  pattern: new RegExp(`^(?:${alternatives(phrases)})`),
}));

const anywheres = Object.entries(table.anywhere).map(([reason, phrases]) => ({
  reason: reason as RemovalReason,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives(phrases)})(?![\\p{L}\\p{N}])`, 'u'),
}));

/** Lower case, straight quotes, single spaces, without decoration at the ends. */
export function normalised(text: string): string {
  return text
    .slice(0, LONGEST_LOOKED_AT)
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s•·|»›>*–—-]+|[\s:.…!?|»›>*–—-]+$/g, '');
}

/** Phrases in `text`, whole-block ones first. */
export function findPhrases(text: string): PhraseFound[] {
  const line = normalised(text);
  const found: PhraseFound[] = [];
  const whole = wholes.get(line);
  if (whole) found.push({ reason: whole, place: 'whole' });
  const opening = `${line} `;
  for (const { reason, pattern } of starts) {
    if (pattern.test(opening)) found.push({ reason, place: 'start' });
  }
  for (const { reason, pattern } of anywheres) {
    if (pattern.test(line)) found.push({ reason, place: 'anywhere' });
  }
  return found;
}
