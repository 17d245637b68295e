import type { ParsedDocument } from '../../bench/entity-data';
import { FINE_TYPES } from '../../engine/entities/encoder/fine-tags';
import type { TaggerInput } from '../../engine/entities/features';
import { CLASS_OF_LABEL } from '../../engine/entities/statistics';
import { TAGS } from '../../engine/entities/tagger';
import type { Word } from '../../engine/entities/words';

const OUTSIDE = 1;
/** Where a source does not mark other names, an unmarked word may be outside or in one. */
const OUTSIDE_OR_OTHER = OUTSIDE | (1 << TAGS.indexOf('B-MISC')) | (1 << TAGS.indexOf('I-MISC'));

/**
 * How completely a source marks names: every name; persons, places and organisations only; or, where names were
 * derived from its nouns, often without an adjective that opens them ("New" York) or not at all ("United Nations").
 */
export type Completeness = 'all' | 'noOthers' | 'gaps';

const ANY = (1 << TAGS.length) - 1;

/** For each word of the document the tags that its annotation allows, as bits over TAGS. */
export function allowedTags(
  { gold, blocks, starts }: ParsedDocument,
  { document }: TaggerInput,
  completeness: Completeness,
): Uint16Array {
  const { words } = document;
  const allowed = new Uint16Array(words.length).fill(
    completeness === 'noOthers' ? OUTSIDE_OR_OTHER : OUTSIDE,
  );
  const offsetOf = (i: number): number => starts.get(blocks[words[i]!.block]!.id)!;
  const names = [...gold.entities].sort((a, b) => a.start - b.start);
  let from = 0;
  for (const { start, end, type } of names) {
    const begin = (TAGS as readonly string[]).indexOf(`B-${type}`);
    if (begin < 0) continue;
    while (from < words.length && offsetOf(from) + words[from]!.end <= start) from++;
    for (let i = from; i < words.length && offsetOf(i) + words[i]!.start < end; i++) {
      allowed[i] = 1 << (i === from ? begin : begin + 1);
    }
  }
  if (completeness === 'gaps') openGaps(allowed, document.words);
  return allowed;
}

/** For each word the one tag it has, as a bit, over the tags of FINE_TYPES; every name is marked. */
export function fineTags({ gold, blocks, starts }: ParsedDocument, { document }: TaggerInput): Uint32Array {
  const { words } = document;
  const tags = new Uint32Array(words.length).fill(OUTSIDE);
  const offsetOf = (i: number): number => starts.get(blocks[words[i]!.block]!.id)!;
  let from = 0;
  for (const { start, end, type } of [...gold.entities].sort((a, b) => a.start - b.start)) {
    const number = (FINE_TYPES as readonly string[]).indexOf(type);
    if (number < 0) throw new Error(`${gold.id}: no type ${type}`);
    while (from < words.length && offsetOf(from) + words[from]!.end <= start) from++;
    for (let i = from; i < words.length && offsetOf(i) + words[i]!.start < end; i++) {
      tags[i] = 1 << (2 * number + (i === from ? 1 : 2));
    }
  }
  return tags;
}

/** Leaves open what a word is that the source does not mark, though it has a capital and the language model a name. */
function openGaps(allowed: Uint16Array, words: readonly Word[]): void {
  for (const [i, word] of words.entries()) {
    if (allowed[i] === OUTSIDE && word.lexeme.capitalised && word.label in CLASS_OF_LABEL) allowed[i] = ANY;
    else if (i > 0 && allowed[i - 1] === ANY && allowed[i] !== OUTSIDE && allowed[i] !== ANY) {
      // What follows an open word may go on with its name: "New" (open) "York" (begins).
      allowed[i] = allowed[i]! | (allowed[i]! << 1);
    }
  }
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
