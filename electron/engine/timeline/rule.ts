import type { Meaning, Step } from './meaning';
import { type Captures, compilePattern, type Pattern } from './pattern';
import type { TimeWord } from './words';

/** Where a pattern matched: words from `start` up to, not including, `end`. */
export interface Place {
  words: readonly TimeWord[];
  start: number;
  end: number;
}

/** One kind of time expression: what it looks like, and what it means. Null from `build` means "not a time here". */
export interface TimeRule {
  name: string;
  patterns: Pattern[];
  build(captures: Captures, place: Place): Meaning | null;
}

export function rule(name: string, patterns: string[], build: TimeRule['build']): TimeRule {
  return { name, patterns: patterns.map(compilePattern), build };
}

/** Direction words before a period: which step they take, and whether from publication or from the story. */
const STEPS: Record<string, Step> = {
  this: { step: 0, from: 'publication' },
  current: { step: 0, from: 'publication' },
  last: { step: -1, from: 'publication' },
  past: { step: -1, from: 'publication' },
  next: { step: 1, from: 'publication' },
  coming: { step: 1, from: 'publication' },
  upcoming: { step: 1, from: 'publication' },
  that: { step: 0, from: 'narrative' },
  same: { step: 0, from: 'narrative' },
  previous: { step: -1, from: 'narrative' },
  preceding: { step: -1, from: 'narrative' },
  prior: { step: -1, from: 'narrative' },
  following: { step: 1, from: 'narrative' },
};

/**
 * "the next day" is counted from the story, "next day" and "next week" from publication: with an article these words
 * continue a tale.
 */
export function stepOf(word: string | undefined, withArticle = false): Step {
  const step = STEPS[word ?? ''] ?? { step: 0, from: 'narrative' };
  return withArticle && word === 'next' ? { step: 1, from: 'narrative' } : step;
}

/** The text of a word near the match; offsets count from `index`. */
export function wordAt(place: Place, index: number): string {
  return place.words[index]?.text ?? '';
}
