import type { DraftBlock } from '../../engine/read/draft';

/** Numbers that look random and are the same on every run (Park and Miller's generator), 0 to 1. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const MEAN_MARGIN = 12;

/** A number of blocks, often small and sometimes large: exponential with mean 12. */
function margin(random: () => number): number {
  return Math.floor(-Math.log(1 - random()) * MEAN_MARGIN);
}

function asLines(blocks: readonly DraftBlock[]): string {
  return blocks
    .filter(({ block }) => block.text !== '')
    .map(({ block }) => (block.kind === 'code' ? block.text : block.text.replaceAll('\n', '\n\n')))
    .join('\n\n');
}

/**
 * A page as plain text the way people copy it: `page` all of it, `container` the article with some of what stands
 * around it, `located` what the locator chose. Half of the dumps hold hidden text too.
 */
export function dumpOf(
  blocks: readonly DraftBlock[],
  kind: 'page' | 'container' | 'located',
  random: () => number,
): string {
  const withHidden = random() < 0.5;
  const seen = blocks.filter(({ evidence }) => withHidden || !evidence.hidden);
  if (kind === 'page') return asLines(seen);
  if (kind === 'located') return asLines(seen.filter(({ evidence }) => evidence.located));
  const first = seen.findIndex(({ evidence }) => evidence.located);
  const last = seen.findLastIndex(({ evidence }) => evidence.located);
  if (first < 0) return asLines(seen);
  return asLines(seen.slice(Math.max(0, first - margin(random)), last + 1 + margin(random)));
}
