import type { Block, BlockId, Mark, Removal } from '../../contract';

/** Names blocks "b1", "b2" ... in reading order, removed ones "x1", "x2" ..., and mends what refers to them. */
export function numberBlocks(
  blocks: readonly Block[],
  removals: readonly Removal[],
): { blocks: Block[]; removals: Removal[] } {
  const names = new Map<BlockId, BlockId>();
  blocks.forEach(({ id }, i) => {
    names.set(id, `b${i + 1}`);
  });
  removals.forEach(({ block }, i) => {
    if (!names.has(block.id)) names.set(block.id, `x${i + 1}`);
  });
  const renamed = (block: Block): Block => ({
    ...block,
    id: names.get(block.id) ?? block.id,
    marks: block.marks.flatMap((mark): Mark[] => {
      if (mark.kind !== 'noteReference') return [mark];
      const target = names.get(mark.target);
      return target?.startsWith('b') ? [{ ...mark, target }] : [];
    }),
  });
  return {
    blocks: blocks.map(renamed),
    removals: removals.map((removal) => ({
      ...removal,
      block: renamed(removal.block),
      after: removal.after === null ? null : (names.get(removal.after) ?? null),
    })),
  };
}
