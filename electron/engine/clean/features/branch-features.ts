import type { DraftBlock } from '../../read/draft';
import type { TextFacts } from './text-features';

const OF_BRANCH = ['share', 'words', 'linkShare', 'blocks', 'good'];

/** What the tree of elements tells: how the block's branch compares with the one that holds the running text. */
export const BRANCH_FEATURES = [
  'inMain',
  'levelsToMain',
  'levelsBelowMain',
  ...OF_BRANCH.map((name) => `branch ${name}`),
  ...OF_BRANCH.map((name) => `parent ${name}`),
  ...OF_BRANCH.map((name) => `grandparent ${name}`),
  'mainShare',
  'mainLinkShare',
];

const WITHOUT_TREE = BRANCH_FEATURES.map(() => -1);

/** Sums over the blocks inside one element. */
interface Totals {
  words: number;
  linked: number;
  good: number;
  goodWords: number;
  blocks: number;
}

/** Share of the running text that the main element holds at least. */
const MOST = 0.7;

/** Running text wherever it stands; the locator may be wrong. */
function isRunning({ block, evidence }: DraftBlock, facts: TextFacts): boolean {
  if (evidence.hidden || block.kind === 'figure') return false;
  return facts.words >= 12 && facts.endsSentence && evidence.linkShare < 0.4;
}

function sumUp(blocks: readonly DraftBlock[], facts: readonly TextFacts[]): Map<number, Totals> {
  const totals = new Map<number, Totals>();
  blocks.forEach((one, i) => {
    const { words } = facts[i]!;
    const good = Number(isRunning(one, facts[i]!));
    for (const element of one.evidence.path ?? []) {
      let own = totals.get(element);
      if (!own) {
        own = { words: 0, linked: 0, good: 0, goodWords: 0, blocks: 0 };
        totals.set(element, own);
      }
      own.words += words;
      own.linked += words * one.evidence.linkShare;
      own.good += good;
      own.goodWords += good * words;
      own.blocks++;
    }
  });
  return totals;
}

/** Path, outermost first, of the smallest element that holds most of the running text. */
function mainPath(blocks: readonly DraftBlock[], totals: ReadonlyMap<number, Totals>, all: number): number[] {
  let best: number[] = [];
  for (const { evidence } of blocks) {
    const path = evidence.path ?? [];
    const at = path.findIndex((element) => (totals.get(element)?.goodWords ?? 0) >= MOST * all);
    if (at >= 0 && path.length - at > best.length) best = path.slice(at).reverse();
  }
  return best;
}

function branchValues(totals: Totals | undefined, all: number): number[] {
  if (!totals) return [-1, -1, -1, -1, -1];
  const { words, linked, good, goodWords, blocks } = totals;
  return [
    goodWords / all,
    Math.log1p(words),
    words > 0 ? linked / words : 0,
    Math.log1p(blocks),
    good / blocks,
  ];
}

/** One row a block; -1 throughout where the format has no tree. */
export function branchFeatures(blocks: readonly DraftBlock[], facts: readonly TextFacts[]): number[][] {
  const totals = sumUp(blocks, facts);
  if (totals.size === 0) return blocks.map(() => WITHOUT_TREE);
  const all = Math.max(
    1,
    blocks.reduce((sum, one, i) => sum + (isRunning(one, facts[i]!) ? facts[i]!.words : 0), 0),
  );
  const main = mainPath(blocks, totals, all);
  const depths = new Map(main.map((element, depth) => [element, depth]));
  const mainTotals = totals.get(main.at(-1) ?? -1);
  return blocks.map(({ evidence }) => {
    const path = evidence.path ?? [];
    const shared = path.findIndex((element) => depths.has(element));
    const depth = shared < 0 ? -1 : depths.get(path[shared]!)!;
    const branch = shared < 0 ? path.at(-1) : (path[shared - 1] ?? path[0]);
    return [
      Number(main.length > 0 && depth === main.length - 1),
      main.length - 1 - depth,
      shared < 0 ? path.length : shared,
      ...branchValues(totals.get(branch ?? -1), all),
      ...branchValues(totals.get(path[1] ?? -1), all),
      ...branchValues(totals.get(path[2] ?? -1), all),
      (mainTotals?.goodWords ?? 0) / all,
      mainTotals && mainTotals.words > 0 ? mainTotals.linked / mainTotals.words : 0,
    ];
  });
}
