import search from 'approx-string-match';
import type { Anchor, BlockId, Quote, TextSpan } from '../../contract';

/** A block's text, by whose id and offsets anchors are found. */
export interface AnchoredText {
  id: BlockId;
  text: string;
}

/** A place where an anchor's words stand again. */
export interface Located {
  span: TextSpan;
  how: 'position' | 'quote' | 'near';
  /** Share of the quote with what stood around it that is still there, 0 to 1; 0 for a place without a quote. */
  score: number;
}

/**
 * Below these an anchor is an orphan: somebody's words are rather said to be lost than put on other words. Enough of a
 * quote with its surroundings must be there, as a share and in letters; a short text that is nearly whole is enough,
 * and a quote of fewer letters than `tells` is found by its surroundings, which then must be nearly whole.
 */
export const FLOOR = { share: 0.6, letters: 40, nearlyWhole: 0.8, tells: 12 };
/** Likeness of two pieces of English text that have nothing to do with each other: they share letters in order. */
const CHANCE = 0.5;
/** Share of the quote itself that must be the same where it was changed. */
const NEAR = 0.8;
/** UTF-16 units; longer quotes are looked for as they are, for what few letters differ in them costs too much. */
const LONGEST_NEAR = 2_000;

/**
 * Finds the words of an anchor again: where they stood, else the same words elsewhere, else nearly the same ones. Of
 * several places the one wins around which most is as it was, then the nearest. Null for an orphan.
 */
export function locateAnchor(anchor: Anchor, texts: readonly AnchoredText[]): Located | null {
  const { span, quote } = anchor;
  const home = texts.findIndex(({ id }) => id === span.block);
  if (quote.exact.trim() === '') return atPosition(span, texts[home]);
  const candidates = exactPlaces(quote, texts);
  const best = bestOf(candidates, anchor, texts, home);
  if (best && isEnough(best.score, quote)) {
    const moved = best.span.block !== span.block || best.span.start !== span.start;
    return { ...best, how: moved ? 'quote' : 'position' };
  }
  if (quote.exact.length > LONGEST_NEAR || quote.exact.length < FLOOR.tells) return null;
  const near = bestOf(nearPlaces(quote, texts), anchor, texts, home);
  return near && isEnough(near.score, quote) ? { ...near, how: 'near' } : null;
}

function isEnough(score: number, { exact, before, after }: Quote): boolean {
  if (score >= FLOOR.nearlyWhole) return true;
  if (exact.length < FLOOR.tells) return false;
  return score >= FLOOR.share && score * (exact.length + before.length + after.length) >= FLOOR.letters;
}

/** A place without words, kept by an earlier version: only its block can tell. */
function atPosition(span: TextSpan, text: AnchoredText | undefined): Located | null {
  if (!text) return null;
  const start = Math.min(span.start, text.text.length);
  return { span: { block: text.id, start, end: start }, how: 'position', score: 0 };
}

interface Candidate {
  index: number;
  start: number;
  end: number;
  /** Share of the quote itself that is the same. */
  same: number;
}

function exactPlaces({ exact }: Quote, texts: readonly AnchoredText[]): Candidate[] {
  return texts.flatMap(({ text }, index) => {
    const found: Candidate[] = [];
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
      found.push({ index, start: at, end: at + exact.length, same: 1 });
    }
    return found;
  });
}

function nearPlaces({ exact }: Quote, texts: readonly AnchoredText[]): Candidate[] {
  const mostErrors = Math.floor(exact.length * (1 - NEAR));
  if (mostErrors === 0) return [];
  return texts.flatMap(({ text }, index) =>
    search(text, exact, mostErrors).map(({ start, end, errors }) => ({
      index,
      start,
      end,
      same: 1 - errors / exact.length,
    })),
  );
}

function bestOf(
  candidates: readonly Candidate[],
  { span, quote }: Anchor,
  texts: readonly AnchoredText[],
  home: number,
): Omit<Located, 'how'> | null {
  let best: { score: number; distance: number; at: Candidate } | null = null;
  for (const at of candidates) {
    const text = texts[at.index];
    if (!text) continue;
    const score = scoreOf(at, text.text, quote);
    const blocks = home < 0 ? 0 : Math.abs(at.index - home);
    const distance = blocks * 1e9 + Math.abs(at.start - span.start);
    if (!best || score > best.score || (score === best.score && distance < best.distance)) {
      best = { score, distance, at };
    }
  }
  const text = best && texts[best.at.index];
  if (!best || !text) return null;
  return { span: { block: text.id, start: best.at.start, end: best.at.end }, score: best.score };
}

/** By length, so that a short word needs its surroundings and a sentence stands for itself. */
function scoreOf({ start, end, same }: Candidate, text: string, { exact, before, after }: Quote): number {
  const kept =
    same * exact.length +
    likeness(text.slice(0, start), before, 'end') * before.length +
    likeness(text.slice(end), after, 'start') * after.length;
  return kept / (exact.length + before.length + after.length);
}

/** How much more of `wanted` stands right at that end of the text than by chance, 0 to 1. */
function likeness(text: string, wanted: string, side: 'start' | 'end'): number {
  if (wanted === '') return 1;
  const part = side === 'end' ? text.slice(-wanted.length) : text.slice(0, wanted.length);
  if (part === wanted) return 1;
  const reach = wanted.length * 2;
  const window = side === 'end' ? text.slice(-reach) : text.slice(0, reach);
  const mostErrors = Math.floor(wanted.length * (1 - CHANCE));
  const errors = search(window, wanted, mostErrors).map(
    (match) => match.errors + (side === 'end' ? window.length - match.end : match.start),
  );
  const alike = 1 - Math.min(...errors, wanted.length) / wanted.length;
  return Math.max(0, alike - CHANCE) / (1 - CHANCE);
}
