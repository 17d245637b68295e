import type { Block, BlockId, Removal } from '../../contract';
import type { DraftBlock } from '../read/draft';
import type { Decision } from './decision';

/** Reasons whose neighbours are one removal: a page's menus would else be hundreds. */
const JOINED = new Set<Removal['reason']>(['outside', 'hidden']);

function joins(last: Removal | null, { reason, rule }: Removal): boolean {
  return last !== null && JOINED.has(reason) && last.reason === reason && last.rule === rule;
}

function stageOf({ taken }: DraftBlock, { reason }: Decision & { keep: false }): Removal['stage'] {
  if (taken) return 'read';
  return reason === 'outside' ? 'locate' : 'prune';
}

/**
 * Parts the draft's blocks into what stays and what goes, in order. `restored` holds ids of blocks put back; the
 * block at index `shown` (-1 for none) is shown as the title and is in neither list. A line drawn across the page
 * outside the article is the one thing that nobody can miss.
 */
export function keepOrRemove(
  blocks: readonly DraftBlock[],
  decisions: readonly Decision[],
  shown: number,
  restored: ReadonlySet<BlockId>,
): { kept: Block[]; removals: Removal[] } {
  const kept: Block[] = [];
  const removals: Removal[] = [];
  let open: Removal | null = null;
  blocks.forEach((one, i) => {
    const { block } = one;
    const decision = decisions[i];
    if (i === shown) return;
    if (!decision || decision.keep || restored.has(block.id)) {
      open = null;
      kept.push(block);
      return;
    }
    const { reason, rule } = decision;
    if (block.kind === 'rule' && reason === 'outside') return;
    const after = kept.at(-1)?.id ?? null;
    const removal = { id: block.id, stage: stageOf(one, decision), reason, rule, blocks: [block], after };
    if (joins(open, removal)) {
      open?.blocks.push(block);
      return;
    }
    removals.push(removal);
    open = removal;
  });
  return { kept, removals };
}

/**
 * The blocks without the references to notes that are not among them. A reference may name a block that was taken
 * out; it comes back with the block.
 */
export function withoutLostNotes(blocks: readonly Block[]): Block[] {
  const ids = new Set(blocks.map(({ id }) => id));
  const isHere = (mark: Block['marks'][number]) => mark.kind !== 'noteReference' || ids.has(mark.target);
  return blocks.map((block) =>
    block.marks.every(isHere) ? block : { ...block, marks: block.marks.filter(isHere) },
  );
}

/**
 * Share of the text that a reader of the source would have taken for part of the article and that is gone, 0 to 1.
 * Menus and the like around the article (`outside`), hidden text and repeated words do not count: every page has
 * more of them than of text, and the warning would always show.
 */
export function removedShare(blocks: readonly Block[], removals: readonly Removal[]): number {
  const uncounted = new Set<Removal['reason']>(['outside', 'hidden', 'title', 'pageFurniture']);
  const lengthOf = (some: readonly Block[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const counted = removals.filter(({ reason }) => !uncounted.has(reason));
  const removed = lengthOf(counted.flatMap((removal) => removal.blocks));
  return removed === 0 ? 0 : removed / (lengthOf(blocks) + removed);
}
