import type { RemovalReason } from '../../contract';
import type { DraftBlock } from '../read/draft';
import { dropBehindBody, dropComments } from './around-body';
import { type Decision, KEEP, remove } from './decision';
import { type BlockLooks, describeBlocks } from './features';
import { isLocatedText, isText, keepProse } from './keep-prose';
import { dropLabels, dropRepeated } from './labels';
import { dropLinkedSections } from './linked-sections';
import type { LookedDraft } from './looked-draft';
import { scorePlaced, threshold } from './model';
import { keepInnerLines } from './nearly-all';
import { normalised } from './phrases';
import { reasonFor } from './reason';
import { keepSeries } from './series';

/** What stays: what the model likes, put right by what the whole page shows, step by step. */
function choose(draft: LookedDraft, scores: readonly number[]): boolean[] {
  const { blocks, looks, kind, model } = draft;
  const least = threshold(model);
  const liked = blocks.map((one, i) => isText(one) && !one.evidence.hidden && scores[i]! >= least);
  const keep = liked.some((likes, i) => likes && blocks[i]?.block.kind !== 'heading')
    ? liked
    : likeliest(draft);
  keepProse(blocks, looks, keep);
  dropLinkedSections(blocks, looks, keep);
  dropLabels(blocks, keep);
  if (model === 'structured' && kind === 'article') dropRepeated(blocks, looks, keep);
  dropComments(blocks, looks, kind, keep);
  dropBehindBody(blocks, looks, kind, keep);
  if (model === 'plain') {
    keepSeries(blocks, keep);
    keepInnerLines(blocks, looks, scores, keep);
  }
  keepNotes(blocks, keep);
  return keep;
}

/** Judges every block of a draft; the answer has one decision a block. */
export function prune(draft: LookedDraft, title: string | null): Decision[] {
  const { blocks, looks: descriptions } = draft;
  const scores = scoresOf(draft, title);
  const keep = choose(draft, scores);
  const first = keep.indexOf(true);
  const last = keep.lastIndexOf(true);
  const start = startOf(descriptions, title, first);
  return blocks.map((one, i) => {
    if (one.evidence.hidden) return remove('hidden', 'hidden by the page');
    if (keep[i]) return KEEP;
    const between = i > first && i < last;
    if (isPicture(one) && one.evidence.located && (between || first < 0)) return KEEP;
    if (one.block.kind === 'rule' && between && one.evidence.located) return KEEP;
    // A program that stands in the text is part of it: its words are like nothing the model knows.
    if (one.block.kind === 'code' && between) return KEEP;
    if (!one.evidence.located && !(i > start && i < last))
      return remove('outside', 'not in the part that holds the article');
    const besideFigure = isFigure(blocks[i - 1]) || isFigure(blocks[i + 1]);
    const section = sectionReason(blocks, descriptions, keep, i);
    const beforeText = i < first;
    const judged = reasonFor({ one, description: descriptions[i]!, section, besideFigure, beforeText });
    return remove(judged.reason, `${judged.rule} (score ${scores[i]!.toFixed(2)})`);
  });
}

/** First score from which a block is text when the second model found none. */
const LIKELY = 0.4;

/**
 * What stays when the model would leave no running text: then it has not understood the source (a note of two lines,
 * a page of menus), and what looks most like text serves better than none, or than all.
 */
function likeliest({ blocks, scores }: LookedDraft): boolean[] {
  const located = blocks.map(isLocatedText);
  const likely = located.map((is, i) => is && scores[i]! >= LIKELY);
  return likely.includes(true) ? likely : located;
}

/** The chance of each block to belong to the article, by its looks and by what those of its neighbours say. */
function scoresOf({ blocks, looks, scores, model }: LookedDraft, title: string | null): number[] {
  const rows = describeBlocks(blocks, looks, scores, title);
  return rows.map((values) => (values ? scorePlaced(model, values) : 0));
}

/** A note that the text refers to belongs to the text, wherever the page puts it. */
function keepNotes(blocks: readonly DraftBlock[], keep: boolean[]): void {
  const wanted = new Set<string>();
  blocks.forEach(({ block }, i) => {
    if (!keep[i]) return;
    for (const mark of block.marks) if (mark.kind === 'noteReference') wanted.add(mark.target);
  });
  blocks.forEach(({ block, evidence }, i) => {
    if (wanted.has(block.id) && !evidence.hidden) keep[i] = true;
  });
}

/** Farther above the text than this, the title's words are a menu's or a teaser's. */
const FARTHEST_TITLE = 12;

/** Where the article begins for the reader: what stands between title and text is a removal of its own. */
function startOf(descriptions: readonly BlockLooks[], title: string | null, first: number): number {
  if (title === null || first < 0) return first;
  const line = normalised(title);
  for (let i = first - 1; i >= Math.max(0, first - FARTHEST_TITLE); i--) {
    if (descriptions[i]!.facts.line === line) return i;
  }
  return first;
}

function isFigure(one: DraftBlock | undefined): boolean {
  return one?.block.kind === 'figure';
}

const isPicture = isFigure;

/** How far below a heading its section is taken to reach. */
const LONGEST_SECTION = 12;

/** What the removed heading says that the block stands under, if it says something. */
function sectionReason(
  blocks: readonly DraftBlock[],
  descriptions: readonly BlockLooks[],
  keep: readonly boolean[],
  index: number,
): RemovalReason | null {
  for (let i = index - 1; i >= Math.max(0, index - LONGEST_SECTION); i--) {
    if (keep[i]) return null;
    if (blocks[i]?.block.kind !== 'heading') continue;
    for (const [reason, strength] of descriptions[i]!.facts.phrases) {
      if (strength >= 2) return reason as RemovalReason;
    }
  }
  return null;
}
