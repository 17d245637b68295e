import type { Block, Range, Snippet, TextSpan } from '../../contract';
import { findWords, merged, termsOf, type WordHit } from './find-words';
import type { Query } from './query';

/** UTF-16 units; two to three lines of a list. */
const LENGTH = 220;
/** Units of text shown before the first hit. */
const LEAD = 60;

interface Passage {
  block: Block;
  hits: WordHit[];
  /** How many different terms stand in it. */
  terms: number;
}

/**
 * The passage that shows most of what was searched for, the earliest of equals, with the place of its first hit. Null
 * when the words stand in no block (the title in another field, a tag).
 */
export function snippetOf(
  blocks: readonly Block[],
  query: Query,
): { snippet: Snippet; span: TextSpan } | null {
  const terms = termsOf(query);
  if (terms.length === 0) return null;
  let best: Passage | null = null;
  for (const block of blocks) {
    const found = densest(block, findWords(block.text, terms));
    if (found && found.terms > (best?.terms ?? 0)) best = found;
    if (best?.terms === terms.length) break;
  }
  if (!best) return null;
  const [first] = best.hits;
  if (!first) return null;
  const snippet = cut(best.block.text, merged(best.hits));
  return { snippet, span: { block: best.block.id, start: first.start, end: first.end } };
}

/** The stretch of a block, as long as a snippet, that holds most different terms. */
function densest(block: Block, hits: readonly WordHit[]): Passage | null {
  let best: Passage | null = null;
  for (const [index, first] of hits.entries()) {
    const inside = hits.slice(index).filter(({ end }) => end <= first.start + LENGTH - LEAD);
    const given = inside.length > 0 ? inside : [first];
    const terms = new Set(given.map(({ term }) => term)).size;
    if (terms > (best?.terms ?? 0)) best = { block, hits: given, terms };
    // Later stretches of a long block hold fewer and fewer hits; a hundred starts tell enough.
    if (index > 100) break;
  }
  return best;
}

function cut(text: string, marks: readonly Range[]): Snippet {
  const first = marks[0]?.start ?? 0;
  const start = wordStart(text, Math.max(0, Math.min(first - LEAD, text.length - LENGTH)));
  const end = wordEnd(text, Math.min(text.length, Math.max(start + LENGTH, marks[0]?.end ?? 0)), marks);
  const before = start > 0 ? '… ' : '';
  const after = end < text.length ? ' …' : '';
  const shift = before.length - start;
  return {
    text: `${before}${text.slice(start, end).replace(/\s/g, ' ')}${after}`,
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
}

/** The next beginning of a word at or after `at`, within reach; a text without spaces is cut where it is. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + 25).search(/\s/);
  return space < 0 ? wholeLetter(text, at) : at + space + 1;
}

/** The last end of a word at or before `at`; never inside a mark. */
function wordEnd(text: string, at: number, marks: readonly Range[]): number {
  if (at >= text.length) return text.length;
  const inside = marks.find(({ start, end }) => start < at && at < end);
  if (inside) return inside.end;
  const gap = text.slice(at - 25, at).search(/\s\S*$/);
  const end = gap < 0 ? wholeLetter(text, at) : at - 25 + gap;
  const last = marks.filter((mark) => mark.end <= at).at(-1);
  return Math.max(end, last?.end ?? 0);
}

/** Not between the halves of a letter outside the basic plane. */
function wholeLetter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
