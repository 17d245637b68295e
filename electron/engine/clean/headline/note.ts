import { TEXT_FEATURES } from '../features/text-features';
import type { LookedDraft } from '../looked-draft';

/** Characters; what somebody writes over a note is no longer. */
const LONGEST_HEADING = 120;
/** Words that a paragraph of a note has at least. */
const FEWEST_WORDS = 5;
/** Looks of a line that is clutter, wherever it stands. */
const CLUTTER = (['date', 'clock', 'byline', 'date phrase', 'share', 'navigation', 'related'] as const).map(
  (name) => TEXT_FEATURES.indexOf(name),
);

/**
 * The first line of a text that somebody wrote: a heading without a full stop, and below it nothing but sentences. The
 * model has only seen pages, where so little text is none.
 */
export function headingOfNote({ blocks, looks }: LookedDraft): LookedDraft['blocks'][number] | undefined {
  const [first, ...rest] = blocks;
  if (!first || rest.length === 0 || !['paragraph', 'heading'].includes(first.block.kind)) return undefined;
  const { text } = first.block;
  if (text.length > LONGEST_HEADING || /[\n|]|[.,;:]$/u.test(text) || !/\p{L}/u.test(text)) return undefined;
  if (CLUTTER.some((column) => (looks[0]?.values?.[column] ?? 0) > 0)) return undefined;
  const isText = looks.slice(1).every(({ facts }) => facts.endsSentence && facts.words >= FEWEST_WORDS);
  return isText ? first : undefined;
}

/** Words; a longer text has enough of itself for the model to judge it. */
const LONGEST_NOTE = 120;

/** A few sentences under a heading: somebody wrote them as they are, and nothing among them is clutter. */
export function isShortNote(draft: LookedDraft): boolean {
  const words = draft.looks.reduce((sum, { facts }) => sum + facts.words, 0);
  return words <= LONGEST_NOTE && headingOfNote(draft) !== undefined;
}
