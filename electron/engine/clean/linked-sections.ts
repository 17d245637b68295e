import type { DraftBlock } from '../read/draft';
import type { BlockLooks } from './features';

/** Share of a block in links from which it is nothing but links. */
const ALL_LINKED = 0.8;

/**
 * Links under a heading that goes are what the heading announced: they go with it, but where they are most of what
 * stays: such a page is a list of links.
 */
export function dropLinkedSections(
  blocks: readonly DraftBlock[],
  looks: readonly BlockLooks[],
  keep: boolean[],
): void {
  let announced = false;
  let [kept, linked] = [0, 0];
  const links: number[] = [];
  blocks.forEach(({ block, evidence }, i) => {
    const { words } = looks[i]!.facts;
    if (keep[i]) kept += words;
    if (block.kind === 'heading') announced = !keep[i];
    else if (keep[i] && announced && evidence.linkShare >= ALL_LINKED) {
      links.push(i);
      linked += words;
    } else if (keep[i]) announced = false;
  });
  if (linked > kept / 2) return;
  for (const i of links) keep[i] = false;
}
