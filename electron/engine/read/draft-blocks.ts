import type { Block } from '../../contract';
import type { BlockEvidence, DraftBlock } from './draft';

/** A block before it has its id. */
export type UnnamedBlock = Block extends infer B ? (B extends Block ? Omit<B, 'id'> : never) : never;

/** Evidence of a block in a format that tells nothing about its surroundings. */
export const PLAIN_EVIDENCE: BlockEvidence = {
  linkShare: 0,
  inside: [],
  names: [],
  hidden: false,
  located: true,
};

/** The same blocks under ids that no other part of the source has. */
export function withPrefix(drafts: readonly DraftBlock[], prefix: string): DraftBlock[] {
  return drafts.map((draft) => ({
    ...draft,
    block: {
      ...draft.block,
      id: `${prefix}${draft.block.id}`,
      marks: draft.block.marks.map((mark) =>
        mark.kind === 'noteReference' ? { ...mark, target: `${prefix}${mark.target}` } : mark,
      ),
    },
  }));
}

/** Tells the blocks of one reader apart until `giveBlockIds` gives them the ids they keep. */
export class BlockNamer {
  private count = 0;

  constructor(private readonly prefix = 'b') {}

  draft(block: UnnamedBlock, evidence: Partial<BlockEvidence> = {}): DraftBlock {
    this.count++;
    return {
      block: { ...block, id: `${this.prefix}${this.count}` } as Block,
      evidence: { ...PLAIN_EVIDENCE, ...evidence },
    };
  }
}
