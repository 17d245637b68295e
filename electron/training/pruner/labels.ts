import { words } from '../../bench/text-metrics';
import type { DraftBlock } from '../../engine/read/draft';

const SHINGLE = 4;
/** Share of a block's 4-grams that must stand in the truth. */
const ENOUGH = 0.5;
/** Blocks of at least this many words are placed by their 4-grams alone. */
const LONG = 8;

/**
 * Tells of each block whether it belongs to the article, by the annotated text: long blocks by their 4-grams, short
 * ones by standing word for word in the truth between the places of their long neighbours.
 */
export function labelBlocks(blocks: readonly DraftBlock[], truth: string): boolean[] {
  const expected = words(truth.toLowerCase());
  const at = new Map<string, number[]>();
  for (let i = 0; i + SHINGLE <= expected.length; i++) {
    const key = expected.slice(i, i + SHINGLE).join(' ');
    const list = at.get(key);
    if (list) list.push(i);
    else at.set(key, [i]);
  }
  const own = blocks.map(({ block }) => words(block.text.toLowerCase()));
  const labels = own.map(() => false);
  const places: (number | null)[] = own.map(() => null);
  own.forEach((tokens, i) => {
    if (tokens.length < LONG) return;
    let hits = 0;
    let first: number | null = null;
    for (let k = 0; k + SHINGLE <= tokens.length; k++) {
      const found = at.get(tokens.slice(k, k + SHINGLE).join(' '));
      if (!found) continue;
      hits++;
      first ??= found[0] ?? null;
    }
    if (hits >= ENOUGH * (tokens.length - SHINGLE + 1)) {
      labels[i] = true;
      places[i] = first;
    }
  });
  labelShort(own, expected, places, labels);
  return labels;
}

function labelShort(
  own: readonly string[][],
  expected: readonly string[],
  places: readonly (number | null)[],
  labels: boolean[],
): void {
  const after: number[] = [];
  let next = expected.length;
  for (let i = own.length - 1; i >= 0; i--) {
    const place = places[i];
    if (place != null) next = place;
    after[i] = next;
  }
  let from = 0;
  own.forEach((tokens, i) => {
    const place = places[i];
    if (place != null) from = place + (own[i]?.length ?? 0);
    if (tokens.length === 0 || tokens.length >= LONG) return;
    const found = findSequence(expected, tokens, from, after[i] ?? expected.length);
    if (found < 0) return;
    labels[i] = true;
    from = found + tokens.length;
  });
}

function findSequence(text: readonly string[], part: readonly string[], from: number, to: number): number {
  for (let i = from; i + part.length <= to; i++) {
    let k = 0;
    while (k < part.length && text[i + k] === part[k]) k++;
    if (k === part.length) return i;
  }
  return -1;
}
