import weights from '../../data/headline-model.json';
import type { MetadataCandidate } from '../../read/draft';
import { TEXT_FEATURES } from '../features/text-features';
import { Forest, type ForestWeights } from '../forest';
import type { LookedDraft } from '../looked-draft';
import { HEADLINE_FEATURES, headlineCandidates } from './headline-features';

const forest = new Forest(weights.forest as ForestWeights, HEADLINE_FEATURES);

/**
 * The headline of a source that states none: the line before or at the start of the text that most looks like one.
 * Null when no line does so well enough, and the source is no note under a heading either.
 */
export function findHeadline(draft: LookedDraft): MetadataCandidate | null {
  let best = { at: -1, score: weights.threshold };
  for (const { at, values } of headlineCandidates(draft)) {
    const score = forest.score(values);
    if (score >= best.score) best = { at, score };
  }
  const words = (draft.blocks[best.at] ?? headingOfNote(draft))?.block.text;
  return words === undefined ? null : { field: 'title', value: words, source: 'text', words };
}

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
function headingOfNote({ blocks, looks }: LookedDraft): LookedDraft['blocks'][number] | undefined {
  const [first, ...rest] = blocks;
  if (!first || rest.length === 0 || !['paragraph', 'heading'].includes(first.block.kind)) return undefined;
  const { text } = first.block;
  if (text.length > LONGEST_HEADING || /[\n|]|[.,;:]$/u.test(text) || !/\p{L}/u.test(text)) return undefined;
  if (CLUTTER.some((column) => (looks[0]?.values?.[column] ?? 0) > 0)) return undefined;
  const isText = looks.slice(1).every(({ facts }) => facts.endsSentence && facts.words >= FEWEST_WORDS);
  return isText ? first : undefined;
}
