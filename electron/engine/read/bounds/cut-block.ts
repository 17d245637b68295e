import type { Block, ListItem, Range } from '../../../contract';
import { LIMITS } from '../limits';
import { marksWithin, piecesOf } from './cut-text';

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/**
 * The block as blocks that the window can lay out, each within the bounds of one block; nothing of it is lost. The
 * first keeps the id. A table is bounded by `cutTable`.
 */
export function cutBlock(block: Block): Block[] {
  switch (block.kind) {
    case 'list':
      return cutList(block);
    case 'figure':
      return block.images.length > LIMITS.figureImages ? cutFigure(block) : [block];
    case 'table':
    case 'rule':
      return [block];
    default:
      return block.text.length > LIMITS.blockCharacters ? cutText(block) : [block];
  }
}

function pieceId({ id }: Block, index: number): string {
  return index === 0 ? id : `${id}/${index}`;
}

function cutText(block: Block): Block[] {
  const ranges = piecesOf(block.text, LIMITS.blockCharacters);
  const marks = marksWithin(block.marks, ranges);
  return ranges
    .map(({ start, end }, i) => ({
      ...block,
      id: pieceId(block, i),
      text: block.text.slice(start, end),
      marks: marks[i] ?? [],
    }))
    .filter(({ text }, i) => i === 0 || text.trim() !== '');
}

function cutFigure(block: BlockOf<'figure'>): Block[] {
  const count = Math.ceil(block.images.length / LIMITS.figureImages);
  return Array.from({ length: count }, (_, i) => ({
    ...block,
    ...(i < count - 1 && { text: '', marks: [] }),
    id: pieceId(block, i),
    images: block.images.slice(i * LIMITS.figureImages, (i + 1) * LIMITS.figureImages),
  }));
}

/** Items are counted by the source and keep their numbers, so that a list goes on in the next block. */
function cutList(block: BlockOf<'list'>): Block[] {
  const items = block.items.flatMap((item) => cutItem(block.text, item));
  if (items.length <= LIMITS.listItems && block.text.length <= LIMITS.blockCharacters) {
    return [{ ...block, items }];
  }
  const groups = groupsOf(items);
  const ranges = groups.map(rangeOf);
  const marks = marksWithin(block.marks, ranges);
  return groups.map((group, i) => {
    const { start, end } = ranges[i] as Range;
    return {
      ...block,
      id: pieceId(block, i),
      text: block.text.slice(start, end),
      marks: marks[i] ?? [],
      items: group.map((item) => ({ ...item, start: item.start - start, end: item.end - start })),
    };
  });
}

function rangeOf(items: readonly ListItem[]): Range {
  return { start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 };
}

/** An item as long as a book goes on in items without a number. */
function cutItem(text: string, item: ListItem): ListItem[] {
  const depth = Math.min(item.depth, LIMITS.listDepth - 1);
  if (item.end - item.start <= LIMITS.blockCharacters) return [{ ...item, depth }];
  return piecesOf(text, LIMITS.blockCharacters, item).map((range, i) =>
    i === 0 ? { ...item, ...range, depth } : { ...range, depth, ordered: item.ordered },
  );
}

function groupsOf(items: readonly ListItem[]): ListItem[][] {
  const groups: ListItem[][] = [];
  let open: ListItem[] = [];
  for (const item of items) {
    const first = open[0] ?? item;
    const full = open.length >= LIMITS.listItems || item.end - first.start > LIMITS.blockCharacters;
    if (full && open.length > 0) {
      groups.push(open);
      open = [];
    }
    open.push(item);
  }
  if (open.length > 0) groups.push(open);
  return groups;
}
