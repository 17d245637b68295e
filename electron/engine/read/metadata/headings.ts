import type { DraftBlock, MetadataCandidate } from '../draft';

/** The highest heading of a document that marks its headings is its title; among several of a level the first. */
export function titleFromHeadings(
  blocks: readonly DraftBlock[],
  source: MetadataCandidate['source'],
): MetadataCandidate[] {
  let best: { level: number; text: string } | null = null;
  for (const { block } of blocks) {
    if (block.kind !== 'heading' || block.text.trim() === '' || block.noteLabel !== undefined) continue;
    if (best === null || block.level < best.level) best = { level: block.level, text: block.text };
    if (block.level === 1) break;
  }
  return best ? [{ field: 'title', value: best.text, source, words: best.text }] : [];
}
