import type { DraftBlock } from '../draft';

/** A block of at least so many words that ends as a sentence does is running text. */
const FEWEST_WORDS = 10;
const ENDS_SENTENCE = /[.!?…。！？।؟۔]["'”’»)\]]*$/u;
/** What a scrap takes from the elements around it, in words: more when it is a link, for menus are made of those. */
const COST = { scrap: 2, link: 5 };
/** Share of the best element's gain that an element around it must have to be taken in its place. */
const NEARLY = 0.8;
/** A page with less running text, in words, is too short to tell its parts apart. */
const LEAST = 60;
/** Share of the best element's gain from which a second one is part of the article too. */
const SECOND = 0.25;

/** Scripts written without spaces: about two characters make a word. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/g;

function wordCount(text: string): number {
  let words = text === '' ? 0 : 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++;
  return words < text.length / 12 ? words + Math.floor((text.match(UNSPACED)?.length ?? 0) / 2) : words;
}

/** What a block adds to the elements around it: its words when it is running text, else a loss. */
function gainOf({ block, evidence }: DraftBlock): number {
  if (block.kind === 'rule' || block.text === '') return 0;
  const words = wordCount(block.text);
  const linked = words * evidence.linkShare;
  const running =
    words >= FEWEST_WORDS && evidence.linkShare < 0.4 && ENDS_SENTENCE.test(block.text.slice(-8));
  if (running) return words - linked;
  if (block.kind === 'heading' && evidence.linkShare < 0.5) return 0;
  return evidence.linkShare < 0.3 ? -COST.scrap : -COST.link - linked / 2;
}

interface Branch {
  gain: number;
  parent: number;
}

/**
 * Finds the part of a page that holds the article, from the text alone: the element whose running text most
 * outweighs its links and scraps, and others that hold much of it outside that one. Blocks outside get
 * `located: false`; a page without running text keeps all.
 */
export function locateArticle(blocks: readonly DraftBlock[]): void {
  const branches = branchesOf(blocks);
  const taken = new Set<number>();
  const first = bestOf(branches);
  if (first === null || first.gain < LEAST) return;
  taken.add(first.element);
  const inside = (one: DraftBlock) => one.evidence.path?.some((element) => taken.has(element)) ?? false;
  for (let more = 0; more < 4; more++) {
    const rest = branchesOf(blocks.filter((one) => !inside(one)));
    const next = bestOf(rest);
    if (next === null || next.gain < SECOND * first.gain) break;
    taken.add(next.element);
  }
  for (const one of blocks) one.evidence.located = inside(one);
}

function branchesOf(blocks: readonly DraftBlock[]): Map<number, Branch> {
  const branches = new Map<number, Branch>();
  for (const one of blocks) {
    if (one.evidence.hidden) continue;
    const gain = gainOf(one);
    const path = one.evidence.path ?? [];
    path.forEach((element, step) => {
      const branch = branches.get(element);
      if (branch) branch.gain += gain;
      else branches.set(element, { gain, parent: path[step + 1] ?? -1 });
    });
  }
  return branches;
}

/** The element with the greatest gain, or the outermost around it that has nearly as much. */
function bestOf(branches: ReadonlyMap<number, Branch>): { element: number; gain: number } | null {
  let best: { element: number; gain: number } | null = null;
  for (const [element, { gain }] of branches) if (gain > (best?.gain ?? 0)) best = { element, gain };
  if (!best) return null;
  let taken = best.element;
  for (let element = best.element; element >= 0; element = branches.get(element)?.parent ?? -1) {
    if ((branches.get(element)?.gain ?? 0) >= NEARLY * best.gain) taken = element;
  }
  return { element: taken, gain: best.gain };
}
