import type { DraftBlock } from '../../read/draft';
import { normalised } from '../phrases';
import { NeighbourText } from './repetition';
import type { TextFacts } from './text-features';

const REASONS_OF_SECTIONS = ['related', 'comments', 'newsletter', 'share', 'byline', 'navigation'];
const OFFSETS = [-3, -2, -1, 1, 2, 3];
const OF_NEIGHBOUR = ['words', 'linkShare', 'located', 'endsSentence', 'heading', 'phrase', 'list', 'figure'];

/** What the blocks around it and the page as a whole tell of a block. */
export const CONTEXT_FEATURES = [
  'position',
  'textBefore',
  'textAfter',
  'good',
  'goodBefore',
  'goodAfter',
  'blocksToGoodBefore',
  'blocksToGoodAfter',
  'wordsToGoodBefore',
  'wordsToGoodAfter',
  'goodNear',
  'goodNearer',
  'linksNear',
  'locatedNear',
  'wordsNear',
  'samePlace',
  'sameOuterPlace',
  'repeated',
  'inOther',
  'titleShare',
  'isTitle',
  'beforeTitle',
  'sectionDistance',
  ...REASONS_OF_SECTIONS.map((reason) => `section ${reason}`),
  'sectionLevel',
  'pageBlocks',
  'pageGood',
  'pageLocated',
  ...OFFSETS.flatMap((offset) => OF_NEIGHBOUR.map((name) => `${name} ${offset > 0 ? '+' : ''}${offset}`)),
];

interface Page {
  blocks: readonly DraftBlock[];
  facts: readonly TextFacts[];
  /** Blocks whose row is wanted. */
  near: readonly boolean[];
}

/** Running text in the located part: what every cleaner would keep. */
function isGood({ block, evidence }: DraftBlock, facts: TextFacts): boolean {
  return (
    evidence.located &&
    !evidence.hidden &&
    block.kind !== 'figure' &&
    facts.words >= 12 &&
    facts.endsSentence &&
    evidence.linkShare < 0.5
  );
}

/** Running sums, so that a window costs nothing: `sums[i]` is the sum of the values before `i`. */
function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return sums;
}

function windowMean(sums: readonly number[], i: number, radius: number): number {
  const from = Math.max(0, i - radius);
  const to = Math.min(sums.length - 1, i + radius + 1);
  return ((sums[to] ?? 0) - (sums[from] ?? 0)) / Math.max(1, to - from);
}

/** For each index, the nearest one before it (or behind it) with `is`, or -1. */
function nearest(is: readonly boolean[], backwards: boolean): number[] {
  const found: number[] = new Array(is.length).fill(-1);
  let last = -1;
  for (let step = 0; step < is.length; step++) {
    const i = backwards ? is.length - 1 - step : step;
    found[i] = last;
    if (is[i]) last = i;
  }
  return found;
}

function placeKey({ evidence }: DraftBlock, from: number): string {
  return `${evidence.inside.slice(from, from + 4).join('>')} ${evidence.names.slice(0, from === 0 ? 6 : 0).join(' ')}`;
}

/** Share of the page's running text that stands in the same kind of place. */
function placeShares(blocks: readonly DraftBlock[], good: readonly number[], from: number): number[] {
  const sums = new Map<string, number>();
  let all = 0;
  const keys = blocks.map((one) => placeKey(one, from));
  keys.forEach((key, i) => {
    sums.set(key, (sums.get(key) ?? 0) + (good[i] ?? 0));
    all += good[i] ?? 0;
  });
  return keys.map((key) => (sums.get(key) ?? 0) / Math.max(1, all));
}

/** Index of the heading each block stands under, or -1. */
function sections(blocks: readonly DraftBlock[]): number[] {
  return nearest(
    blocks.map(({ block }) => block.kind === 'heading'),
    false,
  );
}

function neighbourValues({ blocks, facts }: Page, i: number): number[] {
  const one = blocks[i];
  const own = facts[i];
  if (!one || !own) return [0, 0, -1, -1, 0, 0, 0, 0];
  return [
    Math.log1p(own.words),
    one.evidence.linkShare,
    Number(one.evidence.located),
    Number(own.endsSentence),
    Number(one.block.kind === 'heading'),
    Math.max(0, ...own.phrases.values()),
    Number(one.block.kind === 'list'),
    Number(one.block.kind === 'figure'),
  ];
}

/** Features of the surroundings of the blocks that are near, one row a block, empty for the others. */
export function contextFeatures(page: Page, title: string | null): number[][] {
  const { blocks, facts, near } = page;
  const n = blocks.length;
  const words = facts.map((one) => one.words);
  const good = blocks.map((one, i) => isGood(one, facts[i]!));
  const goodWords = good.map((is, i) => (is ? words[i]! : 0));
  const sums = {
    words: runningSums(words),
    goodWords: runningSums(goodWords),
    good: runningSums(good.map(Number)),
    links: runningSums(blocks.map(({ evidence }) => evidence.linkShare)),
    located: runningSums(blocks.map(({ evidence }) => Number(evidence.located))),
  };
  const total = { words: Math.max(1, sums.words[n] ?? 1), good: Math.max(1, sums.goodWords[n] ?? 1) };
  const before = nearest(good, false);
  const after = nearest(good, true);
  const under = sections(blocks);
  const places = [placeShares(blocks, goodWords, 0), placeShares(blocks, goodWords, 1)];
  const repetition = new NeighbourText(
    blocks,
    facts.map(({ line }) => line),
    title ? normalised(title) : '',
  );
  const titleAt = repetition.titleIndex;
  const neighbours = blocks.map((_, i) => neighbourValues(page, i));
  const none = neighbourValues(page, -1);
  const sectionFacts = (i: number): TextFacts | undefined => (under[i]! >= 0 ? facts[under[i]!] : undefined);
  return blocks.map((_, i) => {
    if (!near[i]) return [];
    const last = before[i]!;
    const next = after[i]!;
    const section = blocks[under[i]!]?.block;
    const phrases = sectionFacts(i)?.phrases;
    return [
      n > 1 ? i / (n - 1) : 0,
      sums.words[i]! / total.words,
      1 - sums.words[i + 1]! / total.words,
      Number(good[i]),
      sums.goodWords[i]! / total.good,
      1 - sums.goodWords[i + 1]! / total.good,
      last < 0 ? 6 : Math.log1p(i - last),
      next < 0 ? 6 : Math.log1p(next - i),
      last < 0 ? 9 : Math.log1p(sums.words[i]! - sums.words[last + 1]!),
      next < 0 ? 9 : Math.log1p(sums.words[next]! - sums.words[i + 1]!),
      windowMean(sums.good, i, 6),
      windowMean(sums.good, i, 2),
      windowMean(sums.links, i, 2),
      windowMean(sums.located, i, 3),
      Math.log1p(windowMean(sums.words, i, 3)),
      places[0]![i]!,
      places[1]![i]!,
      Math.log1p(repetition.count(i)),
      Number(repetition.isPartOfOther(i)),
      repetition.titleShare(i),
      Number(repetition.isTitle(i)),
      titleAt < 0 ? 0.5 : Number(i < titleAt),
      under[i]! < 0 ? 6 : Math.log1p(i - under[i]!),
      ...REASONS_OF_SECTIONS.map((reason) => phrases?.get(reason) ?? 0),
      section?.kind === 'heading' ? section.level : 0,
      Math.log1p(n),
      Math.log1p(total.good),
      (sums.located[n] ?? 0) / Math.max(1, n),
      ...OFFSETS.flatMap((offset) => neighbours[i + offset] ?? none),
    ];
  });
}
