import type { ScoredPage } from './scored-page';

const SCORE_OFFSETS = [-4, -3, -2, -1, 1, 2, 3, 4];
const LOOK_OFFSETS = [-2, -1, 1, 2];
const OF_LOOK = ['words', 'linkShare', 'endsSentence', 'heading', 'phrase', 'list', 'figure'];
const WINDOWS = [2, 6, 16];

export const NEIGHBOUR_FEATURES: readonly string[] = [
  'score',
  'position',
  'scoredBefore',
  'scoredAfter',
  'blocksToGoodBefore',
  'blocksToGoodAfter',
  'wordsToGoodBefore',
  'wordsToGoodAfter',
  ...SCORE_OFFSETS.map((offset) => `score ${offset}`),
  ...WINDOWS.flatMap((radius) => [`scores near ${radius}`, `words near ${radius}`]),
  'links near 2',
  'located near 3',
  ...LOOK_OFFSETS.flatMap((offset) => OF_LOOK.map((name) => `${name} ${offset}`)),
  'pageBlocks',
  'pageScored',
  'pageScoredShare',
  'pageLinkShare',
];

/** A block so sure of itself is a landmark for those around it. */
const GOOD = 0.7;
const FEWEST_GOOD_WORDS = 10;

/** Running sums, so that a window costs nothing: `sums[i]` is the sum of the values before `i`. */
function runningSums(count: number, value: (i: number) => number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) sums[i + 1] = sums[i]! + value(i);
  return sums;
}

function windowMean(sums: Float64Array, i: number, radius: number): number {
  const from = Math.max(0, i - radius);
  const to = Math.min(sums.length - 1, i + radius + 1);
  return (sums[to]! - sums[from]!) / Math.max(1, to - from);
}

/** For each index, the nearest one before it (or behind it) with `is`, or -1. */
export function nearest(is: readonly boolean[], backwards: boolean): number[] {
  const found: number[] = new Array(is.length).fill(-1);
  let last = -1;
  for (let step = 0; step < is.length; step++) {
    const i = backwards ? is.length - 1 - step : step;
    found[i] = last;
    if (is[i]) last = i;
  }
  return found;
}

const NO_LOOK = [0, 0, 0, 0, 0, 0, 0];

/** The looks of one block, for those beside it. */
function lookOf({ blocks, facts }: ScoredPage, i: number): number[] {
  const one = blocks[i]!;
  const own = facts[i]!;
  return [
    Math.log1p(own.words),
    one.evidence.linkShare,
    Number(own.endsSentence),
    Number(one.block.kind === 'heading'),
    own.strongestPhrase,
    Number(one.block.kind === 'list'),
    Number(one.block.kind === 'figure'),
  ];
}

/** A row a block, made when it is asked for. */
export function neighbourFeatures(page: ScoredPage): (i: number) => number[] {
  const { blocks, facts, scores } = page;
  const n = blocks.length;
  const scored = (i: number) => scores[i]! * facts[i]!.words;
  const sums = {
    words: runningSums(n, (i) => facts[i]!.words),
    scored: runningSums(n, scored),
    scores: runningSums(n, (i) => scores[i]!),
    links: runningSums(n, (i) => blocks[i]!.evidence.linkShare),
    linked: runningSums(n, (i) => blocks[i]!.evidence.linkShare * facts[i]!.words),
    located: runningSums(n, (i) => Number(blocks[i]!.evidence.located)),
  };
  const good = blocks.map((_, i) => scores[i]! >= GOOD && facts[i]!.words >= FEWEST_GOOD_WORDS);
  const before = nearest(good, false);
  const after = nearest(good, true);
  const looks = blocks.map((_, i) => lookOf(page, i));
  const words = Math.max(1, sums.words[n]!);
  const all = Math.max(1, sums.scored[n]!);
  const ofPage = [Math.log1p(n), Math.log1p(all), all / words, sums.linked[n]! / words];
  return (i) => {
    const last = before[i]!;
    const next = after[i]!;
    return [
      scores[i]!,
      n > 1 ? i / (n - 1) : 0,
      sums.scored[i]! / all,
      1 - sums.scored[i + 1]! / all,
      last < 0 ? 6 : Math.log1p(i - last),
      next < 0 ? 6 : Math.log1p(next - i),
      last < 0 ? 9 : Math.log1p(sums.words[i]! - sums.words[last + 1]!),
      next < 0 ? 9 : Math.log1p(sums.words[next]! - sums.words[i + 1]!),
      ...SCORE_OFFSETS.map((offset) => scores[i + offset] ?? -0.1),
      ...WINDOWS.flatMap((radius) => [
        windowMean(sums.scores, i, radius),
        Math.log1p(windowMean(sums.words, i, radius)),
      ]),
      windowMean(sums.links, i, 2),
      windowMean(sums.located, i, 3),
      ...LOOK_OFFSETS.flatMap((offset) => looks[i + offset] ?? NO_LOOK),
      ...ofPage,
    ];
  };
}
