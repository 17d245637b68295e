import type { PageKind } from '../../contract';
import type { DraftBlock } from '../read/draft';
import type { BlockLooks } from './features';
import { MARKED_BODY } from './features/stated-text';

/** Kinds whose text is made of what readers wrote. */
const OF_READERS: ReadonlySet<PageKind> = new Set(['thread', 'question', 'comments']);
/** What pages call the place of what their readers wrote. */
const COMMENTS = new Set(['comment', 'comments', 'commentlist', 'commentary', 'disqus']);
/** Words around the whole page ("comments open") stand farther from a block than these. */
const NEAR_NAMES = 16;
/** Words of running text that must stay outside the comments, for them to be comments on something. */
const LEAST_TEXT = 40;
/** A block of so many words that ends as a sentence does is running text. */
const RUNNING = 12;

function isRunning({ evidence }: DraftBlock, { facts }: BlockLooks): boolean {
  return facts.words >= RUNNING && facts.endsSentence && evidence.linkShare < 0.3;
}

/**
 * Takes out the comments under an article. They stay where the page is a thread or the like, and where next to nothing
 * stays beside them.
 */
export function dropComments(
  blocks: readonly DraftBlock[],
  looks: readonly BlockLooks[],
  kind: PageKind | null,
  keep: boolean[],
): void {
  if (kind !== null && OF_READERS.has(kind)) return;
  const isComment = blocks.map(({ evidence }) =>
    evidence.names.slice(0, NEAR_NAMES).some((name) => COMMENTS.has(name)),
  );
  const others = blocks.reduce(
    (sum, one, i) =>
      sum + (keep[i] && !isComment[i] && isRunning(one, looks[i]!) ? looks[i]!.facts.words : 0),
    0,
  );
  if (others < LEAST_TEXT) return;
  isComment.forEach((is, i) => {
    if (is) keep[i] = false;
  });
}

/** Takes out lists, teasers and rows behind the end of what an article marks as its body; running text stays. */
export function dropBehindBody(
  blocks: readonly DraftBlock[],
  looks: readonly BlockLooks[],
  kind: PageKind | null,
  keep: boolean[],
): void {
  if (kind !== 'article') return;
  const isBody = blocks.map(({ evidence }) => evidence.names.includes(MARKED_BODY));
  const words = blocks.reduce((sum, _, i) => sum + (isBody[i] && keep[i] ? looks[i]!.facts.words : 0), 0);
  if (words < LEAST_TEXT) return;
  for (let i = isBody.lastIndexOf(true) + 1; i < blocks.length; i++)
    if (!isRunning(blocks[i]!, looks[i]!)) keep[i] = false;
}
