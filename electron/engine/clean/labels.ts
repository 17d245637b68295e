import type { DraftBlock } from '../read/draft';
import type { BlockLooks } from './features';

/** What stands over the place of an advertisement, alone in its line, in the languages that pages are met in. */
const ADVERTISEMENT_LABEL =
  /^(?:advertisements?|advertising|sponsored|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|реклама|広告|广告|إعلان)[\s:.]*$/iu;

/** Words of a label that a page sets over each of its pieces ("Article content"), and how often it does. */
const LABEL_WORDS = [2, 5] as const;
const OFTEN = 4;

/** Takes the label of an advertisement out, which nobody writes into an article, whatever stands round it. */
export function dropLabels(blocks: readonly DraftBlock[], keep: boolean[]): void {
  blocks.forEach(({ block }, i) => {
    if (block.kind === 'paragraph' && ADVERTISEMENT_LABEL.test(block.text)) keep[i] = false;
  });
}

/**
 * Takes out of an article's page the lines that it repeats word for word. One word alone may be the writer's own ("Pros",
 * "Cons"); shops, lists and threads, and texts that were copied from them, repeat what they are made of.
 */
export function dropRepeated(
  blocks: readonly DraftBlock[],
  looks: readonly BlockLooks[],
  keep: boolean[],
): void {
  const counts = new Map<string, number>();
  const lines = blocks.map(({ block }, i) => {
    const { words, endsSentence, line } = looks[i]!.facts;
    const isLine = keep[i] && block.kind === 'paragraph' && !endsSentence && !/[:：]$/.test(block.text);
    return isLine && words >= LABEL_WORDS[0] && words <= LABEL_WORDS[1] ? line : '';
  });
  for (const line of lines) if (line !== '') counts.set(line, (counts.get(line) ?? 0) + 1);
  lines.forEach((line, i) => {
    if ((counts.get(line) ?? 0) >= OFTEN) keep[i] = false;
  });
}
