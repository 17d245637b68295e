import type { DraftBlock } from '../read/draft';
import { type Decision, KEEP, remove } from './decision';
import { findPhrases } from './phrases';

const SENTENCE_END = /[.!?…。！？][")”’»\]]*$/u;

function isRunningText({ block }: DraftBlock): boolean {
  return block.text.length > 80 && SENTENCE_END.test(block.text);
}

/** Judges every block of a draft; the answer has one decision a block. */
export function prune(blocks: readonly DraftBlock[], _title: string | null): Decision[] {
  const lead = blocks.findIndex((one) => one.evidence.located && isRunningText(one));
  const end = blocks.findLastIndex((one) => one.evidence.located && isRunningText(one));
  return blocks.map((one, i) => {
    const { block, evidence } = one;
    if (evidence.hidden) return remove('hidden', 'hidden by the page');
    if (!evidence.located) return remove('outside', 'not in the part that holds the article');
    const phrase = findPhrases(block.text).find(({ place }) => place === 'whole');
    if (phrase) return remove(phrase.reason, 'phrase that pages put around articles');
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return KEEP;
    if (block.text.length < 80 && evidence.linkShare > 0.9) return remove('related', 'short and all link');
    const outer = lead >= 0 && (i < lead || i > end);
    const short = block.text.length < 60 && !SENTENCE_END.test(block.text);
    if (outer && short) {
      return remove(
        'boilerplate',
        i < lead ? 'short line before the first sentence' : 'short line after the last sentence',
      );
    }
    return KEEP;
  });
}
