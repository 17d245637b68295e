import type { ParsedDocument } from '../../bench/entity-data';
import type { TaggerInput } from '../../engine/entities/features';
import { TAGS } from '../../engine/entities/tagger';

const OUTSIDE = 1;
/** Where a source does not mark other names, an unmarked word may be outside or in one. */
const OUTSIDE_OR_OTHER = OUTSIDE | (1 << TAGS.indexOf('B-MISC')) | (1 << TAGS.indexOf('I-MISC'));

/** For each word of the document the tags that its annotation allows, as bits over TAGS. */
export function allowedTags(
  { gold, starts }: ParsedDocument,
  { document }: TaggerInput,
  marksOthers: boolean,
): Uint16Array {
  const { words } = document;
  const allowed = new Uint16Array(words.length).fill(marksOthers ? OUTSIDE : OUTSIDE_OR_OTHER);
  const names = [...gold.entities].sort((a, b) => a.start - b.start);
  let from = 0;
  for (const { start, end, type } of names) {
    const begin = (TAGS as readonly string[]).indexOf(`B-${type}`);
    if (begin < 0) continue;
    const startOf = (i: number): number => starts[words[i]!.block]! + words[i]!.start;
    while (from < words.length && starts[words[from]!.block]! + words[from]!.end <= start) from++;
    for (let i = from; i < words.length && startOf(i) < end; i++) {
      allowed[i] = 1 << (i === from ? begin : begin + 1);
    }
  }
  return allowed;
}

/** Turns an inside tag that follows no name of its class into a begin tag: the run starts within a name. */
export function withoutOrphans(allowed: Uint16Array): Uint16Array {
  for (let i = 0; i < allowed.length; i++) {
    for (let inside = 2; inside < TAGS.length; inside += 2) {
      if (allowed[i] !== 1 << inside) continue;
      const before = i > 0 ? allowed[i - 1]! : 0;
      if (before !== 1 << inside && before !== 1 << (inside - 1)) allowed[i] = 1 << (inside - 1);
    }
  }
  return allowed;
}
