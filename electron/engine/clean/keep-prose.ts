import type { DraftBlock } from '../read/draft';
import type { BlockLooks } from './features';
import { TEXT_FEATURES } from './features/text-features';

/** Blocks that the model judges; pictures with their captions and rules go by their place. */
export function isText({ block }: DraftBlock): boolean {
  return block.kind !== 'figure' && block.kind !== 'rule';
}

/** Text that can be seen, in the part that holds the article. */
export function isLocatedText(one: DraftBlock): boolean {
  return isText(one) && one.evidence.located && !one.evidence.hidden;
}

/** A share of the running text that no article loses to share rows, offers and comments. */
const LOST_TOO_MUCH = 0.45;
/** Fewer words of running text say too little about what the model did. */
const LEAST_PROSE = 300;

/**
 * The model learnt from pages of news and blogs. Where it would take out a large part of the running text, it has met
 * a text of another kind (a history, a report, a chapter), and its scores are not to be believed there: all that
 * stands between the first and the last paragraph then stays, but for blocks whose own words say what they are.
 */
export function keepProse(
  blocks: readonly DraftBlock[],
  descriptions: readonly BlockLooks[],
  keep: boolean[],
): void {
  const prose = blocks.map((one, i) => isProse(one, descriptions[i]!));
  const words = (wanted: (i: number) => boolean) =>
    descriptions.reduce((sum, { facts }, i) => sum + (prose[i] && wanted(i) ? facts.words : 0), 0);
  const all = words(() => true);
  if (all < LEAST_PROSE || words((i) => !keep[i]) <= all * LOST_TOO_MUCH) return;
  if (words((i) => keep[i]!) >= LEAST_ARTICLE && isPosted(descriptions, prose, keep)) return;
  const last = prose.lastIndexOf(true);
  for (let i = prose.indexOf(true); i <= last; i++) {
    const one = blocks[i]!;
    if (isLocatedText(one) && (prose[i] || !tellsItself(descriptions[i]!))) keep[i] = true;
  }
}

/** Words of running text that an article has at least, for the rest to be what readers said to it. */
const LEAST_ARTICLE = 100;
/** Words of a line between posts: who wrote, when, "Reply". */
const LONGEST_ROW = 10;
/** How often such a line stands there, when it says no time. */
const OFTEN = 4;
const [DATE, CLOCK] = [TEXT_FEATURES.indexOf('date'), TEXT_FEATURES.indexOf('clock')];

/**
 * True where what goes is what readers wrote: every other paragraph has a row with day and time, or one that stands
 * there again and again. Rows with days alone part the years of a chronicle.
 */
function isPosted(
  looks: readonly BlockLooks[],
  prose: readonly boolean[],
  keep: readonly boolean[],
): boolean {
  const lost = looks.flatMap((_, i) => (prose[i] && !keep[i] ? [i] : []));
  const between = looks.slice(lost[0], (lost.at(-1) ?? 0) + 2);
  const counts = new Map<string, number>();
  for (const { facts } of between) counts.set(facts.line, (counts.get(facts.line) ?? 0) + 1);
  const rows = between.filter(({ facts: { words, line }, values }) => {
    if (words > LONGEST_ROW || line === '') return false;
    const timed = Boolean(values?.[DATE] && values[CLOCK]);
    return timed || counts.get(line)! >= OFTEN;
  });
  return rows.length >= lost.length / 2;
}

/** What pages call the place of what their readers wrote. */
const COMMENTS = new Set(['comment', 'comments', 'commentlist', 'disqus', 'respond', 'replies']);

/** A paragraph of whole sentences, little linked, in the part that holds the article. */
function isProse(one: DraftBlock, description: BlockLooks): boolean {
  const { words, endsSentence } = description.facts;
  const running = words >= 25 && endsSentence && one.evidence.linkShare < 0.3;
  const comment = one.evidence.names.some((name) => COMMENTS.has(name));
  return running && isLocatedText(one) && !comment && !tellsItself(description);
}

/** A paragraph so long is more than the phrase it begins with: "By March the army ..." is no byline. */
const LONG_PARAGRAPH = 40;

/** "Share this", "Read more", "Advertisement": phrases that fill the block, or open a short one. */
function tellsItself({ facts }: BlockLooks): boolean {
  const least = facts.words >= LONG_PARAGRAPH ? 3 : 2;
  return [...facts.phrases].some(([, strength]) => strength >= least);
}
