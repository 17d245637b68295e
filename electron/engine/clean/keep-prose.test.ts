import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../read/draft';
import { describeLooks } from './features';
import { keepProse } from './keep-prose';

const paragraph = (text: string, at: number): DraftBlock => ({
  block: { kind: 'paragraph', id: `p${at}`, text, marks: [] },
  evidence: { linkShare: 0, inside: [], names: [], hidden: false, located: true },
});

/** A paragraph of 40 words that no phrase of a page opens. */
const told = (year: number) =>
  `In the spring of ${year} the relief column crossed the river at Halm and marched on the walls of Brenn, where a garrison of two thousand men had waited since the autumn; the town fell after nine days of rain and hunger.`;

const texts = [
  ...Array.from({ length: 12 }, (_, i) => told(1871 + i)),
  'Share this',
  told(1890),
  'Read more',
];
const blocks = texts.map(paragraph);

/** What `keepProse` makes of a model's opinion. */
function kept(opinion: (i: number) => boolean): boolean[] {
  const keep = blocks.map((_, i) => opinion(i));
  keepProse(blocks, describeLooks(blocks), keep);
  return keep;
}

describe('running text', () => {
  it('stays when the model would take out much of it, but for blocks that say what they are', () => {
    const keep = kept((i) => i < 4);
    expect(texts.filter((_, i) => !keep[i])).toEqual(['Share this', 'Read more']);
  });

  it.each([
    ['go', 'rows with day and time', (at: number) => `December 18, 2025, 10:${20 + at} pm`],
    ['go', 'the same row again and again', () => 'Reply to this'],
    ['stay', 'the days of a chronicle', (at: number) => `${at + 1} December 1875`],
  ])('%s with the paragraphs that they part: %s', (fate, _, row) => {
    const start = [0, 1, 2, 3].map((at) => told(1850 + at));
    const rest = Array.from({ length: 20 }, (__, at) => [row(at), told(1860 + at)]).flat();
    const drafts = [...start, ...rest].map(paragraph);
    const keep = drafts.map((__, i) => i < start.length);
    keepProse(drafts, describeLooks(drafts), keep);
    expect(keep.filter(Boolean)).toHaveLength(fate === 'go' ? start.length : drafts.length);
  });

  it('goes where the model takes out little of it', () => {
    const keep = kept((i) => i < 9);
    expect(keep.filter(Boolean)).toHaveLength(9);
  });
});
