import type { Found } from '../../../contract';
import { identifyLanguage } from '../../language/identify';
import type { Draft, DraftBlock } from '../../read/draft';

/** UTF-16 units of running text looked at. */
const SAMPLE = 20_000;
/** Enough to confirm what the source states; identifying takes long beside the rest of cleaning. */
const SHORT_SAMPLE = 680;
/** Shorter texts are hard to tell; what the source states counts for more. */
const SHORTEST_SAMPLE = 80;
const SURE = 0.5;

const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;

function sampleOf(blocks: readonly DraftBlock[]): string {
  let sample = '';
  for (const { block, evidence } of blocks) {
    if (sample.length >= SAMPLE) break;
    if (block.kind === 'code' || evidence.hidden || !evidence.located) continue;
    sample += ` ${block.text.slice(0, SAMPLE)}`;
  }
  return sample.trim();
}

function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

function tagOf({ value }: Found<string>): string {
  return value.trim().replaceAll('_', '-');
}

function asStated(stated: Found<string>): Found<string> {
  return { value: tagOf(stated), source: stated.source, words: stated.value };
}

function isConfirmed(value: string, sample: string): boolean {
  const middle = Math.max(0, Math.floor((sample.length - SHORT_SAMPLE) / 2));
  const found = identifyLanguage(sample.slice(middle, middle + SHORT_SAMPLE));
  return (
    found !== null && found.confidence > SURE && found.language === primary(value.trim().replaceAll('_', '-'))
  );
}

/**
 * The article's language as BCP 47 tag. What the source states is believed unless its text is plainly in another
 * language: templates often say English whatever is published with them.
 */
export function chooseLanguage(draft: Draft): Found<string> | null {
  const stated = draft.candidates.find(({ field, value }) => field === 'language' && TAG.test(value.trim()));
  const sample = sampleOf(draft.blocks);
  if (stated && isConfirmed(stated.value, sample)) return asStated(stated);
  const found = sample.length >= SHORTEST_SAMPLE ? identifyLanguage(sample) : null;
  if (stated) {
    const value = tagOf(stated);
    if (!found || found.confidence < SURE || found.language === primary(value)) return asStated(stated);
  }
  return found && { value: found.language, source: 'detected' };
}
