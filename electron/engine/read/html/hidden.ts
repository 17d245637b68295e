import type { DraftBlock } from '../draft';

/** Words from which a block is taken for running text. */
const RUNNING = 12;
/** How much more running text a page must hide than it shows, for its scripts to be what shows it. */
const TIMES = 3;
const FEWEST_WORDS = 150;

function runningWords({ block, evidence }: DraftBlock): number {
  const words = block.text.split(/\s+/).length;
  return words >= RUNNING && evidence.linkShare < 0.5 ? words : 0;
}

/** Takes for shown what a page hides until its script has run: when it would else show next to nothing. */
export function showHidden(blocks: readonly DraftBlock[]): void {
  if (!blocks.some(({ evidence }) => evidence.hidden)) return;
  let [shown, hidden] = [0, 0];
  for (const one of blocks) {
    const words = runningWords(one);
    if (one.evidence.hidden) hidden += words;
    else shown += words;
  }
  if (hidden < FEWEST_WORDS || hidden <= TIMES * shown) return;
  for (const { evidence } of blocks) evidence.hidden = false;
}
