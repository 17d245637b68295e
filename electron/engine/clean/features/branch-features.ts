import type { ScoredPage } from './scored-page';

const BRANCHES = ['branch', 'parent', 'grandparent', 'great-grandparent'];
const OF_BRANCH = ['share', 'density', 'words', 'linkShare', 'blocks', 'score'];

/** What the tree of elements tells: how the branches a block stands in compare with the one that holds the text. */
export const BRANCH_FEATURES: readonly string[] = [
  'inMain',
  'levelsToMain',
  'levelsBelowMain',
  ...BRANCHES.flatMap((branch) => OF_BRANCH.map((name) => `${branch} ${name}`)),
  'mainShare',
  'mainDensity',
  'mainLinkShare',
];

const WITHOUT_TREE = BRANCH_FEATURES.map(() => -1);
const NO_BRANCH = OF_BRANCH.map(() => -1);

/** Sums over the blocks inside one element. */
interface Totals {
  words: number;
  linked: number;
  scored: number;
  score: number;
  blocks: number;
}

/** Share of the scored words that the main element holds at least. */
const MOST = 0.7;

function sumUp({ blocks, facts, scores }: ScoredPage): Map<number, Totals> {
  const totals = new Map<number, Totals>();
  blocks.forEach(({ evidence }, i) => {
    const { words } = facts[i]!;
    for (const element of evidence.path ?? []) {
      let own = totals.get(element);
      if (!own) {
        own = { words: 0, linked: 0, scored: 0, score: 0, blocks: 0 };
        totals.set(element, own);
      }
      own.words += words;
      own.linked += words * evidence.linkShare;
      own.scored += words * scores[i]!;
      own.score += scores[i]!;
      own.blocks++;
    }
  });
  return totals;
}

/** Path, outermost first, of the smallest element that holds most of the scored words. */
function mainPath({ blocks }: ScoredPage, totals: ReadonlyMap<number, Totals>, all: number): number[] {
  let best: number[] = [];
  for (const { evidence } of blocks) {
    const path = evidence.path ?? [];
    const at = path.findIndex((element) => totals.get(element)!.scored >= MOST * all);
    if (at >= 0 && path.length - at > best.length) best = path.slice(at).reverse();
  }
  return best;
}

function density({ words, scored }: Totals): number {
  return words > 0 ? scored / words : 0;
}

function branchValues(totals: Totals | undefined, all: number): number[] {
  if (!totals) return NO_BRANCH;
  const { words, linked, scored, score, blocks } = totals;
  return [
    scored / all,
    density(totals),
    Math.log1p(words),
    words > 0 ? linked / words : 0,
    Math.log1p(blocks),
    score / blocks,
  ];
}

/** A row a block, made when it is asked for; -1 throughout where the format has no tree. */
export function branchFeatures(page: ScoredPage): (i: number) => number[] {
  const totals = sumUp(page);
  if (totals.size === 0) return () => WITHOUT_TREE;
  const { blocks, facts, scores } = page;
  const all = Math.max(
    1,
    facts.reduce((sum, { words }, i) => sum + words * scores[i]!, 0),
  );
  const main = mainPath(page, totals, all);
  const depths = new Map(main.map((element, depth) => [element, depth]));
  const mainTotals = totals.get(main.at(-1) ?? -1);
  const ofMain = mainTotals
    ? [mainTotals.scored / all, density(mainTotals), mainTotals.linked / Math.max(1, mainTotals.words)]
    : [0, 0, 0];
  return (i) => {
    const path = blocks[i]!.evidence.path ?? [];
    const shared = path.findIndex((element) => depths.has(element));
    const depth = shared < 0 ? -1 : depths.get(path[shared]!)!;
    const branch = shared < 0 ? path.at(-1) : (path[shared - 1] ?? path[0]);
    return [
      Number(main.length > 0 && depth === main.length - 1),
      main.length - 1 - depth,
      shared < 0 ? path.length : shared,
      ...branchValues(totals.get(branch ?? -1), all),
      ...[1, 2, 3].flatMap((level) => branchValues(totals.get(path[level] ?? -1), all)),
      ...ofMain,
    ];
  };
}
