import type { Block, Removal } from '../../contract';
import type { DraftBlock } from '../read/draft';
import type { Decision } from './decision';

/** FNV-1a, 32 bits (Fowler, Noll, Vo): short, and the same on every machine. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return (value >>> 0).toString(36);
}

/** Makes ids from the text and how often it was seen before, so that they outlive a change of rules. */
class RemovalIds {
  private readonly seen = new Map<string, number>();

  of(block: Block): string {
    const key = hash(`${block.kind} ${block.text}`);
    const count = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, count);
    return count === 1 ? `r-${key}` : `r-${key}-${count}`;
  }
}

/** Blocks that hold nothing a reader could miss. */
function isEmpty(block: Block): boolean {
  return block.text === '';
}

/** Neighbours that stood outside the article are one removal: a page's menus would else be hundreds. */
function joins(
  last: Removal | undefined,
  decision: Decision & { keep: false },
  after: string | null,
): boolean {
  return last?.reason === 'outside' && decision.reason === 'outside' && last.after === after;
}

interface Group {
  removal: Removal;
  members: Block[];
}

/**
 * Parts the draft's blocks into what stays and what goes, in order. `restored` holds ids of removals put
 * back; the block at index `taken` (-1 for none) is shown as the title and is in neither list.
 */
export function keepOrRemove(
  blocks: readonly DraftBlock[],
  decisions: readonly Decision[],
  taken: number,
  restored: ReadonlySet<string>,
): { kept: Block[]; removals: Removal[] } {
  const kept: Block[] = [];
  const removals: Removal[] = [];
  const ids = new RemovalIds();
  let open: Group | null = null;
  const close = (): void => {
    if (!open) return;
    const { removal, members } = open;
    removal.id = ids.of(removal.block);
    if (restored.has(removal.id)) kept.push(...members);
    else removals.push(removal);
    open = null;
  };
  blocks.forEach(({ block }, i) => {
    if (i === taken) return;
    const decision = decisions[i];
    if (!decision || decision.keep) {
      close();
      kept.push(block);
      return;
    }
    if (isEmpty(block) && decision.reason === 'outside') return;
    const after = kept.at(-1)?.id ?? null;
    if (open && joins(open.removal, decision, after)) {
      open.members.push(block);
      open.removal.block = {
        ...PLAIN,
        id: open.removal.block.id,
        text: `${open.removal.block.text}\n${block.text}`,
      };
      return;
    }
    close();
    const stage = decision.reason === 'outside' ? 'locate' : 'prune';
    const { reason, rule } = decision;
    open = {
      removal: { id: '', stage, reason, rule, block, after: kept.at(-1)?.id ?? null },
      members: [block],
    };
  });
  close();
  return { kept, removals };
}

const PLAIN = { kind: 'paragraph' as const, marks: [] };

/**
 * Share of the text that a reader of the source would have taken for part of the article and that is gone, 0 to 1.
 * Menus and the like around the article (`outside`), hidden text and repeated words do not count: every page has
 * more of them than of text, and the warning would always show.
 */
export function removedShare(blocks: readonly Block[], removals: readonly Removal[]): number {
  const uncounted = new Set<Removal['reason']>(['outside', 'hidden', 'title', 'pageFurniture']);
  let kept = 0;
  let removed = 0;
  for (const block of blocks) kept += block.text.length;
  for (const { reason, block } of removals) if (!uncounted.has(reason)) removed += block.text.length;
  return removed === 0 ? 0 : removed / (kept + removed);
}
