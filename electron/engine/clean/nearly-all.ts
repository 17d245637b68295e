import type { DraftBlock } from '../read/draft';
import type { BlockLooks } from './features';

/** Share of the words of a text that stays when somebody had cleaned it before, or wrote it so. */
const NEARLY_ALL = 0.92;
/** Score from which an inner line of such a text stays, unless its own words say what it is. */
const INNER_SCORE = 0.2;

/**
 * Of a plain text that stays nearly whole, lines inside are the text's own: headings, verses, sources. Without this,
 * cleaning what cleaning left would take out more.
 */
export function keepInnerLines(
  blocks: readonly DraftBlock[],
  looks: readonly BlockLooks[],
  scores: ArrayLike<number>,
  keep: boolean[],
): void {
  const words = (is: (i: number) => boolean) =>
    blocks.reduce((sum, _, i) => sum + (is(i) ? looks[i]!.facts.words : 0), 0);
  if (words((i) => keep[i]!) < NEARLY_ALL * words(() => true)) return;
  const last = keep.lastIndexOf(true);
  for (let i = keep.indexOf(true); i >= 0 && i <= last; i++)
    if (scores[i]! >= INNER_SCORE && looks[i]!.facts.strongestPhrase < 2) keep[i] = true;
}
