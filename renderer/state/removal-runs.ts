import type { Block, BlockId, Removal, RemovalReason } from '../../electron/contract';

/** Removals that stood side by side and went for the same reason: seen, counted and put back as one. */
export interface RemovalRun {
  /** That of its first removal. */
  id: string;
  /** What was removed, with the rules that decided. */
  blocks: Block[];
  rules: string[];
  reason: RemovalReason;
  /** The kept block it stood behind; null before the first. */
  after: BlockId | null;
  words: number;
}

export function countWords(text: string): number {
  const words = /\S+/g;
  let count = 0;
  while (words.test(text)) count++;
  return count;
}

/** Runs in the order of the source. */
export function runsOf(removals: readonly Removal[]): RemovalRun[] {
  const runs: RemovalRun[] = [];
  for (const removal of removals) {
    const { id, reason, after, blocks, rule } = removal;
    const words = blocks.reduce((sum, block) => sum + countWords(block.text), 0);
    const last = runs.at(-1);
    if (last && last.reason === reason && last.after === after) {
      last.blocks.push(...blocks);
      if (!last.rules.includes(rule)) last.rules.push(rule);
      last.words += words;
    } else runs.push({ id, blocks: [...blocks], rules: [rule], reason, after, words });
  }
  return runs;
}

/** Runs of up to twice as many words count as equally large. */
const sizeClass = ({ words }: RemovalRun) => Math.floor(Math.log2(words + 1));

/**
 * The largest first, and of runs about equally large the ones nearest to where the reader is.
 * @param indexOf the index of a block by its id; -1 for what stood before the first
 * @param here index of the block that is read
 */
export function largestAndNearest(
  runs: readonly RemovalRun[],
  indexOf: (block: BlockId | null) => number,
  here: number,
): RemovalRun[] {
  const distance = (run: RemovalRun) => Math.abs(indexOf(run.after) - here);
  return [...runs].sort((a, b) => sizeClass(b) - sizeClass(a) || distance(a) - distance(b));
}
